import { counted, plural } from '../formats/plural.ts';
import type { ReadinessStatus } from './readiness-status.ts';
import type { HandshakeFacts, ReadinessFacts, SrvRecord, UnansweredReason } from './readiness-facts.ts';
import { listed } from '../formats/lists.ts';
import { utcMinute } from '../formats/times.ts';

type Words = readonly [cause: string, remedy: string];

const dayOf = (at: string): string => at.slice(0, 10);

const NO_ANSWER: Readonly<Record<UnansweredReason, string>> = {
  'timed-out': 'The DNS server did not answer in time',
  refused: 'The DNS server refused the question',
  'server-failure': 'The DNS server could not find out (SERVFAIL)',
  unreachable: 'The DNS server cannot be reached',
  malformed: 'The DNS server sent an answer that cannot be read',
  cancelled: 'The check was cancelled before there was an answer',
  other: 'The question had no usable answer',
};

const HANDSHAKE_FAILURES: Readonly<
  Record<Extract<HandshakeFacts, { outcome: 'failed' }>['reason'], (detail: string) => Words>
> = {
  'timed-out': () => [
    'The connection was accepted, but the server did not finish the TLS handshake in time.',
    'Check that the Access Edge service runs and that nothing in between holds the connection.',
  ],
  closed: () => [
    'The connection was accepted and then closed before the server showed a certificate.',
    'Check that the Access Edge service runs and that a certificate is assigned to its external side.',
  ],
  'not-tls': () => [
    'What answers at this port does not speak TLS.',
    'Check that the port leads to the external side of the Access Edge service.',
  ],
  'too-large': () => [
    'The server sent more certificate data than a TLS handshake may hold, and was refused.',
    'Assign a certificate with fewer names to the external side of the Access Edge.',
  ],
  'refused-by-server': (detail) => [
    `The server ended the TLS handshake before it showed a certificate (${detail}).`,
    'Check the TLS versions and the certificate of the external side of the Access Edge.',
  ],
  cancelled: () => ['The check was cancelled before the handshake ended.', 'Check again.'],
  other: (detail) => [`The TLS handshake failed: ${detail || 'no reason was given'}.`, 'Check again, or from outside.'],
};

const NEW_CERTIFICATE = (list: string): string =>
  `Request a certificate from a public certification authority with subjectAltName ${list}.`;

/** What the network check found: what is so, and what to do. */
export const readinessTexts = {
  notAResult: 'This is not the result of a network check. Paste what the readiness command printed with --json.',
  statuses: {
    good: 'good',
    warning: 'warning',
    blocking: 'blocking',
    'cannot-tell': 'cannot tell',
  } satisfies Record<ReadinessStatus, string>,
  /** Where and when was looked: a result holds for no other place and time. */
  seen: (from: ReadinessFacts['seenFrom'], at: string): string =>
    `${from === 'this-computer' ? 'Seen from this computer' : 'Seen from elsewhere'}, ${utcMinute(at)}`,
  resolver: (resolver: string): string => (resolver === 'system' ? "this computer's DNS" : resolver),
  nameAt: (name: string, places: string): string => `${name} at ${places}`,
  srvRecord: ({ priority, weight, port, name }: SrvRecord): string =>
    `priority ${priority}, weight ${weight}, port ${port}, target ${name || '.'}`,

  unanswered: (name: string, reason: UnansweredReason): Words => [
    `${NO_ANSWER[reason]}, so nothing is known of ${name}. It may well be there.`,
    'Check again, or ask another DNS server.',
  ],
  domainMissing: (domain: string): Words => [
    `The domain ${domain} does not exist in DNS.`,
    'Check the spelling. If it is right, the domain is not registered, or its zone is not delegated.',
  ],
  domainLive: (domain: string): Words => [`The domain ${domain} is live.`, ''],

  recordNoSuchName: (name: string, zone: string): Words => [
    `There is no record ${name}: the name does not exist (NXDOMAIN). Partners find a deployment by it.`,
    `Create it in the external DNS zone: ${zone}`,
  ],
  recordNoData: (name: string, zone: string): Words => [
    `The name ${name} exists, but has no SRV record (NODATA). Partners find a deployment by it.`,
    `Create it in the external DNS zone: ${zone}`,
  ],
  notOffered: (name: string, zone: string): Words => [
    `The target of ${name} is the root, which says that this domain offers no federation.`,
    `If it is to be offered, replace the record: ${zone}`,
  ],
  recordFound: (name: string, records: readonly string[]): Words => [`${name} is there: ${listed(records)}.`, ''],
  oneRecord: ['There is one record, so every partner connects to the same place.', ''] as Words,
  severalRecords: (total: number, targets: readonly string[], priorities: readonly number[], zone: string): Words => [
    `There are ${total} federation records, with ${plural(targets.length, { one: 'one target', other: `${targets.length} targets` })} (${listed(targets)}) and ${plural(priorities.length, { one: 'one priority', other: `the priorities ${priorities.join(', ')}` })}. Not every partner tries more than one.`,
    `Keep one record, and give its target the addresses of the pool: ${zone}`,
  ],
  portRight: (name: string): Words => [`The record for ${name} has port 5061.`, ''],
  portWrong: (name: string, port: number, zone: string): Words => [
    `The record for ${name} has port ${port}. Federation with a public provider uses port 5061 only.`,
    `Correct the record: ${zone}`,
  ],
  suffixRight: (name: string, domain: string): Words => [
    `${name} is one label and ${domain}, as a target has to be.`,
    '',
  ],
  suffixTooDeep: (name: string, domain: string, proposed: string, zone: string): Words => [
    `${name} lies under ${domain}, but not directly beneath it. A target has to be one label and the domain, such as ${proposed}.`,
    `Give the Access Edge such a name, put it on the certificate, and correct the record: ${zone}`,
  ],
  suffixForeign: (name: string, domain: string, proposed: string, zone: string): Words => [
    `${name} does not end in .${domain}. A target has to be one label and the SIP domain, such as ${proposed}.`,
    `Give the Access Edge such a name, put it on the certificate, and correct the record: ${zone}`,
  ],
  noAlias: (name: string): Words => [`${name} is no alias.`, ''],
  alias: (name: string, aliases: readonly string[]): Words => [
    `${name} is an alias (CNAME) for ${listed(aliases)}. The target of an SRV record must not be one, and some partners do not follow it.`,
    `Replace the CNAME record of ${name} by an A record with the address.`,
  ],
  aliasLoop: (name: string, aliases: readonly string[]): Words => [
    `The aliases of ${name} lead in a circle: ${listed(aliases)}. It has no address.`,
    `Replace the CNAME record of ${name} by an A record with the address.`,
  ],
  aliasTooLong: (name: string, length: number): Words => [
    `${name} leads over more than ${length} aliases, and was not followed further.`,
    `Replace the CNAME record of ${name} by an A record with the address.`,
  ],
  aliasUnanswered: (name: string): Words => [
    `Whether ${name} is an alias could not be found out.`,
    'Check again, or ask another DNS server.',
  ],
  resolves: (name: string, addresses: readonly string[]): Words => [
    `${name} has the address ${listed(addresses)}.`,
    '',
  ],
  noSuchTarget: (name: string, zone: string): Words => [
    `The target ${name} does not exist in DNS (NXDOMAIN), so nobody can connect.`,
    `Create its address record: ${zone}`,
  ],
  noAddress: (name: string, zone: string): Words => [
    `The target ${name} exists, but has neither an A nor an AAAA record (NODATA), so nobody can connect.`,
    `Create its address record: ${zone}`,
  ],
  publicAddresses: (name: string): Words => [`Every address of ${name} is public.`, ''],
  privateAddresses: (name: string, addresses: readonly string[]): Words => [
    `${name} has an address that cannot be reached from outside: ${listed(addresses)}.`,
    'If this is the inside view of a split DNS, check from outside or with a public DNS server. Otherwise correct the address record.',
  ],
  splitUnknown: [
    'Fewer than two of the DNS servers answered, so their answers could not be compared.',
    'Check again, or ask other DNS servers.',
  ] as Words,
  noSplit: (count: number): Words => [`All ${count} DNS servers say the same.`, ''],
  splitAnswer: (resolver: string, records: readonly string[], addresses: readonly string[]): string =>
    `${readinessTexts.resolver(resolver)}: ${listed(records) || 'no record'}; ${listed(addresses) || 'no address'}`,
  split: (answers: readonly string[]): Words => [
    `The DNS servers say different things. ${answers.join('. ')}.`,
    'Partners see the external answer. Make sure that this one is right; a different internal answer may be meant.',
  ],

  reachable: (place: string, ms: number): Words => [`${place} accepted a connection in ${ms} ms.`, ''],
  refused: (place: string): Words => [
    `${place} refused the connection: nothing listens at this port, or a firewall rejects it.`,
    'Start the Access Edge service, and open TCP 5061 in both directions between it and the internet.',
  ],
  connectTimedOut: (place: string): Words => [
    `${place} did not answer. A firewall in front of this computer, or in front of the server, may drop the connection.`,
    'Check from outside. If it fails there too, open TCP 5061 in both directions.',
  ],
  unreachable: (place: string): Words => [
    `This computer has no way to ${place}.`,
    'Check from a computer that has one, for example from outside.',
  ],
  connectFailed: (place: string, detail: string): Words => [
    `${place} could not be connected to${detail === '' ? '' : ` (${detail})`}.`,
    'Check again, or from outside.',
  ],
  handshake: (ms: number): Words => [`The server showed its certificate in ${ms} ms.`, ''],
  handshakeFailed: (reason: keyof typeof HANDSHAKE_FAILURES, detail: string): Words =>
    HANDSHAKE_FAILURES[reason](detail),
  protocol: (protocol: string): Words => [`The server speaks ${protocol}.`, ''],
  oldProtocol: (protocol: string): Words => [
    `The newest version that the server speaks is ${protocol}. Partners ask for TLS 1.2 or newer.`,
    'Enable TLS 1.2 on the Edge Server, in Windows and in .NET.',
  ],
  samePool: (count: number): Words => [`All ${count} addresses show the same certificate.`, ''],
  differentPool: (places: readonly string[]): Words => [
    `The addresses ${listed(places)} show different certificates. Every Edge Server of a pool has to have the same one.`,
    'Export the certificate with its private key, and assign it to every Edge Server of the pool.',
  ],
  sameWithoutName: ['Who asks for no server name (SNI) is shown the same certificate.', ''] as Words,
  nothingWithoutName: [
    'Who asks for no server name (SNI) is shown no certificate. Older partners ask for none.',
    'Let whatever stands in front of the Access Edge pass TLS through unchanged.',
  ] as Words,
  otherWithoutName: (name: string): Words => [
    `Who does not ask for ${name} (SNI) is shown another certificate. Older partners ask for no name.`,
    'Let whatever stands in front of the Access Edge pass TLS through unchanged, or make this certificate its default.',
  ],

  covered: (name: string): Words => [`The certificate holds the exact name ${name}.`, ''],
  coveredBySubject: (name: string): Words => [`The certificate holds the exact name ${name}, as its subject.`, ''],
  wildcard: (name: string, wildcard: string, list: string): Words => [
    `The certificate has ${wildcard}, but not the exact name ${name}. A wildcard does not count for federation.`,
    NEW_CERTIFICATE(list),
  ],
  notCovered: (name: string, names: readonly string[], list: string): Words => [
    `The certificate does not hold ${name}. It holds ${listed(names) || 'no name'}.`,
    NEW_CERTIFICATE(list),
  ],
  tooManyNames: (name: string, count: number, list: string): Words => [
    `The certificate has ${count} names, too many to look at all; ${name} is not among the first.`,
    NEW_CERTIFICATE(list),
  ],
  commonNameRepeated: (name: string): Words => [`The common name ${name} is among the alternative names too.`, ''],
  commonNameAlone: (name: string, list: string): Words => [
    `The common name ${name} is not among the subject alternative names, where current software looks.`,
    NEW_CERTIFICATE(list),
  ],
  edgeCovered: (edge: string): Words => [`The certificate holds the name of the Access Edge, ${edge}.`, ''],
  edgeNotCovered: (edge: string, list: string): Words => [
    `The certificate does not hold ${edge}, the name of the Access Edge in the topology.`,
    NEW_CERTIFICATE(list),
  ],
  publicIssuer: (issuer: string): Words => [`A public certification authority issued the certificate: ${issuer}.`, ''],
  privateIssuer: (root: string): Words => [
    `The certificate leads to ${root}, which is no public certification authority. Partners do not trust it.`,
    'Request a certificate from a public certification authority for the external side of the Access Edge.',
  ],
  selfSigned: [
    'The certificate is signed by itself. Partners do not trust it.',
    'Request a certificate from a public certification authority for the external side of the Access Edge.',
  ] as Words,
  unknownIssuer: (issuer: string): Words => [
    `Whether a public certification authority issued the certificate cannot be told: the server does not send the certificate of ${issuer}.`,
    'Mend the chain first, then check again.',
  ],
  chainComplete: (count: number): Words => [
    `The chain is complete (${counted(count, { one: 'certificate', other: 'certificates' })}).`,
    '',
  ],
  chainIncomplete: (subject: string, issuer: string): Words => [
    `The chain ends at ${subject}: the certificate of its issuer, ${issuer}, is neither sent nor a public root. Partners cannot verify it.`,
    'Install the intermediate certificates of the certification authority on every Edge Server (Local Computer, Intermediate Certification Authorities).',
  ],
  valid: (days: number, to: string): Words => [
    `The certificate is valid for ${days} more days, until ${dayOf(to)}.`,
    '',
  ],
  endsSoon: (subject: string, days: number, to: string): Words => [
    `The certificate ${subject} ends in ${counted(days, { one: 'day', other: 'days' })}, on ${dayOf(to)}.`,
    'Renew it, and assign the new one to every Edge Server of the pool before that day.',
  ],
  expired: (subject: string, to: string): Words => [
    `The certificate ${subject} expired on ${dayOf(to)}.`,
    'Renew it, and assign the new one to every Edge Server of the pool.',
  ],
  notYetValid: (subject: string, from: string): Words => [
    `The certificate ${subject} is not valid before ${dayOf(from)}.`,
    'Assign a certificate that is valid today. If the date seems wrong, check the clock of this computer.',
  ],
  unreadableDates: (subject: string): Words => [`The dates of the certificate ${subject} cannot be read.`, ''],
  usageUnlimited: ['The certificate is not limited in its use.', ''] as Words,
  usageServer: (hasClient: boolean): Words => [
    `The certificate is for server authentication${hasClient ? ', and for client authentication, which only AOL needed' : ''}.`,
    '',
  ],
  usageOther: [
    'The certificate is not for server authentication (extended key usage).',
    'Request a certificate with the extended key usage "server authentication" from a public certification authority.',
  ] as Words,
  keyStrong: (type: string, bits: number): Words => [`The key is ${type.toUpperCase()} with ${bits} bits.`, ''],
  keyWeak: (type: string, bits: number, least: number): Words => [
    `The key is ${type.toUpperCase()} with ${bits} bits; at least ${least} are needed.`,
    `Request a new certificate with a new key of at least ${least} bits.`,
  ],
  keyUnknown: (type: string): Words => [
    `The size of the key (${type}) could not be found out.`,
    'Use an RSA key of at least 2048 bits.',
  ],
  signatureStrong: (algorithm: string): Words => [`The certificate is signed with ${algorithm}.`, ''],
  signatureWeak: (subject: string, algorithm: string): Words => [
    `The certificate ${subject} is signed with ${algorithm}, which is no longer safe and no longer accepted.`,
    'Request a new certificate that is signed with SHA-256.',
  ],
  signatureUnknown: (algorithm: string): Words => [
    `The signature algorithm ${algorithm} is not known here.`,
    'Use a certificate that is signed with SHA-256 and RSA or ECDSA.',
  ],
} as const;
