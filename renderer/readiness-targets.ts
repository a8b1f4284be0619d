import { domainProblem, duplicateDomains } from '../core/domain-names.ts';
import { isDnsServer } from '../core/readiness-question.ts';
import { listedNames } from '../core/wizard.ts';
import type { WizardState } from './state.ts';

/** What the network check is about, from what is filled in. */
export interface ReadinessTargets {
  /** The SIP domains that can be used, in lower case, each once. */
  readonly domains: string[];
  readonly edge: string | null;
  readonly dnsServers: string[];
  /** What was typed as DNS servers and is none. */
  readonly unusable: readonly string[];
}

/** Domains that cannot be used are passed over: their own page says so. */
export function readinessTargets({ form, dnsServers }: Pick<WizardState, 'form' | 'dnsServers'>): ReadinessTargets {
  const { accessEdgeFqdn, sipDomains } = form.request;
  const usable = listedNames(sipDomains).filter((name) => domainProblem(name) === null);
  const again = new Set(duplicateDomains(usable).map(({ index }) => index));
  const servers = listedNames(dnsServers);
  const edge = accessEdgeFqdn.trim();
  return {
    domains: usable.filter((_, index) => !again.has(index)).map((name) => name.toLowerCase()),
    edge: domainProblem(edge) === null ? edge : null,
    dnsServers: [...new Set(servers.filter(isDnsServer))],
    unusable: servers.filter((server) => !isDnsServer(server)),
  };
}
