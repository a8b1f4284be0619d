import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { testPowerShell } from './practice-shell.ts';

/** What a statement did: all that it showed, and whether it failed, as PowerShell's exit code says it. */
export interface ScriptOutcome {
  readonly code: number | null;
  readonly text: string;
}

const MARK = '<<<the statement has ended>>>';

/** As `pwsh` is started for one statement, with every terminal feature off. */
export const SCRIPT_ENVIRONMENT = { ...process.env, TERM: 'dumb', NO_COLOR: '1' };

interface WarmShell {
  readonly process: ChildProcessWithoutNullStreams;
  readonly ended: Promise<unknown>;
}

/** One PowerShell for the statements of a worker, one at a time; it ends with the worker, whose end closes its input. */
let warm: WarmShell | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs one line in a PowerShell that has run others before, as an administrator does in an open management shell. What
 * it leaves behind has to be taken away by `after`.
 */
export function runInWarmShell(line: string, after: string): Promise<ScriptOutcome> {
  const outcome = last.then(() => runLine(line, after));
  last = outcome.catch(() => undefined);
  return outcome;
}

async function runLine(line: string, after: string): Promise<ScriptOutcome> {
  if (warm === null || isOver(warm)) warm = start();
  const { process: shell, ended } = warm;
  const written = [shell.stdout, shell.stderr].map((stream) => untilMark(stream, ended));
  const mark = `[Console]::Out.Write($script:failed); [Console]::Out.Write('${MARK}'); [Console]::Error.Write('${MARK}')`;
  shell.stdin.write(`${line}\n$script:failed = [int](-not $?)\n${after}\n${mark}\n`);
  const [shown = '', errors = ''] = await Promise.all(written);
  // One that ended meanwhile has said no more, and has an exit code of its own, or none when it was killed.
  if (isOver({ process: shell })) return { code: shell.exitCode, text: withoutReturns(shown + errors) };
  return { code: Number(shown.at(-1)), text: withoutReturns(shown.slice(0, -1) + errors) };
}

function start(): WarmShell {
  const args = ['-NoProfile', '-NonInteractive', '-Command', '-'];
  const started = spawn(testPowerShell(), args, { env: SCRIPT_ENVIRONMENT });
  return { process: started, ended: once(started, 'close') };
}

function isOver({ process: { exitCode, signalCode } }: Pick<WarmShell, 'process'>): boolean {
  return exitCode !== null || signalCode !== null;
}

/** What a stream says before the mark, or before the process ends. */
async function untilMark(stream: Readable, ended: Promise<unknown>): Promise<string> {
  let written = '';
  let onMark: () => void = () => undefined;
  const marked = new Promise<void>((resolve) => (onMark = resolve));
  const read = (part: string): void => {
    written += part;
    if (written.includes(MARK)) onMark();
  };
  stream.setEncoding('utf8').on('data', read);
  await Promise.race([marked, ended]);
  stream.off('data', read);
  return written.split(MARK)[0] ?? '';
}

function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
