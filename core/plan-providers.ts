import type { Answers } from './answers.ts';
import type { Command } from './cmdlets.ts';
import {
  type Capabilities,
  type PublicProvider,
  findProvider,
  hasParameter,
  PROVIDER_PROPERTIES,
} from './deployment.ts';
import { isSameDomain } from './domain-names.ts';
import type { PlannedChange, PlanningFacts, Properties } from './plan.ts';
import { differingProperties, pickProperties } from './properties.ts';
import { planTexts as say } from './texts/plan.ts';

/** The properties that `Set-CsPublicProvider` can change; any other needs remove and create (facts A.1). */
const SETTABLE: readonly string[] = ['Enabled', 'VerificationLevel'];

/** The removals that the new provider needs, then the provider itself. */
export function providerChanges(answers: Answers, facts: PlanningFacts): PlannedChange[] {
  const { wanted, notes } = wantedProvider(answers, facts.capabilities);
  const existing = facts.snapshot ? findProvider(facts.snapshot, answers.provider.identity) : null;
  const differing = existing ? differingProperties(wanted, existing) : wanted;
  const names = Object.keys(differing);
  if (existing && names.every((name) => SETTABLE.includes(name))) {
    return [...removals(answers, facts), setChange(existing, wanted, differing, notes)];
  }
  return [...removals(answers, facts), createChange(answers.provider.identity, wanted, notes, facts)];
}

/** Providers that stand in the way of the wanted one: same Identity (when it must be made anew) or same ProxyFqdn. */
export function conflictingProviders(answers: Answers, facts: PlanningFacts): readonly PublicProvider[] {
  if (!facts.snapshot) return [];
  const { wanted } = wantedProvider(answers, facts.capabilities);
  return facts.snapshot.publicProviders.filter((provider) => {
    const isWanted = provider.Identity.toLowerCase() === answers.provider.identity.toLowerCase();
    if (!isWanted) return isSameDomain(provider.ProxyFqdn, answers.provider.proxyFqdn);
    return Object.keys(differingProperties(wanted, provider)).some((name) => !SETTABLE.includes(name));
  });
}

function wantedProvider(answers: Answers, capabilities: Capabilities): { wanted: Properties; notes: string[] } {
  const { provider } = answers;
  const all: Readonly<Record<string, string | boolean | undefined>> = {
    ProxyFqdn: provider.proxyFqdn,
    IconUrl: provider.iconUrl,
    NameDecorationRoutingDomain: provider.nameDecorationRoutingDomain,
    NameDecorationExcludedDomainList: provider.nameDecorationExcludedDomains?.join(','),
    VerificationLevel: provider.verificationLevel,
    Enabled: provider.enabled,
  };
  const asked = Object.entries(all).filter((entry): entry is [string, string | boolean] => entry[1] !== undefined);
  const has = (name: string) => hasParameter(capabilities, 'New-CsPublicProvider', name);
  return {
    wanted: Object.fromEntries(asked.filter(([name]) => has(name))),
    notes: asked.filter(([name]) => !has(name)).map(([name]) => say.leftOut('New-CsPublicProvider', name)),
  };
}

function setChange(
  existing: PublicProvider,
  wanted: Properties,
  differing: Properties,
  notes: string[],
): PlannedChange {
  const { Identity } = existing;
  const names = Object.keys(differing);
  const isRight = names.length === 0;
  const set = (values: Properties): Command => ({
    cmdlet: 'Set-CsPublicProvider',
    parameters: { Identity, ...values },
  });
  return {
    id: `provider:${Identity}`,
    kind: isRight ? 'new' : 'set',
    status: isRight ? 'already-right' : 'would-change',
    sentence: isRight ? say.providerRight(Identity) : say.providerSet(Identity, differing),
    subject: { type: 'provider', identity: Identity },
    call: isRight ? null : set(differing),
    undo: isRight ? null : set(pickProperties(existing, names)),
    before: pickProperties(existing, Object.keys(wanted)),
    after: wanted,
    destructive: false,
    unit: isRight ? null : 'provider-swap',
    notes,
  };
}

function createChange(identity: string, wanted: Properties, notes: string[], facts: PlanningFacts): PlannedChange {
  return {
    id: `provider:${identity}`,
    kind: 'new',
    status: facts.snapshot ? 'would-change' : 'cannot-tell',
    sentence: say.providerNew(identity, wanted),
    subject: { type: 'provider', identity },
    call: { cmdlet: 'New-CsPublicProvider', parameters: { Identity: identity, ...wanted } },
    undo: { cmdlet: 'Remove-CsPublicProvider', parameters: { Identity: identity } },
    before: null,
    after: wanted,
    destructive: false,
    unit: 'provider-swap',
    notes,
  };
}

function removals(answers: Answers, facts: PlanningFacts): PlannedChange[] {
  const conflicting = conflictingProviders(answers, facts);
  const { removeProviders, provider: wanted } = answers;
  if (!facts.snapshot) return removeProviders === 'conflicting' ? [] : removeProviders.map(unseenRemoval);
  if (removeProviders === 'conflicting') return conflicting.map((provider) => removal(provider, facts.capabilities));
  const { snapshot } = facts;
  return removeProviders.flatMap((identity) => {
    const provider = findProvider(snapshot, identity);
    if (!provider) return [absent(identity)];
    const isKept = identity.toLowerCase() === wanted.identity.toLowerCase() && !conflicting.includes(provider);
    return isKept ? [] : [removal(provider, facts.capabilities)];
  });
}

function removal(provider: PublicProvider, capabilities: Capabilities): PlannedChange {
  const names = PROVIDER_PROPERTIES.filter((name) => hasParameter(capabilities, 'New-CsPublicProvider', name));
  const before = pickProperties(provider, names);
  const filled = Object.fromEntries(Object.entries(before).filter(([, value]) => value !== null && value !== ''));
  return {
    ...absent(provider.Identity),
    status: 'would-change',
    sentence: say.providerRemove(provider.Identity, provider.ProxyFqdn, provider.Enabled),
    call: { cmdlet: 'Remove-CsPublicProvider', parameters: { Identity: provider.Identity } },
    undo: { cmdlet: 'New-CsPublicProvider', parameters: { Identity: provider.Identity, ...filled } },
    before,
    destructive: true,
    unit: 'provider-swap',
  };
}

/** A removal for a deployment that could not be read: whether the provider is there shows when it runs. */
function unseenRemoval(identity: string): PlannedChange {
  return {
    ...absent(identity),
    status: 'cannot-tell',
    sentence: say.providerRemoveUnseen(identity),
    call: { cmdlet: 'Remove-CsPublicProvider', parameters: { Identity: identity } },
    destructive: true,
    unit: 'provider-swap',
  };
}

function absent(identity: string): PlannedChange {
  return {
    id: `remove:${identity}`,
    kind: 'remove',
    status: 'already-right',
    sentence: say.providerAbsent(identity),
    subject: { type: 'provider', identity },
    call: null,
    undo: null,
    before: null,
    after: null,
    destructive: false,
    unit: null,
    notes: [],
  };
}
