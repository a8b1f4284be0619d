import { type Result, failed, success } from '../../core/failure.ts';
import { type Answer, CallLoop, type InvokeOptions, type SessionStatus } from './call-loop.ts';
import type { Operation } from './framing.ts';
import type { StartedShell } from './shell-process.ts';
import { type StartOptions, startShell } from './start-shell.ts';
import { type StartTimer, startTimer as realTimer } from './timer.ts';

export interface SessionOptions extends StartOptions {
  /** A shell that was started before with the same options; otherwise one is started now. */
  readonly started?: StartedShell | null;
  readonly log?: (message: string) => void;
  /** How long the start may take; a cold server with a virus scanner needs tens of seconds. */
  readonly startTimeoutMs?: number;
  /** How long a shell that is ended may take to leave by itself, before it is forced. */
  readonly graceMs?: number;
  /** How timers are started: for tests, which say themselves when time is up. */
  readonly startTimer?: StartTimer;
}

/** One PowerShell process that works on one call after another. */
export interface Session {
  readonly status: SessionStatus;
  /** The process's id; null when it could not be started. */
  readonly processId: number | null;
  /**
   * Sends a call and waits for its answer. Calls wait for each other. A call that runs out of time or is cancelled
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

/** The operation of the first call: any answer that names the call proves that the module works. */
const GREETING = 'greet';
const START_TIMEOUT_MS = 60_000;
const GRACE_MS = 2_000;

/**
 * Starts a PowerShell, loads the module and waits until it answers.
 * Failure: `powershell-not-starting`, with what the shell said.
 */
export async function openSession(options: SessionOptions): Promise<Result<Session>> {
  const { executable: path, bootLine, startTimeoutMs = START_TIMEOUT_MS } = options;
  const { log = () => undefined, graceMs = GRACE_MS, startTimer = realTimer } = options;
  if (!/^[\x20-\x7e]+$/u.test(bootLine)) {
    return failed({ kind: 'invalid-request', detail: 'The first statement is not one line of printable ASCII.' });
  }
  let session: CallLoop;
  try {
    const started = options.started ?? startShell(options);
    const patience = { graceMs, startTimer };
    session = new CallLoop((listeners) => started.attach(listeners, patience), { log, ...patience });
  } catch (error) {
    return failed({ kind: 'powershell-not-starting', path, detail: String(error) });
  }
  log(`PowerShell ${session.processId ?? '-'}: ${path}`);
  log(`PowerShell ${session.processId ?? '-'}: ${bootLine}`);
  const greeted = await session.invoke(GREETING, {}, { timeoutMs: startTimeoutMs });
  if (greeted.ok || greeted.failure.kind === 'cmdlet-failed') return success(session);
  await session.close();
  const detail = 'detail' in greeted.failure ? greeted.failure.detail : greeted.failure.kind;
  return failed({ kind: 'powershell-not-starting', path, detail });
}
