import type { Answers } from '../answers/answers-schema.ts';
import type { Command } from '../deployment/cmdlets.ts';
import {
  PROVIDER_PROPERTIES,
  type PublicProvider,
  findProvider,
  hasParameter,
  isRead,
} from '../deployment/deployment.ts';
import type { PlannedChange, Properties } from './change.ts';
import { planTexts as say } from './plan-texts.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { pickProperties } from './properties.ts';
import type { ProviderIntent } from './provider-intent.ts';

/** The removals that the new provider needs, then the provider itself. */
export function providerChanges(answers: Answers, intent: ProviderIntent, facts: PlanningFacts): PlannedChange[] {
  const { existing, canKeep } = intent;
  return [
    ...removals(answers, intent, facts),
    existing && canKeep ? setChange(existing, intent) : createChange(intent, facts),
  ];
}

function setChange(existing: PublicProvider, { wanted, differing, notes, affects }: ProviderIntent): PlannedChange {
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
    affects,
    notes,
  };
}

function createChange(
  { identity, wanted, notes, affects }: ProviderIntent,
  { snapshot }: PlanningFacts,
): PlannedChange {
  return {
    id: `provider:${identity}`,
    kind: 'new',
    status: isRead(snapshot, 'publicProviders') ? 'would-change' : 'cannot-tell',
    sentence: say.providerNew(identity, wanted),
    subject: { type: 'provider', identity },
    call: { cmdlet: 'New-CsPublicProvider', parameters: { Identity: identity, ...wanted } },
    undo: { cmdlet: 'Remove-CsPublicProvider', parameters: { Identity: identity } },
    before: null,
    after: wanted,
    destructive: false,
    unit: 'provider-swap',
    affects,
    notes,
  };
}

function removals({ removeProviders }: Answers, intent: ProviderIntent, facts: PlanningFacts): PlannedChange[] {
  const { existing, conflicting } = intent;
  const { snapshot } = facts;
  if (!snapshot || !isRead(snapshot, 'publicProviders'))
    return removeProviders === 'conflicting' ? [] : removeProviders.map((one) => unseenRemoval(one, intent));
  const swap = (provider: PublicProvider) => ({
    ...removal(provider, intent, facts),
    unit: 'provider-swap' as const,
  });
  if (removeProviders === 'conflicting') return conflicting.map(swap);
  return removeProviders.flatMap((identity) => {
    const provider = findProvider(snapshot, identity);
    if (!provider) return [absent(identity, intent)];
    const isKept = provider === existing && !conflicting.includes(provider);
    return isKept ? [] : [swap(provider)];
  });
}

/** Removes a provider that is there; taken back by creating it again with every value that it had. */
export function removal(provider: PublicProvider, intent: ProviderIntent, facts: PlanningFacts): PlannedChange {
  const names = PROVIDER_PROPERTIES.filter((name) => hasParameter(facts.capabilities, 'New-CsPublicProvider', name));
  const before = pickProperties(provider, names);
  const filled = Object.fromEntries(Object.entries(before).filter(([, value]) => value !== null && value !== ''));
  return {
    ...absent(provider.Identity, intent),
    status: 'would-change',
    sentence: say.providerRemove(provider.Identity, provider.ProxyFqdn, provider.Enabled),
    call: { cmdlet: 'Remove-CsPublicProvider', parameters: { Identity: provider.Identity } },
    undo: { cmdlet: 'New-CsPublicProvider', parameters: { Identity: provider.Identity, ...filled } },
    before,
    destructive: true,
  };
}

/** A removal where the providers could not be read: whether the provider is there shows when it runs. */
function unseenRemoval(identity: string, intent: ProviderIntent): PlannedChange {
  return {
    ...absent(identity, intent),
    status: 'cannot-tell',
    sentence: say.providerRemoveUnseen(identity),
    call: { cmdlet: 'Remove-CsPublicProvider', parameters: { Identity: identity } },
    destructive: true,
    unit: 'provider-swap',
  };
}

/** Nothing to remove: there is no such provider. */
export function absent(identity: string, { affects }: ProviderIntent): PlannedChange {
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
    affects,
    notes: [],
  };
}
