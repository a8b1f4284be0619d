import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { runCli } from '../../../electron/command-line/run-cli.ts';
import { standardStreams } from '../../../electron/launch/standard-streams.ts';

/** Colors, a window's title, an erased line, C1's own introducer, an order turned around, a space without width. */
const HOSTILE = 'a\u001b[31m\u001b]0;x\u0007\r\u009b2J\u007f\u202ecba\u200b@x';
/** What none of it may leave. */
const OBEYED = /[^\P{Cc}\r\n\t]|\r(?!\n)|\p{Cf}|[\u2028\u2029]/u;

async function written(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await runCli(args, {
    version: 'test',
    assetsDir: 'assets',
    powershellOverride: null,
    programData: null,
    streams: standardStreams({ stdout, stderr }),
    isInteractive: false,
    onInterrupt: () => undefined,
    log: () => undefined,
  });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}

describe('what the program writes', () => {
  test.each([
    ['an address', ['contact-address', HOSTILE]],
    ['a command that there is not', [HOSTILE]],
    ['an option that there is not', ['contact-address', `--${HOSTILE}`]],
    ['a choice that there is not', ['contact-address', '--hand-out', HOSTILE]],
    ['the path of a file', ['contact-address', '--csv', `./${HOSTILE}`]],
    ['the path of answers', ['verify', '--answers', `./${HOSTILE}`]],
    ['domains', ['readiness', '--domains', HOSTILE]],
  ])('shows what a terminal would obey in %s, and lets none of it through', async (_what, args) => {
    const { out, err } = await written(args);
    expect(out + err).toContain('\uFFFD');
    expect(out + err).not.toMatch(OBEYED);
  });

  test('is exact as JSON, without a character that a terminal would obey', async () => {
    const { out } = await written(['contact-address', '--json', HOSTILE]);
    expect(out).not.toMatch(OBEYED);
    expect(JSON.parse(out)).toMatchObject([{ input: HOSTILE }]);
  });
});
