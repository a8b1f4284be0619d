import { commandText } from '../../core/deployment/command-text.ts';
import type { PlannedChange } from '../../core/plan/change.ts';
import { rollbackPlan, rollbackStep, sentChanges } from '../../core/run/rollback.ts';
import { isAsWanted, readBackOf } from '../../core/run/verification.ts';
import { type Progress, eventTime, isOutcomeUnknown, readAgain, readWhole, record } from './run-progress.ts';

/**
 * Takes back what stands of the failed change's unit: removing a provider and creating the new one belong together, any
 * other change stands alone. The organisation-wide federation switch is never taken back unasked (facts J.8).
 */
export async function rollBackUnit(progress: Progress, failedChange: PlannedChange): Promise<void> {
  const { changes } = progress.input;
  const unit =
    failedChange.unit === null ? [failedChange] : changes.filter((change) => change.unit === failedChange.unit);
  await rollBack(
    progress,
    unit.filter(({ subject }) => subject.type !== 'access-edge'),
  );
}

/** Takes back everything that stands of the run, by a plan that is recorded before its first command. */
export async function rollBackRun(progress: Progress): Promise<void> {
  const { changes, before } = progress.input;
  const live = await readWhole(progress);
  if (live === null) return;
  const steps = rollbackPlan({ changes, run: progress.run, before, live });
  await record(progress, { type: 'rollback-started', at: eventTime(progress), steps });
  await rollBack(progress, changes);
}

/** Last change first, each compared with the deployment as it is at that moment. Stops at a step that does not succeed. */
async function rollBack(progress: Progress, changes: readonly PlannedChange[]): Promise<void> {
  const { input } = progress;
  for (const change of sentChanges(changes, progress.run).toReversed()) {
    const live = await readAgain(progress, [change]);
    if (live === null || progress.journalFailure !== null) return;
    const step = rollbackStep(change, { changes: input.changes, run: progress.run, before: input.before, live });
    if (step.status === 'would-change' && !(await undo(progress, change))) return;
  }
}

async function undo(progress: Progress, change: PlannedChange): Promise<boolean> {
  const { shell } = progress;
  if (!shell || !change.undo) return false;
  const { id } = change;
  await record(progress, { type: 'restore-started', id, at: eventTime(progress), command: commandText(change.undo) });
  if (progress.journalFailure !== null) {
    const failure = progress.journalFailure;
    await record(progress, { type: 'restore-ended', id, at: eventTime(progress), isRestored: false, failure });
    return false;
  }
  const executed = await shell.execute(change.undo);
  if (!executed.ok && isOutcomeUnknown(executed.failure)) progress.shell = null;
  const live = await readAgain(progress, [change]);
  const isRestored = live !== null && isAsWanted(change.before, readBackOf(live, change));
  const failure = executed.ok ? null : executed.failure;
  await record(progress, { type: 'restore-ended', id, at: eventTime(progress), isRestored, failure });
  return isRestored;
}
