import { createHash } from 'node:crypto';
import type { Answers } from '../../core/answers.ts';
import type { ConnectedDeployment } from '../../core/contract.ts';
import type { DeploymentKind, Snapshot } from '../../core/deployment.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import { type Plan, type PlanningFacts, blockersOf, makePlan } from '../../core/plan.ts';
import type { ReportModel } from '../../core/report.ts';
import { type RunSnapshot, isRunning } from '../../core/run.ts';
import { type Verification, verify } from '../../core/verification.ts';
import { type DeploymentOptions, type OpenDeployment, createDeployments } from './deployments.ts';
import { latestRun, newRunId, openJournal } from './journal.ts';
import { runPlan } from './run-plan.ts';

/** How long a cancelled run waits for the command in hand before PowerShell is ended. */
const DEFAULT_CANCEL_GRACE_MS = 10_000;

/** What the window's handlers and the command line both work with. */
export interface FederationSetup {
  connect(deployment: DeploymentKind): Promise<Result<ConnectedDeployment>>;
  read(deployment: DeploymentKind): Promise<Result<Snapshot>>;
  plan(deployment: DeploymentKind, answers: Answers): Promise<Result<Plan>>;
  /** Begins a run of the plan with this hash and answers at once; null: of whatever the plan is now. */
  start(deployment: DeploymentKind, answers: Answers, planHash: string | null): Promise<Result<StartedRun>>;
  verify(deployment: DeploymentKind, answers: Answers): Promise<Result<Verification>>;
  show(deployment: DeploymentKind): Promise<Result<string>>;
  report(deployment: DeploymentKind, answers: Answers): Promise<Result<ReportModel>>;
  currentRun(): RunSnapshot | null;
  /** Stops the run after the command in hand; ends PowerShell when that one does not end. */
  cancelRun(): void;
  dispose(): Promise<void>;
}

/** A run as it begins, and the promise of its end. */
export interface StartedRun {
  readonly run: RunSnapshot;
  readonly ended: Promise<RunSnapshot>;
  readonly journalPath: string;
}

export interface FederationSetupOptions extends DeploymentOptions {
  readonly dataDir: string;
  readonly version: string;
  readonly now: () => Date;
  readonly cancelGraceMs?: number;
  readonly onRunChange: (run: RunSnapshot) => void;
}

/** SHA-256 of a text, as hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Builds the product's services on one keeper of PowerShell processes. Nothing is started before it is asked for. */
export function createFederationSetup(options: FederationSetupOptions): FederationSetup {
  const deployments = createDeployments(options);
  const active: { run: RunSnapshot | null; cancel: (() => void) | null; isStarting: boolean } = {
    run: null,
    cancel: null,
    isStarting: false,
  };

  const withDeployment = async <T>(
    deployment: DeploymentKind,
    use: (open: OpenDeployment) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const open = await deployments.open(deployment);
    return open.ok ? use(open.value) : open;
  };

  const factsOf = async (open: OpenDeployment): Promise<Result<PlanningFacts & { snapshot: Snapshot }>> => {
    const snapshot = await open.shell.snapshot();
    if (!snapshot.ok) return snapshot;
    const { product, cmdlets: capabilities } = open.connection;
    return success({ product, capabilities, snapshot: snapshot.value });
  };

  const planWith = async (open: OpenDeployment, answers: Answers) => {
    const facts = await factsOf(open);
    return facts.ok ? success({ plan: makePlan(answers, facts.value, sha256), snapshot: facts.value.snapshot }) : facts;
  };

  const verifyWith = async (open: OpenDeployment, answers: Answers): Promise<Result<Verification>> => {
    const planned = await planWith(open, answers);
    if (!planned.ok) return planned;
    const shown = await open.shell.show();
    return shown.ok ? success(verify(planned.value.plan, planned.value.snapshot, shown.value)) : shown;
  };

  const begin = async (
    open: OpenDeployment,
    deployment: DeploymentKind,
    answers: Answers,
    planHash: string | null,
  ): Promise<Result<StartedRun>> => {
    const planned = await planWith(open, answers);
    if (!planned.ok) return planned;
    const { plan, snapshot: before } = planned.value;
    if (planHash !== null && planHash !== plan.hash) return failed({ kind: 'plan-out-of-date' });
    const blockers = blockersOf(plan);
    if (blockers.length > 0) return failed({ kind: 'refused', findings: blockers });
    const runId = newRunId(options.now());
    const journal = await openJournal(options.dataDir, runId);
    if (!journal.ok) return journal;
    return success(await launch({ runId, plan, answers, before, deployment, open, journal: journal.value }));
  };

  const launch = (parts: {
    runId: string;
    plan: Plan;
    answers: Answers;
    before: Snapshot;
    deployment: DeploymentKind;
    open: OpenDeployment;
    journal: Parameters<typeof runPlan>[0]['journal'];
  }): Promise<StartedRun> => {
    const cancelling = new AbortController();
    const forcing = new AbortController();
    active.cancel = () => {
      cancelling.abort();
      setTimeout(() => forcing.abort(), options.cancelGraceMs ?? DEFAULT_CANCEL_GRACE_MS).unref();
    };
    const { open, journal, ...rest } = parts;
    return new Promise((resolve, reject) => {
      const ended = runPlan({
        ...rest,
        journal,
        connection: open.connection,
        shell: open.shell,
        reopen: async () => {
          await deployments.discard(parts.deployment);
          const reopened = await deployments.open(parts.deployment);
          return reopened.ok ? success(reopened.value.shell) : reopened;
        },
        now: options.now,
        cancelSignal: cancelling.signal,
        forceSignal: forcing.signal,
        onChange: (run) => {
          active.run = run;
          options.onRunChange(run);
          resolve({ run, ended, journalPath: journal.path });
        },
      });
      void ended.catch(reject).finally(() => {
        active.cancel = null;
      });
    });
  };

  return {
    connect: (deployment) =>
      withDeployment(deployment, async ({ powershellPath, connection, movedAside }) =>
        success({ powershellPath, connection, movedAside }),
      ),
    read: (deployment) => withDeployment(deployment, (open) => open.shell.snapshot()),
    plan: (deployment, answers) =>
      withDeployment(deployment, async (open) => {
        const planned = await planWith(open, answers);
        return planned.ok ? success(planned.value.plan) : planned;
      }),
    async start(deployment, answers, planHash) {
      if (active.isStarting || active.cancel !== null) return failed({ kind: 'busy' });
      active.isStarting = true;
      try {
        return await withDeployment(deployment, (open) => begin(open, deployment, answers, planHash));
      } finally {
        active.isStarting = false;
      }
    },
    verify: (deployment, answers) => withDeployment(deployment, (open) => verifyWith(open, answers)),
    show: (deployment) => withDeployment(deployment, (open) => open.shell.show()),
    report: (deployment, answers) =>
      withDeployment(deployment, async (open) => {
        const planned = await planWith(open, answers);
        if (!planned.ok) return planned;
        const { plan, snapshot } = planned.value;
        const shown = await open.shell.show();
        if (!shown.ok) return shown;
        const run = isRunning(active.run)
          ? active.run
          : await latestRun(options.dataDir, deployment, open.connection.product);
        return success({
          version: options.version,
          createdAt: options.now().toISOString(),
          deployment,
          answers,
          product: open.connection.product,
          environment: open.connection,
          plan,
          run,
          verification: verify(plan, snapshot, shown.value),
          script: '',
        });
      }),
    currentRun: () => active.run,
    cancelRun: () => active.cancel?.(),
    dispose: () => deployments.dispose(),
  };
}
