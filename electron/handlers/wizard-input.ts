import { checkAnswers } from '../../core/answers/answers.ts';
import type { Answers } from '../../core/answers/answers-schema.ts';
import type { WizardInput } from '../../core/contract/contract.ts';
import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import { isPreparedProduct } from '../../core/deployment/products.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import { candidateAnswers } from '../../core/wizard/form-answers.ts';
import type { ScriptTarget } from '../setup/plan-making.ts';

/** What a page wants, once what was filled in is checked. */
interface Wanted {
  readonly target: ScriptTarget;
  readonly answers: Answers;
}

/**
 * The checked answers, and what they are for: a deployment, or in "prepare only" a stated product. Failures:
 * `invalid-answers`, and `invalid-request` for a product that there is not.
 */
export function targetAndAnswers({ mode, form, preparedProduct }: WizardInput): Result<Wanted> {
  const checked = checkAnswers(candidateAnswers(form));
  if (!checked.ok) return checked;
  const answers = checked.value;
  if (mode !== 'prepare') return success({ target: { deployment: mode }, answers });
  if (!isPreparedProduct(preparedProduct)) return refused(`No such product: ${preparedProduct}`);
  return success({ target: { product: preparedProduct }, answers });
}

/** The same where only a deployment will do: "prepare only" is refused with `invalid-request`. */
export function deploymentAndAnswers(
  input: WizardInput,
): Result<{ readonly deployment: DeploymentKind; readonly answers: Answers }> {
  const wanted = targetAndAnswers(input);
  if (!wanted.ok) return wanted;
  const { target, answers } = wanted.value;
  if (!('deployment' in target)) return refused('There is no deployment in "prepare only".');
  return success({ deployment: target.deployment, answers });
}

function refused(detail: string): Result<never> {
  return failed({ kind: 'invalid-request', detail });
}
