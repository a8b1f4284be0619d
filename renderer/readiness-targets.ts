import { distinctNames, domainProblem } from '../core/domain-names.ts';
import { edgesOfForm } from '../core/edge-form.ts';
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
  const edges = edgesOfForm(form.request);
  const listed = edges.flatMap(({ sipDomains }) => listedNames(sipDomains));
  const servers = listedNames(dnsServers);
  // The check knows of one Access Edge: with several, it is not said which of them a certificate has to name.
  const [edge] = edges.length === 1 ? edges.map(({ fqdn }) => fqdn.trim()) : [];
  return {
    domains: distinctNames(listed.filter((name) => domainProblem(name) === null)),
    edge: edge !== undefined && domainProblem(edge) === null ? edge : null,
    dnsServers: [...new Set(servers.filter(isDnsServer))],
    unusable: servers.filter((server) => !isDnsServer(server)),
  };
}
