import type { LockOwner } from '../failure.ts';

/** What is said when a run begins although a lock was left behind. */
export const runLockText = {
  takenOver: ({ runId, user, processId }: LockOwner) =>
    `Run ${runId} of ${user}, process ${processId}, ended before it was finished, and may have left the deployment changed. Its lock was taken over.`,
  movedAside: (path: string) => `A lock file could not be read. It was moved aside: ${path}`,
} as const;
