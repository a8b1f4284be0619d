import type { Snapshot } from '../../core/deployment/deployment.ts';
import { type Result, failed } from '../../core/failure.ts';
import { settleChanges } from '../../core/run/rollback.ts';
import { type RunSnapshot, applyRunEvent } from '../../core/run/run.ts';
import { type RecordedRun, type RunPlace, isRunOf, recordedRun, recordedRuns } from './journal.ts';

/** The run of that name on that deployment, or its newest one. */
export async function recordedOn(dataDir: string, of: RunPlace, runId: string | null): Promise<Result<RecordedRun>> {
  if (runId === null) {
    for await (const newest of recordedRuns(dataDir, of)) return newest;
    return failed({ kind: 'no-such-run', runId: '', detail: 'No run is recorded on this deployment.' });
  }
  const recorded = await recordedRun(dataDir, runId);
  if (!recorded.ok || isRunOf(recorded.value.run, of)) return recorded;
  return failed({
    kind: 'no-such-run',
    runId,
    detail: 'It was made on another deployment.',
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
