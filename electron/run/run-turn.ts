import { type Result, failed } from '../../core/failure.ts';

/** What this process does about runs at the moment. */
type TurnStatus =
  | { readonly kind: 'free' }
  | { readonly kind: 'beginning' }
  | { readonly kind: 'running'; readonly cancel: () => void };

const FREE: TurnStatus = { kind: 'free' };

/** How a run is told to stop: after the command in hand, and then also that command. */
export interface StopSignals {
  readonly cancelSignal: AbortSignal;
  readonly forceSignal: AbortSignal;
}

/** The turn to run something on a deployment: this process has one, and whoever has it can be cancelled. */
export class RunTurn {
  readonly #graceMs: number;
  #status: TurnStatus = FREE;

  /** `graceMs`: how long a cancelled run may take over the command in hand before that is ended too. */
  constructor(graceMs: number) {
    this.#graceMs = graceMs;
  }

  /** Takes the turn to begin a run, and gives it back unless one is running by then. Failure: `busy` when it is taken. */
  async take<T>(begin: () => Promise<Result<T>>): Promise<Result<T>> {
    if (this.#status.kind !== 'free') return failed({ kind: 'busy' });
    const beginning = this.#become({ kind: 'beginning' });
    try {
      return await begin();
    } finally {
      this.#leave(beginning);
    }
  }

  /** Keeps the turn until the run has ended, however it ends. */
  run<T>(work: (signals: StopSignals) => Promise<T>): Promise<T> {
    const cancelling = new AbortController();
    const forcing = new AbortController();
    const running = this.#become({
      kind: 'running',
      cancel: () => {
        cancelling.abort();
        setTimeout(() => forcing.abort(), this.#graceMs).unref();
      },
    });
    return work({ cancelSignal: cancelling.signal, forceSignal: forcing.signal }).finally(() => this.#leave(running));
  }

  /** Asks the run to stop; does nothing when none is running. */
  cancel(): void {
    if (this.#status.kind === 'running') this.#status.cancel();
  }

  #become(status: TurnStatus): TurnStatus {
    this.#status = status;
    return status;
  }

  /** What has been followed by something else is not left any more. */
  #leave(status: TurnStatus): void {
    if (this.#status === status) this.#become(FREE);
  }
}
