import { commandText } from '../deployment/command-text.ts';
import type { Snapshot } from '../deployment/deployment.ts';
import { type PlannedChange, isSameSubject, subjectKey } from '../plan/change.ts';
import { snapshotWith } from './changed-snapshot.ts';
import { isOwnState, othersClaim } from './others-claims.ts';
import { rollbackTexts as say } from './rollback-texts.ts';
import type { RollbackStep, RunEvent } from './run-events.ts';
import type { ChangeResult, RunSnapshot } from './run.ts';
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
  // Each step finds the deployment as the steps before it leave it.
  let present = live;
  return sentChanges(changes, run)
    .toReversed()
    .map((change) => {
      const step = rollbackStep(change, { changes, run, before, live: present });
      if (step.status === 'would-change') present = snapshotWith(present, change.subject, change.before);
      return step;
    });
}

/** One step, for the deployment as it is at that moment. */
export function rollbackStep(change: PlannedChange, facts: RollbackFacts): RollbackStep {
  const { run, before, live } = facts;
  const step = (status: RollbackStep['status'], reason: string | null): RollbackStep => ({
    id: change.id,
    sentence: say.sentence(change.sentence),
    command: change.undo && status !== 'already-right' ? commandText(change.undo) : null,
    status,
    reason,
  });
  if (isTakenBack(change, facts)) return step('already-right', null);
  if (change.undo === null) return step('cannot-tell', say.unknownBefore);
  const made = run.changes.find(({ id }) => id === change.id);
  if (!isOwnState(change, made, readBackOf(live, change))) return step('not-applicable', say.changedSince);
  const claim = othersClaim(change.undo, before, live);
  if (claim !== null) return step('not-applicable', claim);
  return step('would-change', change.subject.type === 'access-edge' ? say.federationBack : null);
}

/**
 * True when the object is as it was before this change, or before an earlier one: a provider that was created again after
 * another of its name had made room is not the one that stands in its way.
 */
function isTakenBack(change: PlannedChange, { changes, live }: RollbackFacts): boolean {
  const earlier = changes.slice(0, changes.indexOf(change) + 1);
  return earlier
    .filter((one) => one.call !== null && isSameSubject(one, change.subject))
    .some((one) => isAsWanted(one.before, readBackOf(live, one)));
}

/** The changes whose command was sent, so that something of them may stand. */
export function sentChanges(changes: readonly PlannedChange[], run: RunSnapshot): readonly PlannedChange[] {
  return changes.filter((change) => change.call !== null && !NOT_SENT.includes(resultOf(run, change)));
}

const NOT_SENT: readonly ChangeResult[] = ['waiting', 'already-right', 'skipped'];

/** The changes that are still to be made, for a run that goes on. */
export function remainingChanges(changes: readonly PlannedChange[], run: RunSnapshot): readonly PlannedChange[] {
  return changes.filter((change) => change.call !== null && !MADE.includes(resultOf(run, change)));
}

const MADE: readonly ChangeResult[] = ['done', 'already-right'];

/** The changes that may stand as far as the record tells, without a look at the deployment. */
export function standingAtMost(changes: readonly PlannedChange[], run: RunSnapshot): readonly PlannedChange[] {
  return sentChanges(changes, run).filter((change) => resultOf(run, change) !== 'restored');
}

function resultOf(run: RunSnapshot, { id }: PlannedChange): ChangeResult {
  return run.changes.find((one) => one.id === id)?.result ?? 'waiting';
}

/** A change whose outcome was not known, and what reading the deployment says of it. */
export type SettledChange = Pick<Extract<RunEvent, { type: 'change-settled' }>, 'id' | 'result' | 'readBack'>;

/**
 * What became of the changes of a run, by reading alone; those of which that is known already are left out. An object goes
 * through the states that its changes give it one after the other; the state in which it is now tells how many of them
 * were made.
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
    return one === undefined || isKnown(one, run, resultOf(run, change)) ? [] : [one];
  });
}

/** True when the record says so already; why a change does not stand is known better than that it does not. */
function isKnown({ id, result }: SettledChange, { restores }: RunSnapshot, known: ChangeResult): boolean {
  if (restores.some((one) => one.id === id && one.result === 'running')) return false;
  return known === result || (result === 'skipped' && NOT_STANDING.includes(known));
}

const NOT_STANDING: readonly ChangeResult[] = ['restored', 'failed', 'not-as-wanted'];

function settleObject(changes: readonly PlannedChange[], run: RunSnapshot, live: Snapshot): SettledChange[] {
  const started = changes.filter((change) => !NOT_SENT.includes(resultOf(run, change))).length;
  const made = [changes.length, ...changes.map((_, index) => index).toReversed()]
    .filter((count) => isAfter(changes, count, live))
    // What was never sent cannot have been made by this run; somebody else may have, which only the rest can show.
    .toSorted((one, other) => Number(one > started) - Number(other > started))[0];
  const resultAt = (index: number): SettledChange['result'] => {
    const isSent = index < started;
    if (made === undefined) return isSent ? 'unknown' : 'skipped';
    if (index >= made) return 'skipped';
    return isSent ? 'done' : 'already-right';
  };
  return changes.map((change, index) => ({
    id: change.id,
    result: resultAt(index),
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
