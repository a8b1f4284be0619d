import type { Answers } from '../../core/answers/answers-schema.ts';
import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import type { Result } from '../../core/failure.ts';
import { type Access, type Deployments, type OpenDeployment, withDeployment } from '../deployment/deployments.ts';
import { type PlanWithSnapshot, planWith } from '../plan/planning.ts';

/** Where deployments come from, and the time at which they are read. */
export interface PlanSources {
  readonly deployments: Deployments;
  readonly now: () => Date;
}

/** Opens a deployment, plans what the answers want of it as it is now, and goes on with both. */
export function withPlan<T>(
  { deployments, now }: PlanSources,
  { deployment, answers, access }: { deployment: DeploymentKind; answers: Answers; access: Access },
  use: (open: OpenDeployment, planned: PlanWithSnapshot) => Promise<Result<T>>,
): Promise<Result<T>> {
  return withDeployment(deployments, deployment, access, async (open) => {
    const planned = await planWith(open, deployment, answers, now);
    return planned.ok ? use(open, planned.value) : planned;
  });
}

/** A check cannot change anything, whatever goes wrong: its shell refuses to. */
export function accessFor({ goal }: Answers): Access {
  return goal === 'check' ? 'read-only' : 'read-write';
}
