import { PowerShell } from 'node-powershell';
import { type Result, failed, success } from '../../core/failure.ts';
import type { Operation } from './framing.ts';
import { type Answer, type InvokeOptions, RequestLoop, type SessionStatus } from './request-loop.ts';
import { type ShellListeners, type ShellProcess, attachProcess } from './shell-process.ts';

export interface SessionOptions {
  /** Full path of a PowerShell. */
  readonly executable: string;
  /** The statement that loads the FederationHost module: one line of printable ASCII. */
  readonly bootLine: string;
  /** The environment that the shell inherits; our own when left out. */
  readonly env?: NodeJS.ProcessEnv;
  readonly log?: (message: string) => void;
  /** How long the start may take; a cold server with a virus scanner needs tens of seconds. */
  readonly startTimeoutMs?: number;
  /** How long a shell that is ended may take to leave by itself, before it is forced. */
  readonly graceMs?: number;
}

/** One PowerShell process that works on one request after another. */
export interface Session {
  readonly status: SessionStatus;
  /** The process's id; null when it could not be started. */
  readonly processId: number | null;
  /**
   * Sends a request and waits for its answer. Requests wait for each other. A request that runs out of time or is cancelled
   * after it was sent ends the shell and the session: its effect is unknown then, and the deployment must be read again.
   * Failures: `cmdlet-failed`, `invalid-request`, `unreadable-answer`, `powershell-lost`, `cancelled`.
   */
  invoke(
    operation: Operation,
    parameters: Readonly<Record<string, unknown>>,
    options: InvokeOptions,
  ): Promise<Result<Answer>>;
  /** Ends the shell: asked first, then forced. Settles when it has gone; calling it again is harmless. */
  close(): Promise<void>;
}

/** The operation of the first request: any answer that names the request proves that the module works. */
const GREETING = 'greet';
const START_TIMEOUT_MS = 60_000;
const GRACE_MS = 2_000;

/**
 * Starts a PowerShell, loads the module and waits until it answers.
 * Failure: `powershell-not-starting`, with what the shell said.
 */
export async function openSession(options: SessionOptions): Promise<Result<Session>> {
  const { executable: path, bootLine, startTimeoutMs = START_TIMEOUT_MS } = options;
  const { log = () => undefined, graceMs = GRACE_MS } = options;
  if (!/^[\x20-\x7e]+$/u.test(bootLine)) {
    return failed({ kind: 'invalid-request', detail: 'The first statement is not one line of printable ASCII.' });
  }
  let session: RequestLoop;
  try {
    session = new RequestLoop((listeners) => startShell(options, graceMs, listeners), { log, graceMs });
  } catch (error) {
    return failed({ kind: 'powershell-not-starting', path, detail: String(error) });
  }
  log(`PowerShell ${session.processId ?? '-'}: ${path}`);
  session.write(bootLine);
  const greeted = await session.invoke(GREETING, {}, { timeoutMs: startTimeoutMs });
  if (greeted.ok || greeted.failure.kind === 'cmdlet-failed') return success(session);
  await session.close();
  const detail = 'detail' in greeted.failure ? greeted.failure.detail : greeted.failure.kind;
  return failed({ kind: 'powershell-not-starting', path, detail });
}

function startShell(options: SessionOptions, graceMs: number, listeners: ShellListeners): ShellProcess {
  const env = shellEnvironment(options.env ?? process.env);
  const shell = new HostedPowerShell({
    executable: options.executable,
    executableOptions: { '-NoProfile': true, '-NonInteractive': true },
    spawnOptions: { env, windowsHide: true },
    throwOnInvocationError: false,
  });
  return attachProcess(shell, listeners, env, graceMs);
}

/** The library's shell with the executable that it is told: by itself it follows the variable NODE_POWERSHELL instead. */
class HostedPowerShell extends PowerShell {
  protected override setExecutable({ executable = '' }: { executable?: string }): string {
    return executable;
  }
}

/** A terminal that can show nothing: otherwise PowerShell writes escape sequences before answers and colours into texts. */
function shellEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => name.toUpperCase() !== 'NODE_POWERSHELL');
  return { ...Object.fromEntries(kept), TERM: 'dumb', NO_COLOR: '1' };
}
