import type { SettledRun } from '../../core/contract/contract.ts';
import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import { type LockOwner, type Result, failed, success } from '../../core/failure.ts';
import { publicChange } from '../../core/plan/change.ts';
import { continuationOf } from '../../core/run/resume.ts';
import { rollbackPlan } from '../../core/run/rollback.ts';
import type { ResumeAction } from '../../core/run/run-events.ts';
import type { OpenDeployment } from '../deployment/deployments.ts';
import { readDeployment } from '../deployment/read-deployment.ts';
import { endOutlivedShells, shellProcess } from './outlived-shells.ts';
import { ownOwner } from './process-identity.ts';
import { type RunContext, journalOf, runPlace } from './run-context.ts';
import type { PreparedRun } from './run-launch.ts';
import { resumeRun } from './run-plan.ts';
import { recordedOn, settledPicture } from './run-records.ts';

/** Reads the deployment and says what became of a run, and what can be done about it. `null`: the newest run on it. */
export async function settleRun(
  context: RunContext,
  deployment: DeploymentKind,
  runId: string | null,
): Promise<Result<SettledRun>> {
  const recorded = await recordedOn(context.dataDir, runPlace(context, deployment), runId);
  if (!recorded.ok) return recorded;
  const open = await context.deployments.open(deployment);
  if (!open.ok) return open;
  const alone = await endOutlivedShells(recorded.value.run.shells);
  if (!alone.ok) return alone;
  const { changes, before } = recorded.value.started;
  const live = await readDeployment(open.value.shell, changes);
  if (!live.ok) return live;
  const run = settledPicture(recorded.value, live.value, context.now());
  const { remaining, canContinue } = continuationOf(changes, run, live.value);
  return success({
    run,
    remaining: remaining.map(publicChange),
    rollback: rollbackPlan({ changes, run, before, live: live.value }),
    canContinue,
  });
}

/** Makes ready to go on with a recorded run: `cannot-continue` where the deployment is not as the run expects it. */
export async function prepareResume(
  context: RunContext,
  { deployment, runId, action }: { deployment: DeploymentKind; runId: string; action: ResumeAction },
  { shell, connection }: OpenDeployment,
  takenOver: LockOwner | null,
): Promise<Result<PreparedRun>> {
  const recorded = await recordedOn(context.dataDir, runPlace(context, deployment), runId);
  if (!recorded.ok) return recorded;
  const { started, run } = recorded.value;
  const alone = await endOutlivedShells(run.shells);
  if (!alone.ok) return alone;
  const { changes, answers, before } = started;
  const live = await readDeployment(shell, changes);
  if (!live.ok) return live;
  const picture = settledPicture(recorded.value, live.value, context.now());
  const { canContinue, moved } = continuationOf(changes, picture, live.value);
  if (action === 'continue' && !canContinue) {
    return failed({ kind: 'cannot-continue', changes: moved.map(({ sentence }) => sentence) });
  }
  const journal = await journalOf(context, runId, false);
  if (!journal.ok) return journal;
  const at = context.now().toISOString();
  const ownShell = shellProcess(connection.powershell.processId);
  const resumed = { type: 'run-resumed', at, action, owner: ownOwner(), takenOver, shell: ownShell } as const;
  return success({
    changes,
    answers,
    before,
    journal: journal.value,
    work: (input) => resumeRun(input, { run, live: live.value, resumed }),
  });
}
