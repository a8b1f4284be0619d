import type { Answers } from '../answers/answers-schema.ts';
import { type PublicProvider, findProvider, hasParameter } from '../deployment/deployment.ts';
import { isSameDomain } from '../domains/domain-names.ts';
import type { Properties, Reach } from './change.ts';
import { planTexts as say } from './plan-texts.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { differingProperties } from './properties.ts';
import { providerReach } from './reach.ts';

/** What the answers want of the provider on one deployment. Worked out once for a plan; changes and findings take it from here. */
export interface ProviderIntent {
  readonly identity: string;
  readonly proxyFqdn: string;
  /** Its properties that are asked for and that the product has. */
  readonly wanted: Properties;
  /** A note for each property that is asked for and that the product does not have. */
  readonly notes: readonly string[];
  /** The verification level by name; null when the server has none of the number that is asked for. */
  readonly verificationLevel: string | null;
  /** The provider of that identity as it is; null: there is none, or nothing could be read. */
  readonly existing: PublicProvider | null;
  /** The wanted properties that it has otherwise; all of them where there is none. */
  readonly differing: Properties;
  /** True when the existing provider can be kept: each property that differs can be set on it. */
  readonly canKeep: boolean;
  /** The providers that stand in the way: of the same identity where that one cannot be kept, or of the same address. */
  readonly conflicting: readonly PublicProvider[];
  /** The users whose policy allows public contacts, once the policies are as the answers want them. */
  readonly affects: Reach;
}

/** The properties that `Set-CsPublicProvider` can change; any other needs remove and create (facts A.1). */
const SETTABLE: readonly string[] = ['Enabled', 'VerificationLevel'];

/** Works out what the answers want of the provider on this deployment. */
export function providerIntent(answers: Answers, facts: PlanningFacts): ProviderIntent {
  const { identity, proxyFqdn } = answers.provider;
  const verificationLevel = verificationLevelName(answers.provider.verificationLevel, facts);
  const { wanted, notes } = wantedProperties(answers, verificationLevel, facts);
  const existing = facts.snapshot && findProvider(facts.snapshot, identity);
  const differing = existing ? differingProperties(wanted, existing) : wanted;
  const canKeep = existing !== null && Object.keys(differing).every((name) => SETTABLE.includes(name));
  const isConflicting = (one: PublicProvider) => (one === existing ? !canKeep : isSameDomain(one.ProxyFqdn, proxyFqdn));
  return {
    identity,
    proxyFqdn,
    wanted,
    notes,
    verificationLevel,
    existing,
    differing,
    canKeep,
    conflicting: facts.snapshot?.publicProviders.filter(isConflicting) ?? [],
    affects: providerReach(answers, facts),
  };
}

/** The name of a verification level: a number means what the server's own enum says (facts C); null when it has none such. */
export function verificationLevelName(
  level: Answers['provider']['verificationLevel'],
  { snapshot }: Pick<PlanningFacts, 'snapshot'>,
): string | null {
  if (typeof level === 'string') return level;
  return Object.entries(snapshot?.verificationLevels ?? {}).find(([, number]) => number === level)?.[0] ?? null;
}

function wantedProperties(
  { provider }: Answers,
  verificationLevel: string | null,
  { capabilities }: PlanningFacts,
): Pick<ProviderIntent, 'wanted' | 'notes'> {
  const all: Readonly<Record<string, string | boolean | null | undefined>> = {
    ProxyFqdn: provider.proxyFqdn,
    IconUrl: provider.iconUrl,
    NameDecorationRoutingDomain: provider.nameDecorationRoutingDomain,
    NameDecorationExcludedDomainList: provider.nameDecorationExcludedDomains?.join(','),
    VerificationLevel: verificationLevel,
    Enabled: provider.enabled,
    EnableSkypeIdRouting: provider.enableSkypeIdRouting,
    EnableSkypeDirectorySearch: provider.enableSkypeDirectorySearch,
  };
  const asked = Object.entries(all).filter(
    (entry): entry is [string, string | boolean] => entry[1] !== undefined && entry[1] !== null,
  );
  const has = (name: string) => hasParameter(capabilities, 'New-CsPublicProvider', name);
  return {
    wanted: Object.fromEntries(asked.filter(([name]) => has(name))),
    notes: asked.filter(([name]) => !has(name)).map(([name]) => say.leftOut('New-CsPublicProvider', name)),
  };
}
