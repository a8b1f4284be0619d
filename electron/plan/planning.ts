/**
 * This folder makes plans of what was read, and scripts of plans. What a plan holds is decided in `core/plan/`.
 */
import type { Answers } from '../../core/answers/answers-schema.ts';
import type { DeploymentKind, Snapshot } from '../../core/deployment/deployment.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import { type Fingerprint, differencesBetween } from '../../core/plan/fingerprint.ts';
import { type Plan, makePlan } from '../../core/plan/plan.ts';
import type { OpenDeployment } from '../deployment/deployments.ts';
import { sha256 } from './digest.ts';

/** A plan with the picture of the deployment that it was made from. */
export interface PlanWithSnapshot {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
}

/** The plan that was reviewed: no other one is applied. `fingerprint` tells what has moved when it is another one now. */
export interface ReviewedPlan {
  readonly hash: string;
  readonly fingerprint: Fingerprint | null;
}

/** Reads the deployment and plans what the answers want of it. */
export async function planWith(
  open: OpenDeployment,
  deployment: DeploymentKind,
  answers: Answers,
  now: () => Date,
): Promise<Result<PlanWithSnapshot>> {
  const read = await open.shell.snapshot();
  if (!read.ok) return read;
  const { connection } = open;
  const plan = makePlan(
    answers,
    {
      product: connection.product,
      capabilities: connection.cmdlets,
      snapshot: read.value,
      environment: { deployment, ...connection },
      readAt: now().toISOString(),
    },
    sha256,
  );
  return success({ plan, snapshot: read.value });
}

/** Refuses a plan that is not the reviewed one, and names what has moved in the deployment since. */
export function checkReviewed(plan: Plan, reviewed: ReviewedPlan): Result<null> {
  const isSameDeployment = reviewed.fingerprint === null || reviewed.fingerprint.hash === plan.fingerprint?.hash;
  if (plan.hash === reviewed.hash && isSameDeployment) return success(null);
  const differences =
    reviewed.fingerprint && plan.fingerprint ? differencesBetween(reviewed.fingerprint, plan.fingerprint) : [];
  return failed({ kind: 'plan-out-of-date', differences });
}
