import { promises as dns } from 'node:dns';
import {
  type HostFacts,
  type Lookup,
  MAX_RECORDS,
  type SrvRecord,
  type UnansweredReason,
} from '../../core/readiness/readiness-facts.ts';

/** How many aliases in a row are followed; a longer chain is told as such. */
const MAX_ALIASES = 8;

/** What c-ares calls the answers, as facts. What is not listed is `other`. */
const REASONS: Readonly<Record<string, UnansweredReason>> = {
  ETIMEOUT: 'timed-out',
  EREFUSED: 'refused',
  ESERVFAIL: 'server-failure',
  ENOTIMP: 'server-failure',
  EFORMERR: 'server-failure',
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EBADRESP: 'malformed',
  EBADNAME: 'malformed',
  EBADSTR: 'malformed',
  ECANCELLED: 'cancelled',
};

/** One DNS server, or this computer's own, that questions are put to. */
export interface DnsProbe {
  /** `system`, or the address and port of the server. */
  readonly resolver: string;
  srv(name: string): Promise<Lookup<SrvRecord>>;
  nameServers(name: string): Promise<Lookup<string>>;
  alias(name: string): Promise<Lookup<string>>;
  ipv4(name: string): Promise<Lookup<string>>;
  ipv6(name: string): Promise<Lookup<string>>;
}

/**
 * A probe of one DNS server. Each question is sent once; trying again is the caller's. The signal ends all questions.
 * @param server address with or without a port, or null for the servers that this computer uses
 */
export function createDnsProbe(server: string | null, timeoutMs: number, signal: AbortSignal): DnsProbe {
  const resolver = new dns.Resolver({ timeout: timeoutMs, tries: 1 });
  if (server !== null) resolver.setServers([server]);
  signal.addEventListener('abort', () => resolver.cancel(), { once: true });
  const ask = async <Entry>(question: () => Promise<Entry[]>): Promise<Lookup<Entry>> => {
    if (signal.aborted) return { outcome: 'unanswered', reason: 'cancelled', detail: '' };
    return lookUp(question);
  };
  return {
    resolver: server ?? 'system',
    srv: (name) => ask(async () => (await resolver.resolveSrv(name)).map(srvOf)),
    nameServers: (name) => ask(() => resolver.resolveNs(name)),
    alias: (name) => ask(() => resolver.resolveCname(name)),
    ipv4: (name) => ask(() => resolver.resolve4(name)),
    ipv6: (name) => ask(() => resolver.resolve6(name)),
  };
}

function srvOf({ priority, weight, port, name }: SrvRecord): SrvRecord {
  return { priority, weight, port, name };
}

async function lookUp<Entry>(question: () => Promise<Entry[]>): Promise<Lookup<Entry>> {
  try {
    const records = await question();
    if (records.length === 0) return { outcome: 'no-records' };
    return { outcome: 'found', records: records.slice(0, MAX_RECORDS), total: records.length };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOTFOUND') return { outcome: 'no-such-name' };
    if (code === 'ENODATA') return { outcome: 'no-records' };
    return { outcome: 'unanswered', reason: REASONS[code] ?? 'other', detail: code || String(error) };
  }
}

/** Follows a name over its aliases to its addresses. Depth is bounded, and a circle is seen at its first repetition. */
export async function followHost(probe: Pick<DnsProbe, 'alias' | 'ipv4' | 'ipv6'>, name: string): Promise<HostFacts> {
  const { aliases, aliasEnd } = await followAliases(probe, name);
  const last = aliases.at(-1) ?? name;
  if (aliasEnd === 'loop' || aliasEnd === 'too-long') {
    return { name, aliases, aliasEnd, ipv4: { outcome: 'no-records' }, ipv6: { outcome: 'no-records' } };
  }
  const [ipv4, ipv6] = await Promise.all([probe.ipv4(last), probe.ipv6(last)]);
  return { name, aliases, aliasEnd, ipv4, ipv6 };
}

async function followAliases(
  probe: Pick<DnsProbe, 'alias'>,
  name: string,
): Promise<Pick<HostFacts, 'aliases' | 'aliasEnd'>> {
  const aliases: string[] = [];
  const seen = new Set([name.toLowerCase()]);
  for (;;) {
    const answer = await probe.alias(aliases.at(-1) ?? name);
    if (answer.outcome === 'unanswered') return { aliases, aliasEnd: 'unanswered' };
    const [next] = answer.outcome === 'found' ? answer.records : [];
    if (next === undefined) return { aliases, aliasEnd: 'name' };
    aliases.push(next);
    if (seen.has(next.toLowerCase())) return { aliases, aliasEnd: 'loop' };
    if (aliases.length >= MAX_ALIASES) return { aliases, aliasEnd: 'too-long' };
    seen.add(next.toLowerCase());
  }
}
