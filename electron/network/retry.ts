import { setTimeout as pause } from 'node:timers/promises';

/** Pauses before the second and the third time that something is tried which had no answer in time. */
const BACK_OFF_MS = [200, 800] as const;

/**
 * Tries again what had no answer in time, after a pause that grows. Any other outcome, a refusal for one, is an answer.
 * The last outcome is returned, whatever it is; an aborted signal ends the pauses and further tries.
 */
export async function retry<Outcome>(
  attempt: () => Promise<Outcome>,
  isTimedOut: (outcome: Outcome) => boolean,
  signal: AbortSignal,
): Promise<Outcome> {
  let outcome = await attempt();
  for (const ms of BACK_OFF_MS) {
    if (signal.aborted || !isTimedOut(outcome)) return outcome;
    // An aborted pause is only a shorter one.
    await pause(ms, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) outcome = await attempt();
  }
  return outcome;
}
