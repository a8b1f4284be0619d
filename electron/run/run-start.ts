import type { Answers } from '../../core/answers/answers-schema.ts';
import { type DeploymentKind, type Snapshot, findUser } from '../../core/deployment/deployment.ts';
import { type LockOwner, type Result, failed, success } from '../../core/failure.ts';
import type { PlannedChange } from '../../core/plan/change.ts';
import { type Plan, blockersOf, warningsOf } from '../../core/plan/plan.ts';
import type { RunStarted } from '../../core/run/run-events.ts';
import type { OpenDeployment } from '../deployment/deployments.ts';
import { type PlanWithSnapshot, type ReviewedPlan, checkReviewed, planWith } from '../plan/planning.ts';
import { writeEvidence } from './evidence.ts';
import { evidencePath } from './journal.ts';
import { shellProcess } from './outlived-shells.ts';
import { ownOwner } from './process-identity.ts';
import { type RunContext, journalOf, runPlace } from './run-context.ts';
import type { PreparedRun } from './run-launch.ts';
import { type OnFailure, runPlan } from './run-plan.ts';

/** What the administrator decided about a run before it begins. */
export interface StartOptions {
  /** The plan that was reviewed; null: whatever the plan is now. */
  readonly reviewed: ReviewedPlan | null;
  /** The warnings that were acknowledged, by id; `all` where one answer stands for all of them. */
  readonly acknowledged: readonly string[] | 'all';
  readonly onFailure: OnFailure;
}

/** What a run is to do on which deployment. */
export interface StartSubject {
  readonly deployment: DeploymentKind;
  readonly runId: string;
  readonly answers: Answers;
  readonly startOptions: StartOptions;
}

/** Makes ready to begin a run: plans, checks that the plan may be applied, and keeps what it will touch. */
export async function prepareStart(
  context: RunContext,
  { deployment, runId, answers, startOptions }: StartSubject,
  open: OpenDeployment,
  takenOver: LockOwner | null,
): Promise<Result<PreparedRun>> {
  const { dataDir, now } = context;
  const planned = await planWith(open, deployment, answers, now);
  if (!planned.ok) return planned;
  const { plan, snapshot: before } = planned.value;
  const allowed = checkStart(plan, startOptions);
  if (!allowed.ok) return allowed;
  const evidence = await writeEvidence(evidencePath(dataDir, runId), open.shell, plan.changes, before);
  if (!evidence.ok) return evidence;
  const journal = await journalOf(context, runId, true);
  if (!journal.ok) return journal;
  const place = runPlace(context, deployment);
  const started = startEvent({ ...planned.value, ...place, runId, open, answers, now, takenOver });
  return success({
    changes: plan.changes,
    answers,
    before,
    journal: journal.value,
    work: (input) => runPlan(input, started, startOptions.onFailure),
  });
}

/** Why a plan may not be applied: it is not the reviewed one, a check forbids it, or a warning was not acknowledged. */
function checkStart(plan: Plan, { reviewed, acknowledged }: StartOptions): Result<null> {
  const isReviewed = reviewed === null ? success(null) : checkReviewed(plan, reviewed);
  if (!isReviewed.ok) return isReviewed;
  const blockers = blockersOf(plan);
  if (blockers.length > 0) return failed({ kind: 'refused', findings: blockers });
  const open = warningsOf(plan).filter(({ id }) => acknowledged !== 'all' && !acknowledged.includes(id));
  return open.length > 0 ? failed({ kind: 'unacknowledged', findings: open }) : success(null);
}

/** The first line of a run's journal: who begins it, on what, and everything that is needed to go on or to take it back. */
function startEvent(
  parts: PlanWithSnapshot & {
    readonly runId: string;
    readonly deployment: DeploymentKind;
    readonly place: string;
    readonly open: OpenDeployment;
    readonly answers: Answers;
    readonly now: () => Date;
    readonly takenOver: LockOwner | null;
  },
): RunStarted {
  const { plan, snapshot: before, runId, deployment, place, open, answers, now, takenOver } = parts;
  const { module, powershell } = open.connection;
  return {
    type: 'run-started',
    runId,
    at: now().toISOString(),
    deployment,
    place,
    product: plan.product,
    module,
    powershell,
    planHash: plan.hash,
    answers,
    before: withTouchedUsers(before, plan.changes),
    changes: [...plan.changes],
    acknowledged: warningsOf(plan).map(({ id, message }) => ({ id, message })),
    owner: ownOwner(),
    takenOver,
    shell: shellProcess(powershell.processId),
  };
}

/** A deployment may have a hundred thousand users; a run needs those to whom it gives a policy. */
function withTouchedUsers(before: Snapshot, changes: readonly PlannedChange[]): Snapshot {
  const identities = changes.flatMap(({ subject }) => (subject.type === 'user' ? [subject.identity] : []));
  const touched = identities.flatMap((identity) => findUser(before.users, identity) ?? []);
  return { ...before, users: [...new Set(touched)] };
}
