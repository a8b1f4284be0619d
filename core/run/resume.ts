import type { Snapshot } from '../deployment/deployment.ts';
import { type PlannedChange, isSameSubject } from '../plan/change.ts';
import { remainingChanges } from './rollback.ts';
import type { RunSnapshot } from './run.ts';
import { isAsWanted, readBackOf } from './verification.ts';

/** What continuing a run would do, and what stands in its way. */
export interface Continuation {
  readonly remaining: readonly PlannedChange[];
  /** The changes whose object is not as the run expects it, so that making them would not be what was reviewed. */
  readonly moved: readonly PlannedChange[];
  readonly canContinue: boolean;
}

/** Decides whether a run can be continued, from its settled picture and the deployment as it is now. */
export function continuationOf(changes: readonly PlannedChange[], run: RunSnapshot, live: Snapshot): Continuation {
  const remaining = remainingChanges(changes, run);
  const isNextOfItsObject = (change: PlannedChange) =>
    remaining.find((one) => isSameSubject(one, change.subject)) === change;
  const moved = remaining
    .filter(isNextOfItsObject)
    .filter((change) => !isAsWanted(change.before, readBackOf(live, change)));
  return { remaining, moved, canContinue: moved.length === 0 };
}
