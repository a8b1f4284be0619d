import type { Answers, RetireAnswers } from '../answers/answers-schema.ts';
import {
  type ExternalAccessPolicy,
  type PublicProvider,
  findProvider,
  identityKey,
  isRead,
  withoutTag,
} from '../deployment/deployment.ts';
import { isSameDomain } from '../domains/domain-names.ts';
import { accessEdgeChange } from './access-edge-change.ts';
import type { PlannedChange } from './change.ts';
import { isOfEndedService } from './ended-services.ts';
import { planTexts as say } from './plan-texts.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { findPolicy, setPolicy } from './policy-changes.ts';
import { absent, removal } from './provider-changes.ts';
import type { ProviderIntent } from './provider-intent.ts';

const PUBLIC_FLAGS = { EnablePublicCloudAccess: false, EnablePublicCloudAudioVideoAccess: false } as const;

/**
 * Retiring: the providers first, so that nothing is offered any more, then the policies that nothing else needs, and the
 * organisation-wide switch last, only by its own explicit choice.
 */
export function retirementChanges(
  answers: RetireAnswers,
  intent: ProviderIntent,
  facts: PlanningFacts,
): PlannedChange[] {
  return [
    ...providerRetirements(answers, intent, facts),
    ...policyRetirements(answers, facts),
    federation(answers, facts),
  ];
}

/** The providers that retiring is about: those of dead services, or those that are listed. */
export function retiredProviders(answers: RetireAnswers, facts: PlanningFacts): readonly PublicProvider[] {
  const all = facts.snapshot?.publicProviders ?? [];
  const { providers } = answers.retire;
  if (providers === 'dead') return all.filter((provider) => isDead(provider, answers));
  const listed = new Set(providers.map(identityKey));
  return all.filter((provider) => listed.has(identityKey(provider.Identity)));
}

/** Enabled providers that are not retired: they still need the policies and the switch. */
export function keptProviders(answers: RetireAnswers, facts: PlanningFacts): readonly PublicProvider[] {
  const retired = retiredProviders(answers, facts);
  return (facts.snapshot?.publicProviders ?? []).filter((one) => one.Enabled && !retired.includes(one));
}

function isDead({ Identity, ProxyFqdn }: PublicProvider, { provider }: Answers): boolean {
  return (
    isOfEndedService(ProxyFqdn) ||
    isSameDomain(ProxyFqdn, provider.proxyFqdn) ||
    identityKey(Identity) === identityKey(provider.identity)
  );
}

function providerRetirements(answers: RetireAnswers, intent: ProviderIntent, facts: PlanningFacts): PlannedChange[] {
  const { action, providers } = answers.retire;
  const { snapshot } = facts;
  if (!snapshot || !isRead(snapshot, 'publicProviders')) {
    const named = providers === 'dead' ? [answers.provider.identity] : providers;
    return named.map((identity) => unseenRetirement(identity, action, intent));
  }
  const changes = retiredProviders(answers, facts).map((provider) =>
    action === 'remove' ? removal(provider, intent, facts) : disabling(provider, intent),
  );
  const missing = providers === 'dead' ? [] : providers.filter((identity) => findProvider(snapshot, identity) === null);
  return [...changes, ...missing.map((identity) => absent(identity, intent))];
}

function disabling({ Identity, Enabled }: PublicProvider, { affects }: ProviderIntent): PlannedChange {
  return {
    id: `disable:${Identity}`,
    kind: 'disable',
    status: Enabled ? 'would-change' : 'already-right',
    sentence: Enabled ? say.providerDisable(Identity) : say.providerDisabled(Identity),
    subject: { type: 'provider', identity: Identity },
    // Both are errors when repeated (facts A.1), so neither is sent where it is so already.
    call: Enabled ? { cmdlet: 'Disable-CsPublicProvider', parameters: { Identity } } : null,
    undo: Enabled ? { cmdlet: 'Enable-CsPublicProvider', parameters: { Identity } } : null,
    before: { Enabled },
    after: { Enabled: false },
    destructive: Enabled,
    unit: null,
    affects,
    notes: [],
  };
}

/** Where the providers could not be read: the command is written down, and whether it is needed shows when it runs. */
function unseenRetirement(
  identity: string,
  action: RetireAnswers['retire']['action'],
  intent: ProviderIntent,
): PlannedChange {
  const isRemoved = action === 'remove';
  return {
    ...absent(identity, intent),
    id: `${isRemoved ? 'remove' : 'disable'}:${identity}`,
    kind: isRemoved ? 'remove' : 'disable',
    status: 'cannot-tell',
    sentence: isRemoved ? say.providerRemoveUnseen(identity) : say.providerDisable(identity),
    call: {
      cmdlet: isRemoved ? 'Remove-CsPublicProvider' : 'Disable-CsPublicProvider',
      parameters: { Identity: identity },
    },
    after: isRemoved ? null : { Enabled: false },
    destructive: true,
  };
}

function policyRetirements(answers: RetireAnswers, facts: PlanningFacts): PlannedChange[] {
  if (answers.retire.publicCloudAccess === 'leave') return [];
  if (!facts.snapshot || !isRead(facts.snapshot, 'externalAccessPolicies')) {
    return [setPolicy('Global', PUBLIC_FLAGS, null, facts)];
  }
  const needing = keptProviders(answers, facts).map(({ Identity }) => Identity);
  return facts.snapshot.externalAccessPolicies.map((policy) => policyRetirement(policy, needing, facts));
}

function policyRetirement(
  policy: ExternalAccessPolicy,
  needing: readonly string[],
  facts: PlanningFacts,
): PlannedChange {
  const change = setPolicy(withoutTag(policy.Identity), PUBLIC_FLAGS, findPolicy(facts, policy.Identity), facts);
  if (needing.length === 0 || change.call === null) return change;
  return {
    ...change,
    status: 'not-applicable',
    sentence: say.policyStillNeeded(withoutTag(policy.Identity), needing),
    call: null,
    undo: null,
    after: change.before,
    destructive: false,
  };
}

function federation(answers: RetireAnswers, facts: PlanningFacts): PlannedChange {
  const change = accessEdgeChange(false, facts);
  if (answers.retire.federation === 'switch-off') return change;
  return {
    ...change,
    status: 'not-applicable',
    sentence: say.federationLeft,
    call: null,
    undo: null,
    after: change.before,
    destructive: false,
    notes: [],
  };
}
