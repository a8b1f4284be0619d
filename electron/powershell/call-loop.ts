import { randomBytes } from 'node:crypto';
import { EOL } from 'node:os';
import { type Failure, type Result, failed, success } from '../../core/failure.ts';
import { type AnswerDocument, type OutputLine, callText, readAnswer, readOutputLine } from './framing.ts';
import { PrintedLines } from './printed-lines.ts';
import type { ShellListeners, ShellProcess } from './shell-process.ts';
import { type Patience, type StartTimer, settledWithin } from './timer.ts';

/** `closed` is final: a session that was lost is never revived, because what its last command did is not known. */
export type SessionStatus = 'starting' | 'ready' | 'busy' | 'closed';

export interface InvokeOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** What the module answered when it succeeded; `value` is unchecked. */
export type Answer = Omit<Extract<AnswerDocument, { ok: true }>, 'id' | 'ok'> & {
  /** What else the shell printed on standard output for this call, line by line. */
  readonly printed: readonly string[];
};

export interface CallLoopOptions extends Patience {
  readonly log: (message: string) => void;
}

interface Call {
  readonly id: string;
  readonly text: string;
  readonly during: string;
  readonly timeoutMs: number;
  readonly settle: (result: Result<Answer>) => void;
}

/** One shell process that works on one call after another, from its start to its end. */
export class CallLoop {
  readonly #process: ShellProcess;
  readonly #printed: PrintedLines;
  readonly #log: (message: string) => void;
  readonly #graceMs: number;
  readonly #startTimer: StartTimer;
  readonly #waiting: Call[] = [];
  #current: Call | null = null;
  /** The answer that named no call, if one came: the module's word that it could not read the present one. */
  #refusal: string | null = null;
  /** The call that was answered last, of which the shell may still print something. */
  #answeredId: string | null = null;
  #stopTimer: () => void = () => undefined;
  #status: SessionStatus = 'starting';
  /** Why the session is being discarded, once that is decided: an answer that comes later is too late. */
  #loss: Failure | null = null;
  #closing: Promise<void> | null = null;

  /** `start` starts the process and is told where to bring its lines. */
  constructor(start: (listeners: ShellListeners) => ShellProcess, options: CallLoopOptions) {
    const { log, graceMs, startTimer } = options;
    this.#log = log;
    this.#graceMs = graceMs;
    this.#startTimer = startTimer;
    this.#printed = new PrintedLines(log);
    this.#process = start({
      onOutputLine: (line) => this.#onOutputLine(line),
      onOutputRest: (rest) => {
        if (readOutputLine(rest).kind === 'printed') this.#printed.add(rest);
      },
      onErrorLine: (line) => this.#printed.add(line),
    });
    void this.#process.ended.then((how) => this.#onEnded(how));
  }

  get status(): SessionStatus {
    return this.#status;
  }

  get processId(): number | null {
    return this.#process.pid;
  }

  /** See `Session.close`. */
  close(): Promise<void> {
    this.#closing ??= this.#leave();
    return this.#closing;
  }

  /** See `Session.invoke`. */
  invoke(
    operation: string,
    parameters: Readonly<Record<string, unknown>>,
    { timeoutMs, signal }: InvokeOptions,
  ): Promise<Result<Answer>> {
    const during = typeof parameters['cmdlet'] === 'string' ? parameters['cmdlet'] : operation;
    if (signal?.aborted === true) return Promise.resolve(failed({ kind: 'cancelled' }));
    if (this.#status === 'closed') return Promise.resolve(failed(lost(during, 'ended', 'The session has ended.')));
    return new Promise((resolve) => {
      const id = randomBytes(16).toString('hex');
      const onAbort = (): void => this.#cancel(call);
      const settle = (result: Result<Answer>): void => {
        signal?.removeEventListener('abort', onAbort);
        resolve(result);
      };
      const call: Call = { id, text: callText(id, operation, parameters), during, timeoutMs, settle };
      signal?.addEventListener('abort', onAbort);
      this.#waiting.push(call);
      this.#sendNext();
    });
  }

  #sendNext(): void {
    if (this.#status === 'closed' || this.#current !== null) return;
    const call = this.#waiting.shift();
    if (call === undefined) return;
    this.#current = call;
    this.#refusal = null;
    if (this.#status === 'ready') this.#setStatus('busy', call.during);
    this.#printed.startCall();
    this.#stopTimer = this.#startTimer(() => this.#onTimeout(call), call.timeoutMs);
    this.#process.write(call.text);
  }

  #onOutputLine(line: string): void {
    const output = readOutputLine(line);
    const call = this.#current;
    // What came before this was printed by the earlier call, however late it was read.
    if (output.kind === 'end' && output.id === this.#answeredId) this.#printed.startCall();
    else if (call === null || output.kind === 'printed' || output.id !== call.id) this.#onOtherLine(line, output);
    else if (this.#loss !== null) return;
    else if (output.kind === 'answer') this.#finish(readResult(output.payload, call, this.#printed.lines()));
    // What explains the silence stands on standard error, which is read in the same round, perhaps after this.
    else setImmediate(() => this.#onSilence(call));
  }

  /** Anything may be printed that looks like an answer, so an answer without a name counts only when no other comes. */
  #onOtherLine(line: string, output: OutputLine): void {
    if (output.kind === 'answer' && output.id === '') this.#refusal ??= output.payload;
    this.#printed.addPrinted(line);
  }

  #onSilence(call: Call): void {
    if (call !== this.#current || this.#loss !== null) return;
    if (this.#refusal !== null) return this.#finish(refusedResult(this.#refusal, call));
    const detail = `PowerShell did not answer the request. ${this.#printed.recent()}`.trim();
    this.#finish(failed({ kind: 'unreadable-answer', during: call.during, detail }));
  }

  /** The shell is done with the present call and free for the next. */
  #finish(result: Result<Answer>): void {
    this.#settleCurrent(result);
    if (this.#status === 'closed') return;
    this.#setStatus('ready');
    this.#sendNext();
  }

  #settleCurrent(result: Result<Answer>): void {
    this.#stopTimer();
    const call = this.#current;
    this.#current = null;
    this.#answeredId = call?.id ?? this.#answeredId;
    call?.settle(result);
  }

  #cancel(call: Call): void {
    const place = this.#waiting.indexOf(call);
    if (place !== -1) this.#waiting.splice(place, 1);
    if (call === this.#current) void this.#discard({ kind: 'cancelled' });
    else call.settle(failed({ kind: 'cancelled' }));
  }

  #onTimeout(call: Call): void {
    const detail = `No answer came within ${call.timeoutMs / 1000} seconds. ${this.#printed.recent()}`.trim();
    void this.#discard(lost(call.during, 'timed-out', detail));
  }

  /** Ends the shell first, so that the caller who then reads the deployment does not race with a command that still runs. */
  async #discard(failure: Failure): Promise<void> {
    // While it is being ended its time may run out as well: the first reason is the one.
    if (this.#loss !== null) return;
    this.#loss = failure;
    this.#refuseMore();
    await this.#process.kill();
    this.#settleCurrent(failed(failure));
  }

  #onEnded(how: string): void {
    this.#log(`PowerShell ${this.#process.pid ?? '-'}: ${how}`);
    this.#refuseMore();
    // A session that is being discarded has its own reason to tell, and settles when the whole tree has gone.
    if (this.#loss !== null) return;
    const detail = `${how} ${this.#printed.recent()}`.trim();
    this.#settleCurrent(failed(lost(this.#current?.during ?? '', 'ended', detail)));
  }

  async #leave(): Promise<void> {
    this.#refuseMore();
    this.#process.leave(`exit${EOL}`);
    await settledWithin(this.#process.ended, this.#graceMs, this.#startTimer);
    await this.#process.kill();
    await this.#process.ended;
  }

  #refuseMore(): void {
    this.#setStatus('closed');
    for (const { during, settle } of this.#waiting.splice(0)) {
      settle(failed(lost(during, 'ended', 'The session ended before the request was sent.')));
    }
  }

  #setStatus(status: SessionStatus, detail = ''): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#log(`PowerShell ${this.#process.pid ?? '-'}: ${status} ${detail}`.trimEnd());
  }
}

function readResult(payload: string, { id, during }: Call, printed: readonly string[]): Result<Answer> {
  const answer = readAnswer(payload, id);
  if (typeof answer === 'string') return failed({ kind: 'unreadable-answer', during, detail: answer });
  return answer.ok ? success({ ...answer, printed }) : failed({ kind: 'cmdlet-failed', during, error: answer.error });
}

/** The answer to a call that the module could not even read: it names none, and nothing was done. */
function refusedResult(payload: string, { during }: Call): Result<Answer> {
  const answer = readAnswer(payload, '');
  if (typeof answer === 'string' || answer.ok) {
    return failed({ kind: 'unreadable-answer', during, detail: 'The answer names no request.' });
  }
  return failed({ kind: 'invalid-request', detail: answer.error.message });
}

function lost(during: string, reason: 'ended' | 'timed-out', detail: string): Failure {
  return { kind: 'powershell-lost', during, reason, detail };
}
