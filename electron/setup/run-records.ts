import type { Snapshot } from '../../core/deployment.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import { settleChanges } from '../../core/rollback.ts';
import { type RunSnapshot, applyRunEvent } from '../../core/run.ts';
import { type RecordedRun, type RunPlace, isMadeAt, recordedRun, recordedRuns } from './journal.ts';

/** The run of that name in that place, or the newest one there. */
export async function recordedAt(dataDir: string, place: RunPlace, runId: string | null): Promise<Result<RecordedRun>> {
  if (runId === null) {
    for await (const newest of recordedRuns(dataDir, place)) return success(newest);
    return failed({ kind: 'no-such-run', runId: '', detail: 'No run is recorded on this deployment.' });
  }
  const recorded = await recordedRun(dataDir, runId);
  if (!recorded.ok || isMadeAt(recorded.value, place)) return recorded;
  const { deployment, practiceProfile = '' } = recorded.value.started;
  return failed({
    kind: 'no-such-run',
    runId,
    detail: `It was made on the deployment "${[deployment, practiceProfile].filter(Boolean).join(' ')}".`,
  });
}

/** The picture of a run with what reading the deployment says of its changes. */
export function settledPicture({ started, run }: RecordedRun, live: Snapshot, now: Date): RunSnapshot {
  const at = now.toISOString();
  return settleChanges({ changes: started.changes, run, live }).reduce(
    (picture, change) => applyRunEvent(picture, { type: 'change-settled', at, ...change }),
    run,
  );
}

/** The changes of which reading the deployment does not tell whether they were made. */
export function unknownChanges(run: RunSnapshot): readonly string[] {
  return run.changes.filter(({ result }) => result === 'unknown').map(({ sentence }) => sentence);
}
