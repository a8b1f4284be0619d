import type { PlanningFacts } from './planning-facts.ts';
import type { Answers } from '../answers/answers-schema.ts';
import type { PlannedChange, Properties } from './change.ts';
import type { Command } from '../deployment/cmdlets.ts';
import {
  type PublicProvider,
  findProvider,
  hasParameter,
  PROVIDER_PROPERTIES,
  isRead,
} from '../deployment/deployment.ts';
import { isSameDomain } from '../domains/domain-names.ts';
import { providerReach } from './reach.ts';
import { differingProperties, pickProperties } from './properties.ts';
import { planTexts as say } from './plan-texts.ts';

/** The properties that `Set-CsPublicProvider` can change; any other needs remove and create (facts A.1). */
const SETTABLE: readonly string[] = ['Enabled', 'VerificationLevel'];

/** The removals that the new provider needs, then the provider itself. */
export function providerChanges(answers: Answers, facts: PlanningFacts): PlannedChange[] {
  const { wanted, notes } = wantedProvider(answers, facts);
  const existing = facts.snapshot ? findProvider(facts.snapshot, answers.provider.identity) : null;
  const differing = existing ? differingProperties(wanted, existing) : wanted;
  const names = Object.keys(differing);
  if (existing && names.every((name) => SETTABLE.includes(name))) {
    return [...removals(answers, facts), setChange(existing, { wanted, differing, notes, answers, facts })];
  }
  return [...removals(answers, facts), createChange({ wanted, notes, answers, facts })];
}

/** Providers that stand in the way of the wanted one: same Identity (when it must be made anew) or same ProxyFqdn. */
export function conflictingProviders(answers: Answers, facts: PlanningFacts): readonly PublicProvider[] {
  if (!facts.snapshot) return [];
  const { wanted } = wantedProvider(answers, facts);
  return facts.snapshot.publicProviders.filter((provider) => {
    const isWanted = provider.Identity.toLowerCase() === answers.provider.identity.toLowerCase();
    if (!isWanted) return isSameDomain(provider.ProxyFqdn, answers.provider.proxyFqdn);
    return Object.keys(differingProperties(wanted, provider)).some((name) => !SETTABLE.includes(name));
  });
}

/** The verification level by name: a number means what the server's own enum says (facts C); null when it has none such. */
export function verificationLevelName(
  level: Answers['provider']['verificationLevel'],
  { snapshot }: Pick<PlanningFacts, 'snapshot'>,
): string | null {
  if (typeof level === 'string') return level;
  return Object.entries(snapshot?.verificationLevels ?? {}).find(([, number]) => number === level)?.[0] ?? null;
}

/** The provider's properties that are asked for and that the product has, and a note for each that it has not. */
function wantedProvider(answers: Answers, facts: PlanningFacts): { wanted: Properties; notes: string[] } {
  const { provider } = answers;
  const all: Readonly<Record<string, string | boolean | null | undefined>> = {
    ProxyFqdn: provider.proxyFqdn,
    IconUrl: provider.iconUrl,
    NameDecorationRoutingDomain: provider.nameDecorationRoutingDomain,
    NameDecorationExcludedDomainList: provider.nameDecorationExcludedDomains?.join(','),
    VerificationLevel: verificationLevelName(provider.verificationLevel, facts),
    Enabled: provider.enabled,
    EnableSkypeIdRouting: provider.enableSkypeIdRouting,
    EnableSkypeDirectorySearch: provider.enableSkypeDirectorySearch,
  };
  const asked = Object.entries(all).filter(
    (entry): entry is [string, string | boolean] => entry[1] !== undefined && entry[1] !== null,
  );
  const has = (name: string) => hasParameter(facts.capabilities, 'New-CsPublicProvider', name);
  return {
    wanted: Object.fromEntries(asked.filter(([name]) => has(name))),
    notes: asked.filter(([name]) => !has(name)).map(([name]) => say.leftOut('New-CsPublicProvider', name)),
  };
}

/** What a change to the wanted provider is made of. */
interface Wanted {
  readonly wanted: Properties;
  readonly notes: readonly string[];
  readonly answers: Answers;
  readonly facts: PlanningFacts;
}

function setChange(
  existing: PublicProvider,
  { wanted, differing, notes, answers, facts }: Wanted & { readonly differing: Properties },
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
    affects: providerReach(answers, facts),
    notes,
  };
}

function createChange({ wanted, notes, answers, facts }: Wanted): PlannedChange {
  const { identity } = answers.provider;
  return {
    id: `provider:${identity}`,
    kind: 'new',
    status: isRead(facts.snapshot, 'publicProviders') ? 'would-change' : 'cannot-tell',
    sentence: say.providerNew(identity, wanted),
    subject: { type: 'provider', identity },
    call: { cmdlet: 'New-CsPublicProvider', parameters: { Identity: identity, ...wanted } },
    undo: { cmdlet: 'Remove-CsPublicProvider', parameters: { Identity: identity } },
    before: null,
    after: wanted,
    destructive: false,
    unit: 'provider-swap',
    affects: providerReach(answers, facts),
    notes,
  };
}

function removals(answers: Answers, facts: PlanningFacts): PlannedChange[] {
  const conflicting = conflictingProviders(answers, facts);
  const { removeProviders, provider: wanted } = answers;
  const { snapshot } = facts;
  if (!snapshot || !isRead(snapshot, 'publicProviders'))
    return removeProviders === 'conflicting' ? [] : removeProviders.map((one) => unseenRemoval(one, answers, facts));
  const swap = (provider: PublicProvider) => ({ ...removal(provider, answers, facts), unit: 'provider-swap' as const });
  if (removeProviders === 'conflicting') return conflicting.map(swap);
  return removeProviders.flatMap((identity) => {
    const provider = findProvider(snapshot, identity);
    if (!provider) return [absent(identity, answers, facts)];
    const isKept = identity.toLowerCase() === wanted.identity.toLowerCase() && !conflicting.includes(provider);
    return isKept ? [] : [swap(provider)];
  });
}

/** Removes a provider that is there; taken back by creating it again with every value that it had. */
export function removal(provider: PublicProvider, answers: Answers, facts: PlanningFacts): PlannedChange {
  const names = PROVIDER_PROPERTIES.filter((name) => hasParameter(facts.capabilities, 'New-CsPublicProvider', name));
  const before = pickProperties(provider, names);
  const filled = Object.fromEntries(Object.entries(before).filter(([, value]) => value !== null && value !== ''));
  return {
    ...absent(provider.Identity, answers, facts),
    status: 'would-change',
    sentence: say.providerRemove(provider.Identity, provider.ProxyFqdn, provider.Enabled),
    call: { cmdlet: 'Remove-CsPublicProvider', parameters: { Identity: provider.Identity } },
    undo: { cmdlet: 'New-CsPublicProvider', parameters: { Identity: provider.Identity, ...filled } },
    before,
    destructive: true,
  };
}

/** A removal where the providers could not be read: whether the provider is there shows when it runs. */
function unseenRemoval(identity: string, answers: Answers, facts: PlanningFacts): PlannedChange {
  return {
    ...absent(identity, answers, facts),
    status: 'cannot-tell',
    sentence: say.providerRemoveUnseen(identity),
    call: { cmdlet: 'Remove-CsPublicProvider', parameters: { Identity: identity } },
    destructive: true,
    unit: 'provider-swap',
  };
}

/** Nothing to remove: there is no such provider. */
export function absent(identity: string, answers: Answers, facts: PlanningFacts): PlannedChange {
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
    affects: providerReach(answers, facts),
    notes: [],
  };
}
