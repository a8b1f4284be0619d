import {
  type AddressFacts,
  type CertificateFacts,
  type DomainFacts,
  type HandshakeFacts,
  type HostFacts,
  type ReadinessFacts,
  type SrvRecord,
  type ViewFacts,
  addressesOf,
  recordsOf,
  edgeOf,
} from './readiness-facts.ts';
import type { ReadinessStatus } from './readiness-status.ts';
import { type ReadinessWords, readinessTexts as say } from './readiness-texts.ts';
import type { CertificateNames, DnsRecord } from './remedies.ts';

/** What a finding rests on, for programs, and what mends it in forms to copy. */
export interface ReadinessData {
  readonly seen: Readonly<Record<string, unknown>>;
  /** DNS records to create or to correct. */
  readonly records?: readonly DnsRecord[];
  /** What a new certificate must hold. */
  readonly certificate?: CertificateNames;
}

/** A finding without its rule. */
export interface Judged {
  readonly status: ReadinessStatus;
  readonly subject: string;
  readonly words: ReadinessWords;
  readonly data: ReadinessData;
}

/** A target's name at one of its addresses. */
export interface JudgedEndpoint {
  readonly name: string;
  readonly facts: AddressFacts;
  /** With the name; null when there was no connection. */
  readonly handshake: HandshakeFacts | null;
}

/** A certificate that is shown for a name, at one address or at several. */
export interface JudgedCertificate {
  readonly name: string;
  /** `192.0.2.1:5061, 192.0.2.2:5061` */
  readonly places: string;
  readonly own: CertificateFacts;
  /** Own and intermediate certificates and, where it is known, the root. */
  readonly chain: readonly CertificateFacts[];
  readonly handshake: Extract<HandshakeFacts, { outcome: 'completed' }>;
  /** All names that are served at these addresses, as far as this check knows, and the Access Edge; for a new certificate. */
  readonly servedNames: readonly string[];
}

/** One domain with everything that the rules look at. */
export interface JudgedDomain {
  readonly domain: string;
  readonly edge: string | null;
  /** When the facts were there, ISO 8601. */
  readonly at: string;
  readonly views: readonly ViewFacts[];
  /** Each different record once, from whichever server. */
  readonly records: readonly SrvRecord[];
  readonly endpoints: readonly JudgedEndpoint[];
  readonly certificates: readonly JudgedCertificate[];
}

/** Puts a finding together. */
export function judged(
  status: ReadinessStatus,
  subject: string,
  words: ReadinessWords,
  seen: ReadinessData['seen'],
  remedies: Omit<ReadinessData, 'seen'> = {},
): Judged {
  return { status, subject, words, data: { seen, ...remedies } };
}

/** What is looked at, with the server that was asked where there is more than one. */
export function seenBy(what: string, { resolver }: ViewFacts, views: readonly ViewFacts[]): string {
  return views.length > 1 ? `${what} (${say.resolver(resolver)})` : what;
}

/** An address and port as they are written: `192.0.2.1:5061`, `[2001:db8::1]:5061`. */
export function placeOf({ address, port }: Pick<AddressFacts, 'address' | 'port'>): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/** Lays out the facts by domain. */
export function judgedDomains(facts: ReadinessFacts): readonly JudgedDomain[] {
  const addresses = new Map(facts.addresses.map((one) => [one.address, one]));
  const handshakes = new Map(facts.names.map((one) => [`${one.address} ${one.name}`, one.handshake]));
  const served = namesByAddress(facts);
  return facts.domains.map((domain) => {
    const endpoints = [...hostsByName(domain)].flatMap(([name, hostAddresses]) =>
      [...hostAddresses].flatMap((address) => {
        const found = addresses.get(address);
        return found ? [{ name, facts: found, handshake: handshakes.get(`${address} ${name}`) ?? null }] : [];
      }),
    );
    const edge = edgeOf(domain.domain, facts);
    return {
      domain: domain.domain,
      edge,
      at: facts.endedAt,
      views: domain.views,
      records: differentRecords(domain.views),
      endpoints,
      certificates: shownCertificates(endpoints, facts, served, edge),
    };
  });
}

function hostsByName({ views }: DomainFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const host of views.flatMap(({ hosts }) => hosts)) {
    const known = found.get(host.name) ?? new Set();
    for (const address of addressesOf(host)) known.add(address);
    found.set(host.name, known);
  }
  return found;
}

function namesByAddress(facts: ReadinessFacts): ReadonlyMap<string, ReadonlySet<string>> {
  const served = new Map<string, Set<string>>();
  const hosts: HostFacts[] = facts.domains.flatMap(({ views }) => views.flatMap((view) => view.hosts));
  for (const host of hosts) {
    for (const address of addressesOf(host)) {
      const names = served.get(address) ?? new Set();
      served.set(address, names.add(host.name));
    }
  }
  return served;
}

function differentRecords(views: readonly ViewFacts[]): readonly SrvRecord[] {
  const all = views.flatMap(({ srv }) => recordsOf(srv));
  return [
    ...new Map(
      all.map((one) => [JSON.stringify([one.priority, one.weight, one.port, one.name.toLowerCase()]), one]),
    ).values(),
  ];
}

/** As many names as one certificate usually can hold; more are not listed in a remedy. */
const LISTED_NAMES = 100;

function shownCertificates(
  endpoints: readonly JudgedEndpoint[],
  { certificates }: ReadinessFacts,
  served: ReadonlyMap<string, ReadonlySet<string>>,
  edge: string | null,
): readonly JudgedCertificate[] {
  const groups = new Map<string, JudgedEndpoint[]>();
  for (const endpoint of endpoints) {
    if (endpoint.handshake?.outcome !== 'completed') continue;
    const key = JSON.stringify([endpoint.name, endpoint.handshake.chain, endpoint.handshake.chainEnd]);
    groups.set(key, [...(groups.get(key) ?? []), endpoint]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first?.handshake?.outcome !== 'completed') return [];
    const chain = first.handshake.chain.flatMap((fingerprint) => certificates[fingerprint] ?? []);
    const [own] = chain;
    if (!own) return [];
    const others = group.flatMap(({ facts }) => [...(served.get(facts.address) ?? [])]);
    const servedNames = [...new Set([first.name, ...(edge === null ? [] : [edge.toLowerCase()]), ...others])].slice(
      0,
      LISTED_NAMES,
    );
    const places = group.map(({ facts }) => placeOf(facts)).join(', ');
    return [{ name: first.name, places, own, chain, handshake: first.handshake, servedNames }];
  });
}
