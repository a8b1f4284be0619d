import type { WizardForm } from '../../core/wizard/form.ts';
import { type PlanningFacts, factsOfPreparedProduct } from '../../core/plan/planning-facts.ts';
import { checkAnswers } from '../../core/answers/answers.ts';
import { hasParameter } from '../../core/deployment/deployment.ts';
import { providerIntent } from '../../core/plan/provider-intent.ts';
import { isPreparedProduct } from '../../core/deployment/products.ts';
import { candidateAnswers } from '../../core/wizard/form-answers.ts';
import type { WizardState } from './state.ts';

/** What is known of the deployment or of the stated product; null while nothing is. */
export function planningFacts({
  mode,
  preparedProduct,
  deployment,
}: Pick<WizardState, 'mode' | 'preparedProduct' | 'deployment'>): PlanningFacts | null {
  if (mode === 'prepare') return isPreparedProduct(preparedProduct) ? factsOfPreparedProduct(preparedProduct) : null;
  if (mode === null || deployment.status !== 'ready') return null;
  const { connected, snapshot } = deployment;
  const { cmdlets: capabilities } = connected.connection;
  return {
    product: snapshot.product,
    capabilities,
    snapshot,
    environment: { deployment: mode, ...connected.connection },
    readAt: null,
  };
}

/** The identities of the providers that stand in the way; empty while the provider's answers are not usable. */
export function conflictsOf(form: WizardForm, facts: PlanningFacts): ReadonlySet<string> {
  const answers = checkAnswers(candidateAnswers({ ...form, keepsRequest: false }));
  if (!answers.ok) return new Set();
  return new Set(providerIntent(answers.value, facts).conflicting.map((provider) => provider.Identity));
}

/** The optional parameters of `New-CsPublicProvider`, which not every product has. */
const OPTIONAL = [
  'IconUrl',
  'NameDecorationRoutingDomain',
  'NameDecorationExcludedDomainList',
  'EnableSkypeIdRouting',
  'EnableSkypeDirectorySearch',
] as const;
export type OptionalParameter = (typeof OPTIONAL)[number];

/** Those that the deployment's, or the stated product's, own cmdlet does not have. */
export function missingParameters({ capabilities }: Pick<PlanningFacts, 'capabilities'>): readonly OptionalParameter[] {
  return OPTIONAL.filter((name) => !hasParameter(capabilities, 'New-CsPublicProvider', name));
}
