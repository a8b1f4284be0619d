import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import type { RunSnapshot } from '../../core/run/run.ts';
import type { Deployments } from '../deployment/deployments.ts';
import { storageFailure } from '../storage/storage-failure.ts';
import { type Journal, type OpenJournal, type RunPlace, journalPath } from './journal.ts';
import type { RunTurn } from './run-turn.ts';

/** What beginning a run, going on with one and reading about one have in common. */
export interface RunContext {
  readonly deployments: Deployments;
  readonly dataDir: string;
  readonly now: () => Date;
  readonly openJournal: OpenJournal;
  /** Which deployment of that kind it is: the practice deployment's file; empty for this computer's own. */
  readonly placeOf: (deployment: DeploymentKind) => string;
  /** Where the lock of a deployment lies. */
  readonly lockPath: (deployment: DeploymentKind) => string;
  readonly onRunChange: (run: RunSnapshot) => void;
  readonly turn: RunTurn;
}

/** The deployment of that kind, as a run names it. */
export function runPlace({ placeOf }: RunContext, deployment: DeploymentKind): RunPlace {
  return { deployment, place: placeOf(deployment) };
}

/** Opens the journal of a run. Failure: `storage`. */
export async function journalOf(
  { dataDir, openJournal }: RunContext,
  runId: string,
  isNew: boolean,
): Promise<Result<Journal>> {
  const path = journalPath(dataDir, runId);
  return openJournal(path, isNew).then(success, (error: unknown) => failed(storageFailure(path, error)));
}
