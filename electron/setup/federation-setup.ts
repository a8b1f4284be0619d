import type { Answers } from '../../core/answers/answers-schema.ts';
import type { ConnectedDeployment } from '../../core/contract/contract.ts';
import type { DeploymentKind, Snapshot } from '../../core/deployment/deployment.ts';
import { type CmdletError, type Result, failed, success } from '../../core/failure.ts';
import { type Plan, type RehearsedChange, pendingChanges } from '../../core/plan/plan.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import { stateOf } from '../../core/provisioning/provisioning.ts';
import type { ReplicationProgress } from '../../core/run/replication.ts';
import type { ReportModel } from '../../core/report/report.ts';
import { type RunSnapshot, isRunning } from '../../core/run/run.ts';
import { type Verification, verify } from '../../core/run/verification.ts';
import {
  type Access,
  type DeploymentOptions,
  type OpenDeployment,
  type PracticeSettings,
  createDeployments,
} from '../deployment/deployments.ts';
import { type OpenJournal, latestRun, openJournal } from '../run/journal.ts';
import { planWith } from '../plan/planning.ts';
import { ownIdentity } from '../run/process-identity.ts';
import { type Provisioning, createProvisioning } from './provisioning.ts';
import { type Replication, createReplication } from '../run/replication.ts';
import { runLockPath } from '../run/run-lock.ts';
import { preparedPlan, scriptOfPlan } from '../plan/setup-scripts.ts';
import { type Runs, createRuns } from '../run/runs.ts';

/** What a script is written for: a deployment that is asked now, or a product that is stated and not asked. */
export type ScriptTarget = { readonly deployment: DeploymentKind } | { readonly product: PreparedProductId };

/** A plan as a script, with the hash of the plan. */
interface PlannedScript {
  readonly script: string;
  readonly planHash: string;
}

/** What the window's handlers and the command line both work with. */
export interface FederationSetup {
  connect(deployment: DeploymentKind, access: Access): Promise<Result<ConnectedDeployment>>;
  read(deployment: DeploymentKind, access: Access): Promise<Result<Snapshot>>;
  plan(deployment: DeploymentKind, answers: Answers): Promise<Result<Plan>>;
  /** The plan, with what the deployment itself says each command would do. */
  rehearse(deployment: DeploymentKind, answers: Answers): Promise<Result<Plan>>;
  /** Writes the plan as a script; with a stated product no PowerShell is needed. */
  script(target: ScriptTarget, answers: Answers): Promise<Result<PlannedScript>>;
  verify(deployment: DeploymentKind, answers: Answers): Promise<Result<Verification>>;
  show(deployment: DeploymentKind, access: Access): Promise<Result<string>>;
  report(deployment: DeploymentKind, answers: Answers): Promise<Result<ReportModel>>;
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
  const { dataDir, now } = options;
  const deployments = createDeployments(options);
  const placeOf = (deployment: DeploymentKind): string =>
    deployment === 'practice' ? deployments.practice().statePath : '';
  const lockPath = (deployment: DeploymentKind): string =>
    runLockPath(deployment, { ...options, practiceStatePath: deployments.practice().statePath });
  const runs = createRuns({
    ...options,
    deployments,
    placeOf,
    lockPath,
    openJournal: options.openJournal ?? openJournal,
  });

  const replication = createReplication({ deployments, now, onProgress: options.onReplicationChange });

  const provisioning = createProvisioning({ dataDir, userName: ownIdentity().user, now });

  const withDeployment = async <T>(
    deployment: DeploymentKind,
    access: Access,
    use: (open: OpenDeployment) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const open = await deployments.open(deployment, access);
    return open.ok ? use(open.value) : open;
  };

  const verifyPlanned = async (open: OpenDeployment, plan: Plan, snapshot: Snapshot): Promise<Result<Verification>> => {
    const shown = await shownOrRefused(open);
    if (!shown.ok) return shown;
    const tally = await open.shell.tally();
    if (!tally.ok) return tally;
    const { reads, writes, refusedWrites: refused } = tally.value;
    const account = { readOnly: open.connection.readOnly, reads, writes, refused };
    return success(verify(plan, snapshot, shown.value, account));
  };

  return {
    runs,
    replication,
    provisioning,
    connect: (deployment, access) =>
      withDeployment(deployment, access, async ({ powershellPath, connection, movedAside }) =>
        success({ powershellPath, connection, movedAside }),
      ),
    read: (deployment, access) => withDeployment(deployment, access, (open) => open.shell.snapshot()),
    plan: (deployment, answers) =>
      withDeployment(deployment, accessFor(answers), async (open) => {
        const planned = await planWith(open, deployment, answers, now);
        return planned.ok ? success(planned.value.plan) : planned;
      }),
    async script(target, answers) {
      const isRead = 'deployment' in target;
      const planned = isRead
        ? await withDeployment(target.deployment, 'read-only', (open) =>
            planWith(open, target.deployment, answers, now),
          )
        : success({ plan: preparedPlan(answers, target.product) });
      if (!planned.ok) return planned;
      const { plan } = planned.value;
      const script = await scriptOfPlan({ plan, answers, isRead }, options.assetsDir);
      return script.ok ? success({ script: script.value, planHash: plan.hash }) : script;
    },
    verify: (deployment, answers) =>
      withDeployment(deployment, accessFor(answers), async (open) => {
        const planned = await planWith(open, deployment, answers, now);
        return planned.ok ? verifyPlanned(open, planned.value.plan, planned.value.snapshot) : planned;
      }),
    show: (deployment, access) => withDeployment(deployment, access, (open) => open.shell.show()),
    report: (deployment, answers) =>
      withDeployment(deployment, accessFor(answers), async (open) => {
        const planned = await planWith(open, deployment, answers, now);
        if (!planned.ok) return planned;
        const { plan, snapshot } = planned.value;
        const verification = await verifyPlanned(open, plan, snapshot);
        if (!verification.ok) return verification;
        const current = runs.current();
        return success({
          version: options.version,
          createdAt: now().toISOString(),
          deployment,
          answers,
          product: open.connection.product,
          environment: open.connection,
          plan,
          readiness: null,
          run: isRunning(current) ? current : await latestRun(dataDir, { deployment, place: placeOf(deployment) }),
          verification: verification.value,
          provisioning: await requestRecord(provisioning, now),
          script: '',
        });
      }),
    rehearse: (deployment, answers) =>
      withDeployment(deployment, 'read-write', async (open) => {
        const planned = await planWith(open, deployment, answers, now);
        return planned.ok ? success(await rehearsed(open, planned.value.plan)) : planned;
      }),
    usePractice: (settings) => deployments.usePractice(settings),
    practice: () => deployments.practice(),
    dispose: () => deployments.dispose(),
  };
}

/** The record for a report; one that cannot be read keeps no report back. */
export async function requestRecord(provisioning: Provisioning, now: () => Date): Promise<ReportModel['provisioning']> {
  const read = await provisioning.read();
  if (!read.ok || read.value.record.log.length === 0) return null;
  return { record: read.value.record, state: stateOf(read.value.record, now().toISOString()) };
}

/** Asks the deployment itself what each command would do, by -WhatIf, which changes nothing. */
async function rehearsed(open: OpenDeployment, plan: Plan): Promise<Plan> {
  const evidence: RehearsedChange[] = [];
  for (const { id, call } of pendingChanges(plan)) {
    if (call === null) continue;
    const told = await open.shell.whatIf(call);
    evidence.push({ id, lines: told.ok ? told.value.lines : [], failure: told.ok ? null : told.failure });
  }
  return { ...plan, evidence };
}

/** What `Get-CsPublicProvider` prints, or how it failed, which is part of what was found; that the shell was lost is not. */
async function shownOrRefused({ shell }: OpenDeployment): Promise<Result<Result<string, CmdletError>>> {
  const shown = await shell.show();
  if (shown.ok) return success(shown);
  const { failure } = shown;
  return failure.kind === 'cmdlet-failed' ? success({ ok: false, failure: failure.error }) : failed(failure);
}

/** A check cannot change anything, whatever goes wrong: its shell refuses to. */
function accessFor({ goal }: Answers): Access {
  return goal === 'check' ? 'read-only' : 'read-write';
}
