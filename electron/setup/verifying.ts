import type { Answers } from '../../core/answers/answers-schema.ts';
import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import { type CmdletError, type Result, failed, success } from '../../core/failure.ts';
import { type Verification, verify } from '../../core/run/verification.ts';
import type { OpenDeployment } from '../deployment/deployments.ts';
import type { PlanWithSnapshot } from '../plan/planning.ts';
import { type PlanSources, accessFor, withPlan } from './with-plan.ts';

/** Comparing what the answers want with what the deployment has. */
export interface Verifying {
  verify(deployment: DeploymentKind, answers: Answers): Promise<Result<Verification>>;
}

/** Creates the part of the setup that verifies. */
export function createVerifying(sources: PlanSources): Verifying {
  return {
    verify: (deployment, answers) => withPlan(sources, { deployment, answers, access: accessFor(answers) }, verifyPlan),
  };
}

/** Compares a plan with the deployment that it was made from, and counts what was run on it to do so. */
export async function verifyPlan(
  open: OpenDeployment,
  { plan, snapshot }: PlanWithSnapshot,
): Promise<Result<Verification>> {
  const shown = await shownOrRefused(open);
  if (!shown.ok) return shown;
  const tally = await open.shell.tally();
  if (!tally.ok) return tally;
  const { reads, writes, refusedWrites: refused } = tally.value;
  const account = { readOnly: open.connection.readOnly, reads, writes, refused };
  return success(verify(plan, snapshot, shown.value, account));
}

/** What `Get-CsPublicProvider` prints, or how it failed, which is part of what was found; that the shell was lost is not. */
async function shownOrRefused({ shell }: OpenDeployment): Promise<Result<Result<string, CmdletError>>> {
  const shown = await shell.show();
  if (shown.ok) return success(shown);
  const { failure } = shown;
  return failure.kind === 'cmdlet-failed' ? success({ ok: false, failure: failure.error }) : failed(failure);
}
