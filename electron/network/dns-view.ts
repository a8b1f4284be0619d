import { recordName } from '../../core/domains/federation-record.ts';
import { type HostFacts, type Lookup, type ViewFacts, recordsOf } from '../../core/readiness/readiness-facts.ts';
import type { ConcurrencyLimit } from './concurrency-limit.ts';
import { type DnsProbe, followHost } from './dns-probe.ts';
import { createOncePerKey } from './once-per-key.ts';
import { retry } from './retry.ts';

/** What one DNS server says of a domain. */
export type DnsView = (domain: string) => Promise<ViewFacts>;

/**
 * Asks one DNS server about domains: their federation record, and the addresses of its targets, each target once. Where
 * there is no record, it asks as well whether the domain is there at all.
 */
export function createDnsView(probe: DnsProbe, limited: ConcurrencyLimit, signal: AbortSignal): DnsView {
  const ask = <Entry>(question: () => Promise<Lookup<Entry>>): Promise<Lookup<Entry>> =>
    retry(() => limited(question), isTimedOut, signal);
  const retried = {
    alias: (name: string) => ask(() => probe.alias(name)),
    ipv4: (name: string) => ask(() => probe.ipv4(name)),
    ipv6: (name: string) => ask(() => probe.ipv6(name)),
  };
  const hosts = createOncePerKey<HostFacts>((name) => followHost(retried, name));
  return async (domain) => {
    const srv = await ask(() => probe.srv(recordName(domain)));
    const isMissing = srv.outcome === 'no-such-name' || srv.outcome === 'no-records';
    const targets = new Set(recordsOf(srv).map(({ name }) => name.toLowerCase()));
    // An empty target says that the service is not offered (RFC 2782), so there is nothing to resolve.
    targets.delete('');
    return {
      resolver: probe.resolver,
      srv,
      domain: isMissing ? await ask(() => probe.nameServers(domain)) : null,
      hosts: await Promise.all([...targets].map((name) => hosts.of(name))),
    };
  };
}

function isTimedOut(lookup: Lookup<unknown>): boolean {
  return lookup.outcome === 'unanswered' && lookup.reason === 'timed-out';
}
