/**
 * This folder holds the product's services, which the window's handlers and the command line share: reading, planning,
 * verifying and reporting on one keeper of PowerShell processes, the record of the provisioning request, and the practice
 * deployment.
 */
import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import type { ReplicationProgress } from '../../core/run/replication.ts';
import { type RunSnapshot, isRunning } from '../../core/run/run.ts';
import {
  type DeploymentOptions,
  type Deployments,
  type PracticeSettings,
  createDeployments,
} from '../deployment/deployments.ts';
import { type OpenJournal, latestRun, openJournal } from '../run/journal.ts';
import { ownIdentity } from '../run/process-identity.ts';
import { type Replication, createReplication } from '../run/replication.ts';
import { runLockPath } from '../run/run-lock.ts';
import { type Runs, createRuns } from '../run/runs.ts';
import { type PlanMaking, createPlanMaking } from './plan-making.ts';
import { type Provisioning, createProvisioning } from './provisioning.ts';
import { type Reading, createReading } from './reading.ts';
import { type Reporting, createReporting } from './reporting.ts';
import { type Verifying, createVerifying } from './verifying.ts';

/** What the window's handlers and the command line both work with. */
export interface FederationSetup extends Reading, PlanMaking, Verifying, Reporting {
  readonly runs: Runs;
  readonly replication: Replication;
  readonly provisioning: Provisioning;
  /** Ends the practice deployment's processes; from now on it is what the settings say. */
  usePractice(settings: PracticeSettings): Promise<void>;
  practice(): PracticeSettings;
  dispose(): Promise<void>;
}

export interface FederationSetupOptions extends DeploymentOptions {
  readonly dataDir: string;
  /** Windows' folder for all users; null on other systems. */
  readonly programData: string | null;
  readonly version: string;
  readonly now: () => Date;
  readonly cancelGraceMs?: number;
  /** How journals are opened; as usual when left out. */
  readonly openJournal?: OpenJournal;
  readonly onRunChange: (run: RunSnapshot) => void;
  readonly onReplicationChange: (progress: ReplicationProgress) => void;
}

/** Builds the product's services on one keeper of PowerShell processes. Nothing is started before it is asked for. */
export function createFederationSetup(options: FederationSetupOptions): FederationSetup {
  const { dataDir, assetsDir, version, now } = options;
  const deployments = createDeployments(options);
  const sources = { deployments, now };
  const placeOf = placesIn(deployments);
  const lockPath = (deployment: DeploymentKind): string =>
    runLockPath(deployment, { ...options, practiceStatePath: deployments.practice().statePath });
  const runs = createRuns({ openJournal, ...options, deployments, placeOf, lockPath });
  const newestRun = async (deployment: DeploymentKind): Promise<RunSnapshot | null> => {
    const current = runs.current();
    return isRunning(current) ? current : latestRun(dataDir, { deployment, place: placeOf(deployment) });
  };
  const provisioning = createProvisioning({ dataDir, userName: ownIdentity().user, now });
  const planMaking = createPlanMaking(sources, assetsDir);
  return {
    ...createReading(deployments),
    ...planMaking,
    ...createVerifying(sources),
    ...createReporting({ ...sources, version, planMaking, provisioning, newestRun }),
    runs,
    replication: createReplication({ deployments, now, onProgress: options.onReplicationChange }),
    provisioning,
    usePractice: (settings) => deployments.usePractice(settings),
    practice: () => deployments.practice(),
    dispose: () => deployments.dispose(),
  };
}

/** Which deployment of its kind it is: the practice deployment's file of the moment; empty for this computer's own. */
function placesIn(deployments: Deployments): (deployment: DeploymentKind) => string {
  return (deployment) => (deployment === 'practice' ? deployments.practice().statePath : '');
}
