/** The report: one model of everything that it shows, behind every format. */

import type { Answers } from '../answers/answers-schema.ts';
import type { Connection, DeploymentKind, Product } from '../deployment/deployment.ts';
import type { Goal } from '../goal.ts';
import type { Plan } from '../plan/plan.ts';
import type { ProvisioningRecord, ProvisioningState } from '../provisioning/provisioning.ts';
import type { Readiness } from '../readiness/readiness.ts';
import type { RunSnapshot } from '../run/run.ts';
import type { Verification } from '../run/verification.ts';

/** Everything that a report shows; one model behind every format. */
export interface ReportModel {
  /** The version of this program. */
  readonly version: string;
  readonly createdAt: string;
  readonly deployment: DeploymentKind | 'prepare';
  readonly answers: Answers;
  readonly product: Product;
  /** What answered; null when nothing was asked (`prepare`). */
  readonly environment: Connection | null;
  /** What would still change now. */
  readonly plan: Plan;
  /** The newest run on this deployment, or null when there was none. */
  readonly run: RunSnapshot | null;
  /** Null when nothing was asked (`prepare`). */
  readonly verification: Verification | null;
  /** The newest network check, or null when there was none. */
  readonly readiness: Readiness | null;
  /** The record of the request, and how it stood when the report was made; null: nothing was recorded. */
  readonly provisioning: { readonly record: ProvisioningRecord; readonly state: ProvisioningState } | null;
  /** The plan as a script, for `prepare`; empty otherwise. */
  readonly script: string;
}

/** What to do after the report, as keys of `reportTexts.nextSteps`, in order. */
export type NextStep =
  | 'run-script'
  | 'apply'
  | 'mend'
  | 'left-changed'
  | 'replication'
  | 'sign-in-again'
  | 'add-contacts'
  | 'service-ended'
  | 'contacts-stay'
  | 'keep';

/** Decides what to do next from what the report shows. */
export function nextSteps(report: ReportModel): readonly NextStep[] {
  const { verification, run } = report;
  const { goal } = report.answers;
  const last = LAST_STEPS[goal];
  if (verification === null) return ['run-script', ...last];
  const isBehind = verification.replication.some((replica) => !replica.UpToDate);
  return [
    ...(verification.outcome === 'as-wanted' ? [] : ([goal === 'check' ? 'mend' : 'apply'] as const)),
    ...(run?.outcome === 'left-changed' || run?.outcome === 'unknown' ? (['left-changed'] as const) : []),
    ...(isBehind ? (['replication'] as const) : []),
    ...(verification.outcome === 'as-wanted' && goal === 'set-up' ? (['sign-in-again', 'add-contacts'] as const) : []),
    ...last,
  ];
}

/** What remains to be done whatever the deployment is like. */
const LAST_STEPS = {
  'set-up': ['service-ended'],
  check: ['keep'],
  retire: ['contacts-stay', 'keep'],
} as const satisfies Record<Goal, readonly NextStep[]>;
