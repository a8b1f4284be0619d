import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { containing } from '../../fakes/containing.ts';
import { type Session, openSession } from '../../../electron/powershell/session.ts';
import { FAKE_POWERSHELL, type FakeOptions, isAlive, openFake, openedFake } from '../../fakes/fake-powershell.ts';
import { handTimers } from '../../fakes/hand-timers.ts';
import { until } from '../../fakes/until.ts';

const TIMEOUT = { timeoutMs: 5_000 };
const sessions: Session[] = [];
/** A session on a plain fake, for the tests after which it is ready again. */
let plain: Session | null = null;

async function open(options?: FakeOptions): Promise<Session> {
  if (options === undefined && plain?.status === 'ready') return plain;
  const session = await openedFake(options);
  if (options === undefined) plain = session;
  else sessions.push(session);
  return session;
}

afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.close()));
  vi.unstubAllEnvs();
});
afterAll(() => plain?.close());

describe('an answer', () => {
  test('comes back with the value, and the session is ready for the next', async () => {
    const session = await open();
    const first = await session.invoke('snapshot', { text: "it's $(a) ‘test’ \u0000" }, TIMEOUT);
    expect(first).toMatchObject({
      ok: true,
      value: { value: { echo: { text: "it's $(a) ‘test’ \u0000" }, operation: 'snapshot' }, durationMs: 1 },
    });
    expect(session.status).toBe('ready');
    expect(await session.invoke('show', {}, TIMEOUT)).toMatchObject({ ok: true });
  });

  test('of a failed cmdlet carries its error as data', async () => {
    const session = await open();
    const result = await session.invoke(
      'execute',
      { cmdlet: 'Get-CsUser', behaviour: 'fail', errorId: 'A.B' },
      TIMEOUT,
    );
    expect(result).toMatchObject({
      ok: false,
      failure: { kind: 'cmdlet-failed', during: 'Get-CsUser', error: { errorId: 'A.B', message: 'It did not work.' } },
    });
    expect(session.status).toBe('ready');
  });

  test('is found among whatever else is printed, which is logged and fails nothing', async () => {
    const lines: string[] = [];
    const session = await open({ log: (line) => lines.push(line) });
    expect(await session.invoke('show', { behaviour: 'print-around' }, TIMEOUT)).toMatchObject({ ok: true });
    expect(await session.invoke('show', {}, TIMEOUT)).toMatchObject({ ok: true });
    expect(lines.join('\n')).toContain('WARNING: a line before');
    expect(lines.join('\n')).toContain('a line on standard error');
  });

  test('brings along the lines that were printed for it on standard output, and none of an earlier one', async () => {
    const session = await open();
    const [first, second] = await Promise.all([
      session.invoke('show', { behaviour: 'print-around' }, TIMEOUT),
      session.invoke('show', { behaviour: 'print', lines: ['one', '  two  ', 'x'.repeat(2000)] }, TIMEOUT),
    ]);
    expect(first.ok && first.value.printed).toEqual(['WARNING: a line before']);
    expect(second.ok && second.value.printed).toEqual(['one', '  two  ', 'x'.repeat(2000)]);
  });

  test('is not mistaken for what only looks like one', async () => {
    const session = await open();
    const lines = ['<<FEDERATION:>>>e30=', '<<FEDERATION:00ff>>>e30=', '<<FEDERATION-END:00ff>>>'];
    const result = await session.invoke('show', { behaviour: 'print', lines, mine: 7 }, TIMEOUT);
    expect(result).toMatchObject({ ok: true, value: { value: { echo: { mine: 7 } }, printed: lines } });
  });

  test('keeps coming when far more is written to standard error than a pipe holds', async () => {
    const session = await open();
    for (let round = 0; round < 6; round += 1) {
      expect(await session.invoke('show', { behaviour: 'print-around' }, TIMEOUT)).toMatchObject({ ok: true });
    }
  });

  test('with the id of another request is not taken for ours', async () => {
    const session = await open();
    const result = await session.invoke('show', { behaviour: 'print-foreign', mine: 7 }, TIMEOUT);
    expect(result).toMatchObject({ ok: true, value: { value: { echo: { mine: 7 } } } });
  });

  test.each(['print-rubbish', 'wrong-shape', 'name-none'])(
    'that cannot be read (%s) is a failure that says so',
    async (behaviour) => {
      const session = await open();
      const result = await session.invoke('execute', { cmdlet: 'Get-CsUser', behaviour }, TIMEOUT);
      expect(result).toMatchObject({ ok: false, failure: { kind: 'unreadable-answer', during: 'Get-CsUser' } });
      expect(await session.invoke('show', {}, TIMEOUT)).toMatchObject({ ok: true });
    },
  );

  test('to a request that could not be read says why', async () => {
    const session = await open();
    const result = await session.invoke('show', { behaviour: 'refuse-unread' }, TIMEOUT);
    expect(result).toEqual({ ok: false, failure: { kind: 'invalid-request', detail: 'It is no JSON.' } });
    expect(await session.invoke('show', {}, TIMEOUT)).toMatchObject({ ok: true });
  });

  test('that never comes is noticed as soon as the shell is past the request', async () => {
    const session = await open();
    const result = await session.invoke('show', { behaviour: 'silent' }, { timeoutMs: 20_000 });
    expect(result).toMatchObject({
      ok: false,
      failure: { kind: 'unreadable-answer', during: 'show', detail: containing('something went wrong') },
    });
    expect(await session.invoke('show', {}, TIMEOUT)).toMatchObject({ ok: true });
  });

  test('of 10 MB arrives whole', async () => {
    const session = await open();
    const text = 'é'.repeat(5_000_000);
    const result = await session.invoke('snapshot', { text }, { timeoutMs: 20_000 });
    expect(result.ok && result.value.value).toEqual({ echo: { text }, operation: 'snapshot' });
  });
});

describe('requests', () => {
  test('wait for each other and are answered in order', async () => {
    const session = await open();
    const order: number[] = [];
    const delays = [60, 20, 0];
    await Promise.all(
      delays.map(async (afterMs, place) => {
        const result = await session.invoke('show', { behaviour: 'later', afterMs, place }, TIMEOUT);
        expect(result).toMatchObject({ ok: true, value: { value: { echo: { place } } } });
        order.push(place);
      }),
    );
    expect(order).toEqual([0, 1, 2]);
  });

  test('that wait can be cancelled without harm to the one in hand', async () => {
    const session = await open();
    const inHand = session.invoke('show', { behaviour: 'later', afterMs: 100 }, TIMEOUT);
    expect(session.status).toBe('busy');
    const controller = new AbortController();
    const waiting = session.invoke('show', {}, { ...TIMEOUT, signal: controller.signal });
    controller.abort();
    expect(await waiting).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(await inHand).toMatchObject({ ok: true });
    expect(await session.invoke('show', {}, { ...TIMEOUT, signal: controller.signal })).toEqual({
      ok: false,
      failure: { kind: 'cancelled' },
    });
    expect(session.status).toBe('ready');
  });
});

describe('a shell that is lost', () => {
  test.each(['exit-zero', 'half-an-answer'])(
    'in mid-command with exit code 0 (%s) is no success',
    async (behaviour) => {
      const session = await open();
      const result = await session.invoke('execute', { cmdlet: 'Set-CsPublicProvider', behaviour }, TIMEOUT);
      expect(result).toMatchObject({
        ok: false,
        failure: { kind: 'powershell-lost', during: 'Set-CsPublicProvider', reason: 'ended' },
      });
      expect(session.status).toBe('closed');
    },
  );

  test('tells its exit code and its last words', async () => {
    const session = await open();
    const result = await session.invoke('snapshot', { behaviour: 'exit-three' }, TIMEOUT);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'powershell-lost', during: 'snapshot' } });
    expect(JSON.stringify(result)).toMatch(/exit code 3.*out of memory/u);
  });

  test('right after its answer has answered', async () => {
    const session = await open();
    expect(await session.invoke('show', { behaviour: 'answer-and-exit' }, TIMEOUT)).toMatchObject({ ok: true });
  });

  test('answers what waits and what comes later at once', async () => {
    const session = await open();
    const [inHand, waiting] = await Promise.all([
      session.invoke('show', { behaviour: 'exit-zero' }, TIMEOUT),
      session.invoke('snapshot', {}, TIMEOUT),
    ]);
    expect(inHand).toMatchObject({ ok: false, failure: { kind: 'powershell-lost', during: 'show' } });
    expect(waiting).toMatchObject({ ok: false, failure: { kind: 'powershell-lost', during: 'snapshot' } });
    expect(await session.invoke('show', {}, TIMEOUT)).toMatchObject({
      ok: false,
      failure: { kind: 'powershell-lost', reason: 'ended' },
    });
  });

  test('by a kill from outside is noticed while it is idle', async () => {
    const session = await open();
    process.kill(session.processId ?? 0, 'SIGKILL');
    await until(() => session.status === 'closed');
  });
});

describe('the start', () => {
  test('uses the executable that it is given, with plain output, without a profile, and asks the network for nothing', async () => {
    vi.stubEnv('NODE_POWERSHELL', '/nowhere/else');
    const lines: string[] = [];
    await open({ start: 'environment', log: (line) => lines.push(line), env: { KEPT: 'kept' } });
    await until(() => lines.join('\n').includes('printed'));
    const printed = lines.find((line) => line.includes('printed')) ?? '';
    expect(JSON.parse(printed.slice(printed.indexOf('{')))).toEqual({
      args: ['-NoLogo', '-NoProfile', '-NonInteractive', '-NoExit', '-Command', '-'],
      TERM: 'dumb',
      NO_COLOR: '1',
      NODE_POWERSHELL: null,
      KEPT: 'kept',
      isSilent: '1',
      updates: 'Off',
      startRecordFrom: 'ffff',
    });
    expect(process.env['NODE_POWERSHELL']).toBe('/nowhere/else');
  });

  test('of a program that is not there is a failure with its path', async () => {
    const result = await openSession({ executable: '/nowhere/pwsh', bootLine: '1' });
    expect(result).toMatchObject({
      ok: false,
      failure: { kind: 'powershell-not-starting', path: '/nowhere/pwsh', detail: containing('ENOENT') },
    });
  });

  test('of a file that is no program, or of no path at all, is a failure too', async () => {
    const kind = 'powershell-not-starting';
    expect(await openSession({ executable: '/etc/hostname', bootLine: '1' })).toMatchObject({ failure: { kind } });
    expect(await openSession({ executable: 'a\u0000b', bootLine: '1' })).toMatchObject({ failure: { kind } });
    expect(await openSession({ executable: '', bootLine: '1' })).toMatchObject({ failure: { kind } });
  });

  test.each([
    ['dies', 'Loading the engine failed'],
    ['no-module', 'the module was not loaded'],
    ['hangs', 'within 0.4 seconds'],
  ])('of a shell that %s is a failure with the reason', async (start, reason) => {
    // One that hangs does not leave by itself either: it is asked, and then ended.
    const { start: startTimer } = handTimers(
      (ms, count) => start === 'hangs' && (ms === 400 || (ms === 300 && count === 1)),
    );
    const result = await openFake({ start, startTimer, startTimeoutMs: 400, graceMs: 300 });
    expect(result).toMatchObject({
      ok: false,
      failure: { kind: 'powershell-not-starting', path: FAKE_POWERSHELL, detail: containing(reason) },
    });
  });

  test.each(['two\nlines', 'caf\u00e9', ''])(
    'refuses a first statement that is not one plain line: %j',
    async (bootLine) => {
      const result = await openSession({ executable: FAKE_POWERSHELL, bootLine });
      expect(result).toMatchObject({ ok: false, failure: { kind: 'invalid-request' } });
    },
  );
});

describe('closing', () => {
  test('lets the shell leave by itself', async () => {
    const lines: string[] = [];
    const session = await open({ log: (line) => lines.push(line) });
    await Promise.all([session.close(), session.close()]);
    expect(lines.join('\n')).toContain('exit code 0');
    expect(isAlive(session.processId ?? 0)).toBe(false);
  });

  test('delivers the answer of a command that is nearly done', async () => {
    const session = await open();
    const nearlyDone = session.invoke('show', { behaviour: 'later', afterMs: 100 }, TIMEOUT);
    await session.close();
    expect(await nearlyDone).toMatchObject({ ok: true });
  });

  test('ends a shell that hangs and will not leave', async () => {
    // It does not leave by itself, nor when it is asked to end.
    const { start: startTimer } = handTimers((ms, count) => ms === 300 && count <= 2);
    const session = await open({ start: 'ignores-signals', graceMs: 300, startTimer });
    const hanging = session.invoke('show', { behaviour: 'hang' }, { timeoutMs: 60_000 });
    await session.close();
    expect(await hanging).toMatchObject({ ok: false, failure: { kind: 'powershell-lost', reason: 'ended' } });
    expect(isAlive(session.processId ?? 0)).toBe(false);
  });
});
