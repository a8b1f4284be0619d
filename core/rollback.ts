import { type PlannedChange, type Properties, subjectKey } from './change.ts';
import { commandText } from './command-text.ts';
import type { Snapshot } from './deployment.ts';
import { hasSameFederation } from './fingerprint.ts';
import type { RollbackStep } from './run-events.ts';
import type { ChangeResult, RunSnapshot } from './run.ts';
import { rollbackTexts as say } from './texts/rollback.ts';
import { isAsWanted, readBackOf } from './verification.ts';

/** What is known when a run is taken back: its changes, what there was before, and what there is now. */
interface RollbackFacts {
  readonly changes: readonly PlannedChange[];
  readonly run: RunSnapshot;
  readonly before: Snapshot;
  readonly live: Snapshot;
}

/**
 * How a run is taken back: only what it changed, last change first, each compared with what is there now. A value that is
 * neither what the run left nor what was there before belongs to somebody else by now, and stays.
 */
export function rollbackPlan({ changes, run, before, live }: RollbackFacts): RollbackStep[] {
  const simulated = new Map<string, Properties | null>();
  return sentChanges(changes, run)
    .toReversed()
    .map((change) => {
      const key = subjectKey(change.subject);
      const known = simulated.get(key);
      const present = known === undefined ? readBackOf(live, change) : known;
      const step = rollbackStep(change, { present, result: resultOf(run, change), before, live });
      // What follows on the same object finds it as this step leaves it.
      if (step.status === 'would-change') simulated.set(key, change.before);
      return step;
    });
}

interface StepFacts {
  readonly present: Properties | null;
  readonly result: ChangeResult;
  readonly before: Snapshot;
  readonly live: Snapshot;
}

/** One step, for the object as it is at that moment. */
export function rollbackStep(change: PlannedChange, { present, result, before, live }: StepFacts): RollbackStep {
  const step = (status: RollbackStep['status'], reason: string | null): RollbackStep => ({
    id: change.id,
    sentence: say.sentence(change.sentence),
    command: change.undo && status !== 'already-right' ? commandText(change.undo) : null,
    status,
    reason,
  });
  if (isAsWanted(change.before, present)) return step('already-right', null);
  if (change.undo === null) return step('cannot-tell', say.unknownBefore);
  // Off again takes federation from everybody: only while nobody else has come to rely on it (facts J.8).
  if (change.subject.type === 'access-edge' && !hasSameFederation(before, live)) {
    return step('not-applicable', say.othersRelyOnFederation);
  }
  if (result === 'done' && !isAsWanted(change.after, present)) return step('not-applicable', say.changedSince);
  return step('would-change', change.subject.type === 'access-edge' ? say.federationBack : null);
}

/** The changes whose command was sent, so that something of them may stand. */
export function sentChanges(changes: readonly PlannedChange[], run: RunSnapshot): readonly PlannedChange[] {
  return changes.filter((change) => change.call !== null && !NOT_SENT.includes(resultOf(run, change)));
}

const NOT_SENT: readonly ChangeResult[] = ['waiting', 'already-right', 'skipped'];

function resultOf(run: RunSnapshot, { id }: PlannedChange): ChangeResult {
  return run.changes.find((one) => one.id === id)?.result ?? 'waiting';
}

/** A change whose outcome was not known, and what reading the deployment says of it. */
export interface SettledChange {
  readonly id: string;
  readonly result: 'done' | 'skipped' | 'unknown';
  readonly readBack: Properties | null;
}

/**
 * What became of the changes of a run that did not come to its end, by reading alone; those of which that is known already
 * are left out. An object goes through the states
 * that its changes give it one after the other; the state in which it is now tells how many of them were made.
 */
export function settleChanges({ changes, run, live }: Omit<RollbackFacts, 'before'>): SettledChange[] {
  const pending = changes.filter((change) => change.call !== null);
  const objects = new Map<string, PlannedChange[]>();
  for (const change of pending) {
    const key = subjectKey(change.subject);
    objects.set(key, [...(objects.get(key) ?? []), change]);
  }
  const settled = new Map(
    [...objects.values()].flatMap((ofObject) => settleObject(ofObject, run, live)).map((one) => [one.id, one]),
  );
  return pending.flatMap((change) => {
    const one = settled.get(change.id);
    const known = resultOf(run, change);
    return one === undefined || known === one.result || (known === 'restored' && one.result === 'skipped') ? [] : [one];
  });
}

function settleObject(changes: readonly PlannedChange[], run: RunSnapshot, live: Snapshot): SettledChange[] {
  const started = changes.filter((change) => !NOT_SENT.includes(resultOf(run, change))).length;
  const made = [changes.length, ...changes.map((_, index) => index).toReversed()]
    .filter((count) => isAfter(changes, count, live))
    // What was never sent cannot have been made by this run; somebody else may have, which only the rest can show.
    .toSorted((one, other) => Number(one > started) - Number(other > started))[0];
  return changes.map((change, index) => ({
    id: change.id,
    result: made === undefined ? (index < started ? 'unknown' : 'skipped') : index < made ? 'done' : 'skipped',
    readBack: readBackOf(live, change),
  }));
}

/** True when the object is as it is after the first `count` of its changes. */
function isAfter(changes: readonly PlannedChange[], count: number, live: Snapshot): boolean {
  const last = changes[count - 1];
  if (last) return isAsWanted(last.after, readBackOf(live, last));
  const first = changes[0];
  return first !== undefined && isAsWanted(first.before, readBackOf(live, first));
}
