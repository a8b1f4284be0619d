/** What asks a program to stop: Ctrl-C, `kill`, a closed terminal, and Ctrl-Break or a closed console on Windows. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;

/** Calls the listener for each of them, in place of ending the process in mid-command. */
export function onStopSignal(
  listener: () => void,
  target: { on(signal: NodeJS.Signals, listener: () => void): unknown } = process,
): void {
  for (const signal of STOP_SIGNALS) target.on(signal, listener);
}
