import type { Snapshot } from './deployment.ts';

/** True when a part could be read: that nothing was found in one that could not proves nothing. */
export function isRead(
  snapshot: Pick<Snapshot, 'unreadable'> | null,
  part: Exclude<keyof Snapshot, 'unreadable'>,
): boolean {
  return snapshot !== null && !snapshot.unreadable.some((one) => one.part === part);
}
