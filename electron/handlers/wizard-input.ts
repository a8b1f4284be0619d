import type { Answers } from '../../core/answers/answers-schema.ts';
import { checkAnswers } from '../../core/answers/answers.ts';
import type { WizardInput } from '../../core/contract/contract.ts';
import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import { type Failure, type Result, failed, success } from '../../core/failure.ts';
import { isPreparedProduct } from '../../core/deployment/products.ts';
import { candidateAnswers } from '../../core/wizard/form-answers.ts';
import type { ScriptTarget } from '../setup/federation-setup.ts';

export interface Asked {
  readonly target: ScriptTarget;
  readonly answers: Answers;
}

/** The checked answers, and what they are for: a deployment, or in "prepare only" a stated product. */
export function targetAndAnswers({ mode, form, preparedProduct }: WizardInput): Result<Asked> {
  const checked = checkAnswers(candidateAnswers(form));
  if (!checked.ok) return checked;
  const answers = checked.value;
  if (mode !== 'prepare') return success({ target: { deployment: mode }, answers });
  if (!isPreparedProduct(preparedProduct)) return failed(refusal(`No such product: ${preparedProduct}`));
  return success({ target: { product: preparedProduct }, answers });
}

export function deploymentAndAnswers(input: WizardInput): Result<{ deployment: DeploymentKind; answers: Answers }> {
  const asked = targetAndAnswers(input);
  if (!asked.ok) return asked;
  const { target, answers } = asked.value;
  return 'deployment' in target
    ? success({ deployment: target.deployment, answers })
    : failed(refusal('There is no deployment in "prepare only".'));
}

function refusal(detail: string): Extract<Failure, { kind: 'invalid-request' }> {
  return { kind: 'invalid-request', detail };
}
