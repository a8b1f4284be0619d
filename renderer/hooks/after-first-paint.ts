/** A window that is not visible paints nothing; it is not waited for longer than this. */
const LIMIT_MS = 500;

/** Runs something once the page has been painted for the first time. Returns the function that calls it off. */
export function afterFirstPaint(run: () => void): () => void {
  const state: { frame: number; timer: ReturnType<typeof setTimeout>; hasRun: boolean } = {
    frame: 0,
    timer: setTimeout(() => runOnce(), LIMIT_MS),
    hasRun: false,
  };
  const runOnce = (): void => {
    if (state.hasRun) return;
    state.hasRun = true;
    stop();
    run();
  };
  const stop = (): void => {
    cancelAnimationFrame(state.frame);
    clearTimeout(state.timer);
  };
  // A frame's callbacks run before it is painted, and a timer set in one runs after.
  state.frame = requestAnimationFrame(() => {
    clearTimeout(state.timer);
    state.timer = setTimeout(runOnce);
  });
  return stop;
}
