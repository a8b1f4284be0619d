import * as z from 'zod/mini';

/**
 * What DNS and TLS showed, without any judgement: the result of a network check, and what can be pasted back in from a
 * check that was made elsewhere. Times are ISO 8601 in UTC, durations milliseconds.
 */

/** Why a DNS question has no answer. None of these says that something is missing. */
const UNANSWERED_REASONS = [
  'timed-out',
  'refused',
  'server-failure',
  'unreachable',
  'malformed',
  'cancelled',
  'other',
] as const;

/** At most this many records of one answer are kept; `total` says how many there were. */
export const MAX_RECORDS = 20;
/** At most this many names of one certificate are kept; `nameCount` says how many there are. */
export const MAX_NAMES = 500;

const text = z.string().check(z.maxLength(1_000));
const count = z.int().check(z.minimum(0));

function lookupOf<Schema extends z.ZodMiniType>(record: Schema) {
  return z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('found'), records: z.array(record).check(z.maxLength(MAX_RECORDS)), total: count }),
    /** NXDOMAIN: the name does not exist at all. */
    z.object({ outcome: z.literal('no-such-name') }),
    /** NODATA: the name exists and has no record of this type. */
    z.object({ outcome: z.literal('no-records') }),
    z.object({ outcome: z.literal('unanswered'), reason: z.enum(UNANSWERED_REASONS), detail: text }),
  ]);
}

const srvRecord = z.object({ priority: count, weight: count, port: count, name: text });
const srvLookup = lookupOf(srvRecord);
const textLookup = lookupOf(text);

/** A name of an SRV target, followed over its aliases to its addresses. */
const hostFacts = z.object({
  name: text,
  /** The names that the aliases lead over, in order, without the first; empty when it is no alias. */
  aliases: z.array(text).check(z.maxLength(MAX_RECORDS)),
  /** How the chain of aliases ended: at a name that is no alias, in a circle, longer than is followed, or not known. */
  aliasEnd: z.enum(['name', 'loop', 'too-long', 'unanswered']),
  ipv4: textLookup,
  ipv6: textLookup,
});

/** What one DNS server says of one domain. */
const viewFacts = z.object({
  /** `system`, or the address and port of the server that was asked. */
  resolver: text,
  srv: srvLookup,
  /** Name servers of the domain itself; asked only when there is no SRV record, to see whether the domain is live. */
  domain: z.nullable(textLookup),
  hosts: z.array(hostFacts).check(z.maxLength(MAX_RECORDS)),
});

const domainFacts = z.object({
  domain: text,
  views: z.array(viewFacts).check(z.maxLength(MAX_RECORDS)),
});

/** Where a certificate chain ends, followed from the server's own certificate by issuer and signature. */
const CHAIN_ENDS = ['public-root', 'private-root', 'self-signed', 'unknown-issuer'] as const;

const handshakeFacts = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('completed'),
    /** As Node names it: `TLSv1.2`. */
    protocol: text,
    /** Fingerprints, the server's own certificate first. */
    chain: z.array(text).check(z.maxLength(MAX_RECORDS), z.minLength(1)),
    chainEnd: z.enum(CHAIN_ENDS),
    ms: z.number(),
  }),
  z.object({
    outcome: z.literal('failed'),
    reason: z.enum(['timed-out', 'closed', 'not-tls', 'too-large', 'refused-by-server', 'cancelled', 'other']),
    detail: text,
  }),
]);

const connectFacts = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('open'), ms: z.number() }),
  z.object({
    outcome: z.literal('closed'),
    reason: z.enum(['refused', 'timed-out', 'unreachable', 'cancelled', 'other']),
    detail: text,
  }),
]);

/** One address and port: whether it can be connected to, and what it shows to somebody who names no server. */
const addressFacts = z.object({
  address: text,
  port: count,
  connect: connectFacts,
  withoutName: z.nullable(handshakeFacts),
});

/** What an address shows to somebody who asks for a name (SNI). */
const namedFacts = z.object({ name: text, address: text, port: count, handshake: handshakeFacts });

const certificateFacts = z.object({
  fingerprint: text,
  subject: text,
  commonName: z.nullable(text),
  issuer: text,
  /** DNS names among the subject alternative names, in order, at most `MAX_NAMES`. */
  names: z.array(text).check(z.maxLength(MAX_NAMES)),
  nameCount: count,
  validFrom: text,
  validTo: text,
  /** OIDs of the extended key usage; null: the certificate has no such extension. */
  extendedKeyUsage: z.nullable(z.array(text)),
  keyType: text,
  /** Bits of the RSA modulus or of the curve; null when it is not known. */
  keySize: z.nullable(count),
  /** `sha256WithRSAEncryption` and its like, or the OID of one that has no name here. */
  signatureAlgorithm: text,
  isSelfIssued: z.boolean(),
});

export const readinessFactsSchema = z.object({
  version: z.literal(1),
  /** Whether the check that gave these facts was made on this computer; a pasted one was made elsewhere. */
  seenFrom: z.enum(['this-computer', 'elsewhere']),
  startedAt: text,
  /** When the last fact was there; certificates are judged by this time. */
  endedAt: text,
  /** The name of the Access Edge as the topology has it, when it was given. */
  edge: z.nullable(text),
  /** The Access Edges of domains that have one of their own. */
  edges: z.optional(z.record(z.string(), text)),
  domains: z.array(domainFacts),
  /** Domains that were asked for and not looked at to the end, because the check was cancelled. */
  unchecked: z.array(text),
  addresses: z.array(addressFacts),
  names: z.array(namedFacts),
  /** Each certificate once, by its fingerprint. */
  certificates: z.record(z.string(), certificateFacts),
});

/** The Access Edge that a domain is reached through, where it is known. */
export function edgeOf(domain: string, { edge, edges = {} }: Pick<ReadinessFacts, 'edge' | 'edges'>): string | null {
  const key = domain.toLowerCase();
  return (Object.hasOwn(edges, key) ? edges[key] : edge) ?? null;
}

export type SrvRecord = z.infer<typeof srvRecord>;
export type HostFacts = z.infer<typeof hostFacts>;
export type ViewFacts = z.infer<typeof viewFacts>;
export type DomainFacts = z.infer<typeof domainFacts>;
export type HandshakeFacts = z.infer<typeof handshakeFacts>;
export type ConnectFacts = z.infer<typeof connectFacts>;
export type AddressFacts = z.infer<typeof addressFacts>;
export type NamedFacts = z.infer<typeof namedFacts>;
export type CertificateFacts = z.infer<typeof certificateFacts>;
export type ChainEnd = (typeof CHAIN_ENDS)[number];
export type ReadinessFacts = z.infer<typeof readinessFactsSchema>;
export type UnansweredReason = (typeof UNANSWERED_REASONS)[number];

/** The answer to one DNS question. */
export type Lookup<Entry> =
  | { outcome: 'found'; records: Entry[]; total: number }
  | { outcome: 'no-such-name' }
  | { outcome: 'no-records' }
  | { outcome: 'unanswered'; reason: UnansweredReason; detail: string };

/** The records of an answer; none when there is no answer. */
export function recordsOf<Entry>(lookup: Lookup<Entry>): readonly Entry[] {
  return lookup.outcome === 'found' ? lookup.records : [];
}

/** Every address of a name, of both families. */
export function addressesOf({ ipv4, ipv6 }: HostFacts): readonly string[] {
  return [...recordsOf(ipv4), ...recordsOf(ipv6)];
}
