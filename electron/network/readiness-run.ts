/**
 * This folder looks at DNS and TLS of domains, within limits and without ever failing as a whole. It gathers facts only;
 * what they mean is judged in `core/readiness/`.
 */
import { setMaxListeners } from 'node:events';
import { type DomainFacts, type ReadinessFacts, addressesOf } from '../../core/readiness/readiness-facts.ts';
import type { ReadinessQuestion } from '../../core/readiness/readiness-question.ts';
import { createPublicRoots } from './certificate-chain.ts';
import { createConcurrencyLimit } from './concurrency-limit.ts';
import { createDnsProbe } from './dns-probe.ts';
import { createDnsView } from './dns-view.ts';
import { type Endpoint, createEndpoints } from './endpoints.ts';
import { createTlsProbe } from './tls-probe.ts';

export interface ReadinessRunOptions {
  /** Ends the run; what is known by then is kept. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** PEM certificates that count as public certification authorities beside those that Node knows; usually empty. */
  readonly extraRoots: string;
  /** Told when a domain has been looked at, with the facts about it alone. */
  readonly onDomain: (facts: ReadinessFacts) => void;
}

/** Of the addresses of a target so many are looked at; more is no pool of Edge Servers. */
const MAX_ADDRESSES = 16;

/**
 * Looks at DNS and TLS of every domain at the same time, within the bounds of the question. The same name is resolved,
 * and the same address is connected to, once, and the facts are shared. Nothing that the network does makes it reject;
 * after a cancel it resolves with what is known, and names the domains that are left.
 */
export async function runReadiness(question: ReadinessQuestion, options: ReadinessRunOptions): Promise<ReadinessFacts> {
  const { signal, now, onDomain, extraRoots } = options;
  const { domains, edge, edges, dnsServers, tlsPort, timeoutMs, concurrency } = question;
  // Everything that is open at a time listens for the end of the run.
  setMaxListeners(0, signal);
  const startedAt = now().toISOString();
  const servers = dnsServers.length === 0 ? [null] : dnsServers;
  const views = servers.map((server) =>
    createDnsView(createDnsProbe(server, timeoutMs, signal), createConcurrencyLimit(concurrency), signal),
  );
  const probe = createTlsProbe(createPublicRoots(extraRoots), timeoutMs, signal);
  const endpoints = createEndpoints(probe, tlsPort, createConcurrencyLimit(concurrency), signal);
  const factsOf = (looked: DomainFacts[], unchecked: string[]): ReadinessFacts => ({
    version: 1,
    seenFrom: 'this-computer',
    startedAt,
    endedAt: now().toISOString(),
    edge,
    ...(edges && { edges }),
    domains: looked,
    unchecked,
    ...endpoints.seen(looked.flatMap(endpointsOf)),
  });
  const lookAt = async (domain: string): Promise<DomainFacts | null> => {
    if (signal.aborted) return null;
    const facts = { domain, views: await Promise.all(views.map((view) => view(domain))) };
    await Promise.all(endpointsOf(facts).map((endpoint) => endpoints.lookAt(endpoint)));
    // A domain that was cut off half-way is as unknown as one that was not begun.
    if (signal.aborted) return null;
    onDomain(factsOf([facts], []));
    return facts;
  };
  const looked = await Promise.all(domains.map(lookAt));
  const whole = looked.filter((one) => one !== null);
  return factsOf(
    whole,
    domains.filter((_, index) => looked[index] === null),
  );
}

function endpointsOf({ views }: DomainFacts): Endpoint[] {
  const hosts = views.flatMap((view) => view.hosts);
  return hosts.flatMap((host) =>
    addressesOf(host)
      .slice(0, MAX_ADDRESSES)
      .map((address) => ({ name: host.name, address })),
  );
}
