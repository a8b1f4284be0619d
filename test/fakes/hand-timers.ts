import { type StartTimer, startTimer } from '../../electron/powershell/timer.ts';

/** Timers whose time is up when a test says so. */
export interface HandTimers {
  readonly start: StartTimer;
  /** The lengths of those that run, in milliseconds. */
  running(): readonly number[];
  /** Every start and stop so far, in order. */
  readonly events: readonly string[];
  /** Lets the time of all that run be up, or of those of one length. */
  runOut(ms?: number): void;
}

/** `isUpAtOnce` picks those whose time is up as soon as they are started; `count` is how many of its length there were. */
export function handTimers(isUpAtOnce: (ms: number, count: number) => boolean = () => false): HandTimers {
  const running = new Map<() => void, number>();
  const events: string[] = [];
  const started: number[] = [];
  return {
    start: (onTimeUp, ms) => {
      started.push(ms);
      events.push(`start ${ms}`);
      const act = (): void => onTimeUp();
      running.set(act, ms);
      const stop = (): void => {
        if (running.delete(act)) events.push(`stop ${ms}`);
      };
      const count = started.filter((one) => one === ms).length;
      if (isUpAtOnce(ms, count)) {
        setImmediate(() => {
          if (running.delete(act)) act();
        });
      }
      return stop;
    },
    running: () => [...running.values()],
    events,
    runOut: (wanted) => {
      const over = [...running].filter(([, ms]) => wanted === undefined || ms === wanted);
      for (const [act] of over) if (running.delete(act)) act();
    },
  };
}

/** The limits of requests are as long, or longer; those within which a process is to leave are shorter. */
const SHORTEST_LIMIT_MS = 60_000;

/** Timers for a real PowerShell: a request runs out of its time when a test says so, a process that leaves by the clock. */
export function handLimits(): Pick<HandTimers, 'start' | 'runOut'> {
  const limits = handTimers();
  return {
    start: (onTimeUp, ms) => (ms < SHORTEST_LIMIT_MS ? startTimer : limits.start)(onTimeUp, ms),
    runOut: () => limits.runOut(),
  };
}
