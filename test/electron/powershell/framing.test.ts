import { describe, expect, test } from 'vitest';
import { readAnswer, readOutputLine, callText } from '../../../electron/powershell/framing.ts';

describe('a request', () => {
  test('is plain ASCII on lines of its own, whatever its values are', () => {
    const text = callText('ab', 'execute', { a: `'"$(x)\n‘’\u2028\u0000😀;#`, b: '\ud800' });
    expect(text).toMatch(
      /^Invoke-FederationRequest [A-Za-z0-9+/=]+\r?\n\[Console\]::Out\.WriteLine\('<<FEDERATION-END:ab>>>'\)\r?\n$/u,
    );
  });
});

describe('a line of output', () => {
  test.each([
    ['<<FEDERATION:0a>>>e30=', { kind: 'answer', id: '0a', payload: 'e30=' }],
    ['\u001b[?1h\u001b[?1lnoise <<FEDERATION:0a>>>e30= more', { kind: 'answer', id: '0a', payload: 'e30=' }],
    ['<<FEDERATION:>>>e30=', { kind: 'answer', id: '', payload: 'e30=' }],
    ['<<FEDERATION-END:0a>>>', { kind: 'end', id: '0a' }],
    ['<<FEDERATION:0G>>>e30=', { kind: 'printed' }],
    ['<<FEDERATION', { kind: 'printed' }],
    ['', { kind: 'printed' }],
  ])('%j is told apart', (line, expected) => {
    expect(readOutputLine(line)).toEqual(expected);
  });
});

describe('an answer', () => {
  const encode = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64');
  const said = { warnings: [], verbose: [], errors: [], durationMs: 1 };

  test('is read when it has its shape and names the request', () => {
    expect(readAnswer(encode({ id: 'a', ok: true, value: 'é', ...said }), 'a')).toMatchObject({ ok: true, value: 'é' });
  });

  test.each([
    ['another request', encode({ id: 'b', ok: true, value: 1, ...said })],
    ['no outcome', encode({ id: 'a', ...said })],
    ['an outcome that is no Boolean', encode({ id: 'a', ok: 1, ...said })],
    ['a failure without an error', encode({ id: 'a', ok: false, ...said })],
    ['warnings that are no texts', encode({ id: 'a', ok: true, value: 1, ...said, warnings: [{}] })],
    ['a number', encode(7)],
    ['half a document', encode({ id: 'a', ok: true, value: 1, ...said }).slice(0, 20)],
    ['nothing', ''],
  ])('with %s is refused with a reason', (_what, payload) => {
    expect(readAnswer(payload, 'a')).toEqual(expect.stringMatching(/\w/u));
  });
});
