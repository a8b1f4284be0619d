import { setTimeout as pause } from 'node:timers/promises';

/** How often it is looked. */
const LOOK_MS = 5;

/** Waits until a look returns true. It has no time limit of its own: how long a machine needs says nothing. */
export async function until(look: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await look())) await pause(LOOK_MS);
}
