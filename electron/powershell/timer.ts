/** Starts a timer, and returns what stops it. Injected, so that a test says itself when time is up. */
export type StartTimer = (onTimeUp: () => void, ms: number) => () => void;

/** A timer of the real clock. */
export const startTimer: StartTimer = (onTimeUp, ms) => {
  const timer = setTimeout(onTimeUp, ms);
  return () => clearTimeout(timer);
};

/** How long a process that is ended may take to leave by itself, before it is forced, and how that is timed. */
export interface Patience {
  readonly graceMs: number;
  readonly startTimer: StartTimer;
}

/** Settles with the promise, or when the time is up. */
export async function settledWithin(waited: Promise<unknown>, ms: number, start: StartTimer): Promise<void> {
  let stop = (): void => undefined;
  const timeIsUp = new Promise<void>((resolve) => {
    stop = start(resolve, ms);
  });
  await Promise.race([waited, timeIsUp]);
  stop();
}
