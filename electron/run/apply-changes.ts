import type { PlannedChange } from '../../core/plan/change.ts';
import type { ChangeResult } from '../../core/run/run.ts';
import { isAsWanted, readBackOf } from '../../core/run/verification.ts';
import { readTouched } from '../deployment/read-deployment.ts';
import { type Progress, eventTime, isOutcomeUnknown, readAgain, record } from './run-progress.ts';

/** Makes the changes in order. Returns the one at which it stopped, or null when every one is done. */
export async function applyChanges(
  progress: Progress,
  changes: readonly PlannedChange[],
): Promise<PlannedChange | null> {
  for (const change of changes) {
    if (progress.input.cancelSignal.aborted || progress.journalFailure !== null) return change;
    const isDone = await applyChange(progress, change);
    if (!isDone) return change;
  }
  return null;
}

/** About to run, ran, verified: three lines of the journal, of which the first is on the disk before anything is sent. */
async function applyChange(progress: Progress, change: PlannedChange): Promise<boolean> {
  const { input, shell } = progress;
  const { id, call } = change;
  if (!shell || !call) return false;
  await record(progress, { type: 'change-started', id, at: eventTime(progress) });
  if (progress.journalFailure !== null) return notSent(progress, change);
  const startedMs = input.now().getTime();
  const executed = await shell.execute(call, { signal: input.forceSignal });
  const isLost = !executed.ok && isOutcomeUnknown(executed.failure);
  await record(progress, {
    type: 'change-ran',
    id,
    at: eventTime(progress),
    durationMs: executed.ok ? executed.value.durationMs : input.now().getTime() - startedMs,
    warnings: executed.ok ? [...executed.value.warnings] : [],
    failure: executed.ok ? null : executed.failure,
  });
  if (isLost) progress.shell = null;
  const read = isLost ? null : await readTouched(shell, [change], progress.latest, { signal: input.forceSignal });
  if (read?.ok) progress.latest = read.value;
  if (read && !read.ok && isOutcomeUnknown(read.failure)) progress.shell = null;
  const readBack = read?.ok ? readBackOf(read.value, change) : null;
  const isUnknown = isLost || (executed.ok && read?.ok === false);
  const result = resultOf(executed.ok, isUnknown, isAsWanted(change.after, readBack));
  const failure = read && !read.ok && executed.ok ? read.failure : null;
  await record(progress, { type: 'change-verified', id, at: eventTime(progress), result, readBack, failure });
  return result === 'unknown' ? settle(progress, change) : result === 'done';
}

async function notSent(progress: Progress, { id }: PlannedChange): Promise<false> {
  await record(progress, { type: 'change-settled', id, at: eventTime(progress), result: 'skipped', readBack: null });
  return false;
}

function resultOf(
  isExecuted: boolean,
  isUnknown: boolean,
  isRight: boolean,
): Extract<ChangeResult, 'done' | 'not-as-wanted' | 'failed' | 'unknown'> {
  if (isUnknown) return 'unknown';
  if (!isExecuted) return 'failed';
  return isRight ? 'done' : 'not-as-wanted';
}

/** After a lost command: start PowerShell again and read what became of the change. True when it is done after all. */
async function settle(progress: Progress, change: PlannedChange): Promise<boolean> {
  const snapshot = await readAgain(progress, [change]);
  if (snapshot === null) return false;
  const readBack = readBackOf(snapshot, change);
  const isDone = isAsWanted(change.after, readBack);
  if (!isDone && !isAsWanted(change.before, readBack)) return false;
  const result = isDone ? 'done' : 'skipped';
  await record(progress, { type: 'change-settled', id: change.id, at: eventTime(progress), result, readBack });
  return isDone;
}
