import { type PlannedChange, subjectKey } from '../../core/plan/change.ts';
import type { RunSnapshot } from '../../core/run/run.ts';
import type { RecordedRun } from '../../electron/run/journal.ts';
import { type State, stateParts, stateText } from './deployment-state.ts';

/** The deployment before a run, and as the run wants it by these changes. */
export interface Expected {
  readonly before: State;
  readonly wanted: State;
  readonly changes: readonly PlannedChange[];
}

/** What is wrong with how a run ended, by the deployment's state. Empty when all is right. */
export function judgeEnd(run: RunSnapshot, state: State, expected: Expected): string[] {
  return [...judgeOutcome(run, state, expected), ...unended(run), ...judgePicture(run, state, expected)];
}

/** A run that ended must be the same on the disk. */
export function judgeRecord(run: RunSnapshot, record: RecordedRun | null): string[] {
  if (record === null) return ['The run is not recorded.'];
  return JSON.stringify(record.run) === JSON.stringify(run) ? [] : ['The record is another picture than the run’s.'];
}

function judgeOutcome({ outcome, byHand }: RunSnapshot, state: State, { before, wanted }: Expected): string[] {
  const text = stateText(state);
  const isBefore = text === stateText(before);
  const isWanted = text === stateText(wanted);
  const told = byHand.length > 0 ? [`Ended "${outcome}", and yet names commands to run by hand.`] : [];
  switch (outcome) {
    case 'done':
      return [...(isWanted ? [] : ['Ended "done", but the deployment is not as wanted.']), ...told];
    case 'restored':
    case 'cancelled':
    case 'nothing-to-do':
      return [...(isBefore ? [] : [`Ended "${outcome}", but the deployment is not as before.`]), ...told];
    case 'left-changed':
      return isBefore ? ['Ended "left-changed", but the deployment is as before.'] : [];
    case 'unknown':
      return [];
    case null:
      return ['It has no outcome.'];
  }
}

/** Nothing runs any more when a run has ended. */
function unended({ changes, restores }: RunSnapshot): string[] {
  return [
    ...changes
      .filter(({ result }) => result === 'running' || result === 'waiting')
      .map(({ id, result }) => `The run has ended, but ${id} is "${result}".`),
    ...restores
      .filter(({ result }) => result === 'running')
      .map(({ id }) => `The run has ended, but taking back ${id} is "running".`),
  ];
}

/**
 * Each object must be as the run's picture says: with those of its changes that are done, and without the others; with or
 * without one that is unknown. What no change is about must be as before.
 */
export function judgePicture(run: RunSnapshot, state: State, { before, wanted, changes: planned }: Expected): string[] {
  const was = stateParts(before);
  const wants = stateParts(wanted);
  const is = stateParts(state);
  const sent = planned.filter((change) => change.call !== null);
  return [...new Set([...was.keys(), ...wants.keys(), ...is.keys()])].flatMap((key) => {
    const changes = sent.filter((change) => subjectKey(change.subject) === key);
    // Before the first change and after each; a provider that makes room for another of its name is gone in between.
    const stages =
      changes.length === 0 ? [was.get(key)] : [was.get(key), ...changes.slice(1).map(() => undefined), wants.get(key)];
    const standings = changes.map(({ id }) => standingOf(run, id));
    // Changes of one object follow each other: after one that does not stand, none can, whatever is not known of it.
    const firstMissing = standings.indexOf('no');
    const least = standings.findLastIndex((one) => one === 'yes') + 1;
    const most = firstMissing < 0 ? standings.length : firstMissing;
    if (least <= most && stages.slice(least, most + 1).includes(is.get(key))) return [];
    return [`${key} is not as the run says (stands: ${standings.join(', ') || 'untouched'}): ${is.get(key) ?? 'gone'}`];
  });
}

/** Whether a change stands as the picture has it: not known of one that is being made, or taken back, or was lost. */
function standingOf({ changes, restores, outcome }: RunSnapshot, id: string): 'yes' | 'no' | 'either' {
  const result = changes.find((one) => one.id === id)?.result;
  if (result === 'running' || result === 'unknown') return 'either';
  // What a command that reported an error has done all the same is found out before the run ends.
  if (result === 'failed' && outcome === null) return 'either';
  if (result !== 'done') return 'no';
  return restores.some((one) => one.id === id && one.result === 'running') ? 'either' : 'yes';
}
