/** Runs what it is given, so many at a time, in the order in which it was asked. */
export type Bounded = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** A gate that lets at most `limit` pieces of work run at a time. */
export function createBounded(limit: number): Bounded {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= limit) await new Promise<void>((begin) => waiting.push(begin));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place goes to the next in line, so the count stays.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
