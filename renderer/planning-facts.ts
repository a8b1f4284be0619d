import { checkAnswers } from '../core/answers.ts';
import { hasParameter } from '../core/deployment.ts';
import type { PlanningFacts } from '../core/plan.ts';
import { conflictingProviders } from '../core/plan-providers.ts';
import { factsOfPreparedProduct, isPreparedProduct } from '../core/products.ts';
import { type WizardForm, candidateAnswers } from '../core/wizard.ts';
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
  return new Set(conflictingProviders(answers.value, facts).map((provider) => provider.Identity));
}

/** Parameters that are filled in and that `New-CsPublicProvider` of the product does not have. */
export function parametersLeftOut({ provider }: WizardForm, { capabilities }: PlanningFacts): readonly string[] {
  const filled: Readonly<Record<string, string>> = {
    IconUrl: provider.iconUrl,
    NameDecorationRoutingDomain: provider.nameDecorationRoutingDomain,
    NameDecorationExcludedDomainList: provider.nameDecorationExcludedDomains,
    EnableSkypeIdRouting: String(provider.enableSkypeIdRouting),
    EnableSkypeDirectorySearch: String(provider.enableSkypeDirectorySearch),
  };
  return Object.keys(filled).filter(
    (name) => filled[name]?.trim() !== '' && !hasParameter(capabilities, 'New-CsPublicProvider', name),
  );
}
