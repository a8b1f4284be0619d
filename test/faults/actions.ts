import type { Answers } from '../../core/answers/answers-schema.ts';
import type { Result } from '../../core/failure.ts';
import type { RunSnapshot } from '../../core/run/run.ts';
import { recordedRuns, type RecordedRun } from '../../electron/run/journal.ts';
import type { OnFailure } from '../../electron/run/run-plan.ts';
import type { StartedRun } from '../../electron/run/run-launch.ts';
import { UNREVIEWED } from '../fakes/practice-setup.ts';
import type { Site } from './site.ts';

/** What is done with a deployment: a run begins, or the newest one goes on. */
export type Action =
  | { readonly type: 'start'; readonly onFailure: OnFailure }
  | { readonly type: 'continue' }
  | { readonly type: 'rollback' };

/** Does it, to its end; a failure when it could not begin. */
export async function perform(
  { setup, dataDir, statePath }: Pick<Site, 'setup' | 'dataDir' | 'statePath'>,
  action: Action,
  answers: Answers,
): Promise<Result<RunSnapshot>> {
  const began = await begin();
  return began.ok ? { ok: true, value: await began.value.ended } : began;

  async function begin(): Promise<Result<StartedRun>> {
    if (action.type === 'start') {
      return setup.runs.start('practice', answers, { ...UNREVIEWED, onFailure: action.onFailure });
    }
    const newest = await newestRecord({ dataDir, statePath });
    if (newest === null) throw new Error('There is no run to go on with.');
    return setup.runs.resume('practice', newest.run.id, action.type);
  }
}

/** The newest run as its journal on the disk tells it; null when none was recorded. */
export async function newestRecord({
  dataDir,
  statePath: place,
}: Pick<Site, 'dataDir' | 'statePath'>): Promise<RecordedRun | null> {
  for await (const newest of recordedRuns(dataDir, { deployment: 'practice', place })) {
    return newest.ok ? newest.value : null;
  }
  return null;
}
