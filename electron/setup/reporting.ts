import type { Answers } from '../../core/answers/answers-schema.ts';
import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import { type Result, success } from '../../core/failure.ts';
import { stateOf } from '../../core/provisioning/provisioning.ts';
import type { ReportModel } from '../../core/report/report.ts';
import type { RunSnapshot } from '../../core/run/run.ts';
import { preparedPlan } from '../plan/setup-scripts.ts';
import type { PlanMaking } from './plan-making.ts';
import type { Provisioning } from './provisioning.ts';
import { verifyPlan } from './verifying.ts';
import { type PlanSources, accessFor, withPlan } from './with-plan.ts';

/** Putting together what a report tells. */
export interface Reporting {
  report(deployment: DeploymentKind, answers: Answers): Promise<Result<ReportModel>>;
  /** The report for a stated product, which no deployment is asked for: it tells the plan and its script. */
  reportPrepared(product: PreparedProductId, answers: Answers): Promise<Result<ReportModel>>;
}

/** What a report is made of, beside the deployment itself. */
export interface ReportSources extends PlanSources {
  readonly version: string;
  readonly planMaking: PlanMaking;
  readonly provisioning: Provisioning;
  /** The run that goes on, or the newest one on that deployment. */
  readonly newestRun: (deployment: DeploymentKind) => Promise<RunSnapshot | null>;
}

/** Creates the part of the setup that reports. */
export function createReporting(sources: ReportSources): Reporting {
  const { planMaking, newestRun } = sources;
  return {
    report: (deployment, answers) =>
      withPlan(sources, { deployment, answers, access: accessFor(answers) }, async (open, planned) => {
        const verification = await verifyPlan(open, planned);
        if (!verification.ok) return verification;
        return success({
          ...(await frameOf(sources, answers)),
          deployment,
          product: open.connection.product,
          environment: open.connection,
          plan: planned.plan,
          run: await newestRun(deployment),
          verification: verification.value,
          script: '',
        });
      }),
    async reportPrepared(product, answers) {
      const written = await planMaking.script({ product }, answers);
      if (!written.ok) return written;
      const plan = preparedPlan(answers, product);
      return success({
        ...(await frameOf(sources, answers)),
        deployment: 'prepare',
        product: plan.product,
        environment: null,
        plan,
        run: null,
        verification: null,
        script: written.value.script,
      });
    },
  };
}

/** What every report tells, whatever it is of. The network check is added by whoever has one. */
async function frameOf(
  { version, provisioning, now }: ReportSources,
  answers: Answers,
): Promise<Pick<ReportModel, 'version' | 'createdAt' | 'answers' | 'readiness' | 'provisioning'>> {
  const createdAt = now().toISOString();
  return { version, createdAt, answers, readiness: null, provisioning: await provisioningOf(provisioning, now) };
}

/** The record of the provisioning request; one that cannot be read keeps no report back. */
async function provisioningOf(provisioning: Provisioning, now: () => Date): Promise<ReportModel['provisioning']> {
  const read = await provisioning.read();
  if (!read.ok || read.value.record.log.length === 0) return null;
  return { record: read.value.record, state: stateOf(read.value.record, now().toISOString()) };
}
