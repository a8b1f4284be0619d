import { ChildProcess } from 'node:child_process';
import { EOL } from 'node:os';
import { PassThrough } from 'node:stream';
import { lineStream } from './line-stream.ts';
import { endProcessTree } from './process-tree.ts';
import { type Patience, settledWithin } from './timer.ts';

/** How long output that is still in the pipe is waited for after the process has ended. */
export const DRAIN_MS = 250;

/** A running shell as the session sees it: text in, lines out, and an end that is always noticed. */
export interface ShellProcess {
  readonly pid: number | null;
  /** Settles, and never rejects, once the process has ended and its output has been read: how it ended, in words. */
  readonly ended: Promise<string>;
  write(text: string): void;
  /** Ends it with all that it has started. Settles when nothing of it is left. */
  kill(): Promise<void>;
  /** Asks it to leave; it does so when its present command is done. */
  leave(text: string): void;
}

export interface ShellListeners {
  readonly onOutputLine: (line: string) => void;
  /** What stands after the last line end when the output closes. */
  readonly onOutputRest: (rest: string) => void;
  readonly onErrorLine: (line: string) => void;
}

/** A process that has been started and to which nobody listens yet: what it prints waits in its pipes. */
export interface StartedShell {
  readonly pid: number | null;
  /** Writes one statement; it is worked on when the shell is ready. */
  write(statement: string): void;
  /** Listens from here on; once. */
  attach(listeners: ShellListeners, patience: Patience): ShellProcess;
}

/**
 * The process behind a node-powershell shell. The library keeps the process and its exit promise to itself (in its types,
 * not at run time), and its `invoke` cannot be relied on: a shell that ends in mid-command counts as success, a byte on
 * standard error as failure, a command that ran out of time runs on, calls that wait when the shell ends never settle,
 * and every answer is kept for ever. So the library starts the process, and its pipes are used directly.
 */
export function holdProcess(shell: object, env: NodeJS.ProcessEnv): StartedShell {
  const child: unknown = Reflect.get(shell, 'process');
  if (!(child instanceof ChildProcess)) throw new Error('node-powershell has no process');
  const exit: unknown = Reflect.get(shell, 'exitPromise');
  // Rejects when the shell could not be started or ended badly; nobody awaits it, and Node would end our process.
  if (exit instanceof Promise) exit.catch(() => undefined);
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) throw new Error('The process has no pipes.');
  // A shell that has gone breaks the pipe; how it ended is told by the process.
  for (const stream of [stdin, stdout, stderr]) stream.on('error', () => undefined);
  // The library reads standard error from the start, so it is kept for whoever attaches. Piped, not listened to: when the
  // library removes its own pipe it pauses a stream without others, and a shell that writes more than the pipe holds would
  // stand still for ever.
  const errors = stderr.pipe(new PassThrough({ decodeStrings: false, encoding: 'utf8' }));

  const pid = child.pid ?? null;
  const how = howItEnded(child);
  const attach = (listeners: ShellListeners, patience: Patience): ShellProcess => {
    const output = lineStream(listeners.onOutputLine, listeners.onOutputRest);
    stdout.pipe(output);
    errors.pipe(lineStream(listeners.onErrorLine, listeners.onErrorLine));
    return {
      pid,
      ended: how.then(async (ending) => {
        // A process that it has left behind may hold the pipe open, so the wait has a limit.
        const drained = new Promise((resolve) => void output.once('close', resolve));
        if (pid !== null && !output.closed) await settledWithin(drained, DRAIN_MS, patience.startTimer);
        return ending;
      }),
      write: (text) => void stdin.write(text),
      leave: (text) => void stdin.end(text),
      kill: async () => {
        if (pid !== null && child.exitCode === null && child.signalCode === null)
          await endProcessTree(pid, patience, env);
        for (const stream of [stdin, stdout, stderr, errors, output]) stream.destroy();
      },
    };
  };
  return { pid, write: (statement) => void stdin.write(statement + EOL), attach };
}

function howItEnded(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      resolve(signal === null ? `The process ended with exit code ${code}.` : `The process was ended by ${signal}.`);
    });
  });
}
