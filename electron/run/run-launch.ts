import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import { type LockOwner, type Result, success } from '../../core/failure.ts';
import type { RunSnapshot } from '../../core/run/run.ts';
import type { Deployments, OpenDeployment } from '../deployment/deployments.ts';
import { endOutlivedShells, shellProcess } from './outlived-shells.ts';
import { ownIdentity } from './process-identity.ts';
import type { RunContext } from './run-context.ts';
import { acquireRunLock } from './run-lock.ts';
import type { ReopenedShell, RunInput } from './run-progress.ts';

/** A run of which all is known that can be known before its first command, and what is then done. */
export interface PreparedRun extends Pick<RunInput, 'changes' | 'answers' | 'before' | 'journal'> {
  readonly work: (input: RunInput) => Promise<RunSnapshot>;
}

/** Makes a run ready, with the deployment in hand and its lock taken; `takenOver` is who had left it behind. */
export type PrepareRun = (open: OpenDeployment, takenOver: LockOwner | null) => Promise<Result<PreparedRun>>;

/** A run as it begins or goes on, and the promise of its end. */
interface Launched {
  readonly run: RunSnapshot;
  readonly ended: Promise<RunSnapshot>;
  readonly journalPath: string;
}

/** A run with what was found of an earlier one: a lock that was taken over, or one that could not be read. */
export interface StartedRun extends Launched {
  readonly takenOver: LockOwner | null;
  readonly lockMovedAside: string | null;
}

/**
 * Lets a run go, one at a time a deployment, over all processes: `prepare` is called with the deployment's lock, which is
 * given back when the run has ended or could not be prepared. Failures: `busy`, those of opening and locking, and those of
 * `prepare`.
 */
export function launchRun(
  context: RunContext,
  deployment: DeploymentKind,
  runId: string,
  prepare: PrepareRun,
): Promise<Result<StartedRun>> {
  return context.turn.take(async () => {
    const open = await context.deployments.open(deployment);
    if (!open.ok) return open;
    const path = context.lockPath(deployment);
    const shell = shellProcess(open.value.connection.powershell.processId);
    const lock = await acquireRunLock({ path, owner: ownIdentity(), shell, runId, now: context.now });
    if (!lock.ok) return lock;
    const { takenOver, leftShell, movedAside: lockMovedAside } = lock.value;
    // A lock that cannot be given back lasts until this process ends, and is then taken over.
    const release = (): Promise<void> => lock.value.release().catch(() => undefined);
    const alone = await endOutlivedShells(leftShell === null ? [] : [leftShell]);
    const prepared = alone.ok ? await prepare(open.value, takenOver) : alone;
    if (!prepared.ok) {
      await release();
      return prepared;
    }
    const reopen = () => reopened(context.deployments, deployment);
    const launched = await launch(context, prepared.value, { shell: open.value.shell, reopen, release });
    return success({ ...launched, takenOver, lockMovedAside });
  });
}

/** Settles with the first picture of the run; rejects when the run breaks down before it. */
function launch(
  { turn, now, onRunChange }: RunContext,
  { work, ...parts }: PreparedRun,
  { shell, reopen, release }: Pick<RunInput, 'shell' | 'reopen'> & { readonly release: () => Promise<void> },
): Promise<Launched> {
  return new Promise((resolve, reject) => {
    const onChange = (run: RunSnapshot): void => {
      onRunChange(run);
      resolve({ run, ended, journalPath: parts.journal.path });
    };
    const ended = turn.run(async (signals) => {
      try {
        return await work({ ...parts, ...signals, shell, reopen, now, onChange });
      } finally {
        await release();
      }
    });
    void ended.catch(reject);
  });
}

/** A new PowerShell in place of one that was lost. */
async function reopened(deployments: Deployments, deployment: DeploymentKind): Promise<Result<ReopenedShell>> {
  await deployments.discard(deployment);
  const open = await deployments.open(deployment);
  if (!open.ok) return open;
  const { shell, connection } = open.value;
  return success({ shell, process: shellProcess(connection.powershell.processId) });
}
