import { commandText } from '../../core/deployment/command-text.ts';
import { type Snapshot, findProvider } from '../../core/deployment/deployment.ts';
import { type PlannedChange, isSameSubject } from '../../core/plan/change.ts';
import { remainingChanges, rollbackPlan, sentChanges, settleChanges, standingAtMost } from '../../core/run/rollback.ts';
import { type RunSnapshot, foldRun } from '../../core/run/run.ts';
import type { ResumeAction, RunEvent, RunOutcome, RunStarted } from '../../core/run/run-events.ts';
import { isAsWanted, readBackOf } from '../../core/run/verification.ts';
import { applyChanges } from './apply-changes.ts';
import { rollBackRun, rollBackUnit } from './roll-back.ts';
import { type Progress, type RunInput, eventTime, readWhole, record } from './run-progress.ts';

/** What happens when a change fails: its unit is taken back in any case; `rollback` takes back the earlier ones too. */
export type OnFailure = 'stop' | 'rollback';

/**
 * Executes a plan through one PowerShell session, journal first: what is about to be run is on disk before it is sent.
 * It stops at the first failure, takes back the unit that failed, and says by reading the deployment what stands.
 */
export async function runPlan(input: RunInput, started: RunStarted, onFailure: OnFailure): Promise<RunSnapshot> {
  const progress = progressOf(input, started, foldRun([started]), input.before);
  await record(progress, started);
  const failedChange = await applyChanges(progress, pendingOf(input));
  if (failedChange !== null) await rollBackUnit(progress, failedChange);
  if (failedChange !== null && onFailure === 'rollback') await rollBackRun(progress);
  await endRun(progress, failedChange !== null);
  return progress.run;
}

/**
 * Goes on with a recorded run whose picture is `run`, after its outcome was found out by reading `live`: makes the
 * remaining changes, takes back what stands, or records that it is left as it is.
 */
export async function resumeRun(
  input: RunInput,
  { run, live, resumed }: { run: RunSnapshot; live: Snapshot; resumed: Extract<RunEvent, { type: 'run-resumed' }> },
): Promise<RunSnapshot> {
  const progress = progressOf(input, null, run, live);
  await record(progress, resumed);
  await recordSettled(progress, live);
  const hasStopped = await RESUMED[resumed.action](progress);
  await endRun(progress, hasStopped);
  return progress.run;
}

/** What each way of going on does; true when not every change of the run is made. */
const RESUMED: Readonly<Record<ResumeAction, (progress: Progress) => Promise<boolean>>> = {
  continue: async (progress) => {
    const failedChange = await applyChanges(progress, remainingChanges(progress.input.changes, progress.run));
    if (failedChange !== null) await rollBackUnit(progress, failedChange);
    return failedChange !== null;
  },
  rollback: async (progress) => {
    await rollBackRun(progress);
    return true;
  },
  leave: async (progress) => !isAsPlanned(progress, progress.latest),
};

function progressOf(input: RunInput, started: RunStarted | null, run: RunSnapshot | null, latest: Snapshot): Progress {
  if (run === null) throw new Error(`A run begins with its start: ${started?.runId ?? ''}`);
  return { input, shell: input.shell, run, latest, journalFailure: null };
}

/** The changes of which the deployment tells something else than the record. */
async function recordSettled(progress: Progress, live: Snapshot): Promise<void> {
  const { changes } = progress.input;
  for (const { id, result, readBack } of settleChanges({ changes, run: progress.run, live })) {
    await record(progress, { type: 'change-settled', id, at: eventTime(progress), result, readBack });
  }
}

function pendingOf({ changes }: RunInput): readonly PlannedChange[] {
  return changes.filter((change) => change.call !== null);
}

/**
 * Closes the run with what is so. When every change was read back after it was made, nothing was sent since and that
 * stands; after a failure the deployment is read once more.
 */
async function endRun(progress: Progress, hasStopped: boolean): Promise<void> {
  const { input } = progress;
  const snapshot = hasStopped ? await readWhole(progress) : progress.latest;
  if (hasStopped && snapshot) await recordSettled(progress, snapshot);
  const shown = snapshot && progress.shell ? await progress.shell.show() : null;
  const outcome = outcomeOf(progress, snapshot, hasStopped);
  await record(progress, {
    type: 'run-ended',
    at: eventTime(progress),
    outcome,
    isCancelled: input.cancelSignal.aborted && hasStopped,
    journalFailure: progress.journalFailure,
    provider: snapshot ? findProvider(snapshot, input.answers.provider.identity) : null,
    textOutput: shown?.ok ? shown.value : '',
    byHand: outcome === 'left-changed' || outcome === 'unknown' ? commandsByHand(progress, snapshot) : [],
  });
  await input.journal.close();
}

function outcomeOf(progress: Progress, snapshot: Snapshot | null, hasStopped: boolean): RunOutcome {
  if (pendingOf(progress.input).length === 0) return 'nothing-to-do';
  if (snapshot === null) return 'unknown';
  if (!hasStopped) return isAsPlanned(progress, snapshot) ? 'done' : 'left-changed';
  if (!isAsBefore(progress, snapshot)) return 'left-changed';
  return progress.input.cancelSignal.aborted ? 'cancelled' : 'restored';
}

/** True when every object is as the last of its changes wants it. */
function isAsPlanned({ input }: Progress, snapshot: Snapshot): boolean {
  const pending = pendingOf(input);
  return pending
    .filter((change, index) => pending.findLastIndex((one) => isSameSubject(one, change.subject)) === index)
    .every((change) => isAsWanted(change.after, readBackOf(snapshot, change)));
}

/** True when every object of which something was sent is as it was before the first of its changes. */
function isAsBefore({ input, run }: Progress, snapshot: Snapshot): boolean {
  const pending = pendingOf(input);
  const sent = new Set(sentChanges(pending, run));
  return pending
    .filter((change, index) => pending.findIndex((one) => isSameSubject(one, change.subject)) === index)
    .filter((change) => pending.some((one) => sent.has(one) && isSameSubject(one, change.subject)))
    .every((change) => isAsWanted(change.before, readBackOf(snapshot, change)));
}

/** The commands that take back what still stands, in the order in which to run them. */
function commandsByHand({ input, run }: Progress, live: Snapshot | null): string[] {
  const { changes, before } = input;
  // Without a reading, what stands is not known: then everything is named that was sent and not seen to be taken back.
  if (live === null) {
    return standingAtMost(changes, run)
      .toReversed()
      .flatMap(({ undo }) => (undo ? [commandText(undo)] : []));
  }
  // What belongs to somebody else by now is not named, so that nobody takes it from them.
  return rollbackPlan({ changes, run, before, live }).flatMap(({ command, status }) =>
    command !== null && status === 'would-change' ? [command] : [],
  );
}
