import { listedNames } from '../../core/wizard/form.ts';
import { distinctNames, domainProblem } from '../../core/domains/domain-names.ts';
import { edgesOfForm } from '../../core/wizard/edge-form.ts';
import { isDnsServer } from '../../core/readiness/readiness-question.ts';
import type { WizardState } from './state.ts';

/** What the network check is about, from what is filled in. */
export interface ReadinessTargets {
  /** The SIP domains that can be used, in lower case, each once. */
  readonly domains: string[];
  /** The one Access Edge; null when it is not known, or when there are several. */
  readonly edge: string | null;
  /** Where there are several: each domain's. */
  readonly edges?: Record<string, string>;
  readonly dnsServers: string[];
  /** What was typed as DNS servers and is none. */
  readonly unusable: readonly string[];
}

/** Domains that cannot be used are passed over: their own page says so. */
export function readinessTargets({ form, dnsServers }: Pick<WizardState, 'form' | 'dnsServers'>): ReadinessTargets {
  const edges = edgesOfForm(form.request);
  const listed = edges.flatMap(({ sipDomains }) => listedNames(sipDomains));
  const servers = listedNames(dnsServers);
  const named = edges.flatMap(({ fqdn, sipDomains }) =>
    listedNames(sipDomains).map((name) => [name.toLowerCase(), fqdn.trim()] as const),
  );
  const usable = named.filter(([, fqdn]) => domainProblem(fqdn) === null);
  const [only, ...others] = distinctNames(edges.map(({ fqdn }) => fqdn.trim()));
  return {
    domains: distinctNames(listed.filter((name) => domainProblem(name) === null)),
    edge: only !== undefined && others.length === 0 && domainProblem(only) === null ? only : null,
    ...(others.length > 0 && { edges: Object.fromEntries(usable) }),
    dnsServers: [...new Set(servers.filter(isDnsServer))],
    unusable: servers.filter((server) => !isDnsServer(server)),
  };
}
