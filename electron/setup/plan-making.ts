import type { Answers } from '../../core/answers/answers-schema.ts';
import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import { type Result, success } from '../../core/failure.ts';
import { type Plan, type RehearsedChange, pendingChanges } from '../../core/plan/plan.ts';
import type { OpenDeployment } from '../deployment/deployments.ts';
import { preparedPlan, scriptOfPlan } from '../plan/setup-scripts.ts';
import { type PlanSources, accessFor, withPlan } from './with-plan.ts';

/** What a script is written for: a deployment that is asked now, or a product that is stated and not asked. */
export type ScriptTarget = { readonly deployment: DeploymentKind } | { readonly product: PreparedProductId };

/** A plan as a script, with the hash of the plan. */
export interface PlannedScript {
  readonly script: string;
  readonly planHash: string;
}

/** Saying what the answers would change, before anything is. */
export interface PlanMaking {
  plan(deployment: DeploymentKind, answers: Answers): Promise<Result<Plan>>;
  /** The plan, with what the deployment itself says each command would do. */
  rehearse(deployment: DeploymentKind, answers: Answers): Promise<Result<Plan>>;
  /** Writes the plan as a script; with a stated product no PowerShell is needed. */
  script(target: ScriptTarget, answers: Answers): Promise<Result<PlannedScript>>;
}

/** Creates the part of the setup that plans. `assetsDir` is the folder `assets` of the product. */
export function createPlanMaking(sources: PlanSources, assetsDir: string): PlanMaking {
  return {
    plan: (deployment, answers) =>
      withPlan(sources, { deployment, answers, access: accessFor(answers) }, async (_open, { plan }) => success(plan)),
    rehearse: (deployment, answers) =>
      withPlan(sources, { deployment, answers, access: 'read-write' }, async (open, { plan }) =>
        success(await rehearsed(open, plan)),
      ),
    async script(target, answers) {
      const isRead = 'deployment' in target;
      const planned = isRead
        ? await withPlan(sources, { ...target, answers, access: 'read-only' }, async (_open, { plan }) => success(plan))
        : success(preparedPlan(answers, target.product));
      if (!planned.ok) return planned;
      const script = await scriptOfPlan({ plan: planned.value, answers, isRead }, assetsDir);
      return script.ok ? success({ script: script.value, planHash: planned.value.hash }) : script;
    },
  };
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
