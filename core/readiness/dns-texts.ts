import { listed } from '../formats/lists.ts';
import { plural } from '../formats/plural.ts';
import type { SrvRecord, UnansweredReason } from './readiness-facts.ts';
import { type ReadinessWords, readinessTexts } from './readiness-texts.ts';

const NO_ANSWER: Readonly<Record<UnansweredReason, string>> = {
  'timed-out': 'The DNS server did not answer in time',
  refused: 'The DNS server refused the question',
  'server-failure': 'The DNS server could not find out (SERVFAIL)',
  unreachable: 'The DNS server cannot be reached',
  malformed: 'The DNS server sent an answer that cannot be read',
  cancelled: 'The check was cancelled before there was an answer',
  other: 'The question had no usable answer',
};

/** What is so of a domain's records and of their targets' names, and what to do. */
export const dnsTexts = {
  srvRecord: ({ priority, weight, port, name }: SrvRecord): string =>
    `priority ${priority}, weight ${weight}, port ${port}, target ${name || '.'}`,

  unanswered: (name: string, reason: UnansweredReason): ReadinessWords => [
    `${NO_ANSWER[reason]}, so nothing is known of ${name}. It may well be there.`,
    'Check again, or ask another DNS server.',
  ],
  domainMissing: (domain: string): ReadinessWords => [
    `The domain ${domain} does not exist in DNS.`,
    'Check the spelling. If it is right, the domain is not registered, or its zone is not delegated.',
  ],
  domainLive: (domain: string): ReadinessWords => [`The domain ${domain} is live.`, ''],

  recordNoSuchName: (name: string, zone: string): ReadinessWords => [
    `There is no record ${name}: the name does not exist (NXDOMAIN). Partners find a deployment by it.`,
    `Create it in the external DNS zone: ${zone}`,
  ],
  recordNoData: (name: string, zone: string): ReadinessWords => [
    `The name ${name} exists, but has no SRV record (NODATA). Partners find a deployment by it.`,
    `Create it in the external DNS zone: ${zone}`,
  ],
  notOffered: (name: string, zone: string): ReadinessWords => [
    `The target of ${name} is the root, which says that this domain offers no federation.`,
    `If it is to be offered, replace the record: ${zone}`,
  ],
  recordFound: (name: string, records: readonly string[]): ReadinessWords => [
    `${name} is there: ${listed(records)}.`,
    '',
  ],
  oneRecord: ['There is one record, so every partner connects to the same place.', ''] as ReadinessWords,
  severalRecords: (
    total: number,
    targets: readonly string[],
    priorities: readonly number[],
    zone: string,
  ): ReadinessWords => [
    `There are ${total} federation records, with ${plural(targets.length, { one: 'one target', other: `${targets.length} targets` })} (${listed(targets)}) and ${plural(priorities.length, { one: 'one priority', other: `the priorities ${priorities.join(', ')}` })}. Not every partner tries more than one.`,
    `Keep one record, and give its target the addresses of the pool: ${zone}`,
  ],
  portRight: (name: string): ReadinessWords => [`The record for ${name} has port 5061.`, ''],
  portWrong: (name: string, port: number, zone: string): ReadinessWords => [
    `The record for ${name} has port ${port}. Federation with a public provider uses port 5061 only.`,
    `Correct the record: ${zone}`,
  ],
  suffixRight: (name: string, domain: string): ReadinessWords => [
    `${name} is one label and ${domain}, as a target has to be.`,
    '',
  ],
  suffixTooDeep: (name: string, domain: string, proposed: string, zone: string): ReadinessWords => [
    `${name} lies under ${domain}, but not directly beneath it. A target has to be one label and the domain, such as ${proposed}.`,
    `Give the Access Edge such a name, put it on the certificate, and correct the record: ${zone}`,
  ],
  suffixForeign: (name: string, domain: string, proposed: string, zone: string): ReadinessWords => [
    `${name} does not end in .${domain}. A target has to be one label and the SIP domain, such as ${proposed}.`,
    `Give the Access Edge such a name, put it on the certificate, and correct the record: ${zone}`,
  ],
  noAlias: (name: string): ReadinessWords => [`${name} is no alias.`, ''],
  alias: (name: string, aliases: readonly string[]): ReadinessWords => [
    `${name} is an alias (CNAME) for ${listed(aliases)}. The target of an SRV record must not be one, and some partners do not follow it.`,
    `Replace the CNAME record of ${name} by an A record with the address.`,
  ],
  aliasLoop: (name: string, aliases: readonly string[]): ReadinessWords => [
    `The aliases of ${name} lead in a circle: ${listed(aliases)}. It has no address.`,
    `Replace the CNAME record of ${name} by an A record with the address.`,
  ],
  aliasTooLong: (name: string, length: number): ReadinessWords => [
    `${name} leads over more than ${length} aliases, and was not followed further.`,
    `Replace the CNAME record of ${name} by an A record with the address.`,
  ],
  aliasUnanswered: (name: string): ReadinessWords => [
    `Whether ${name} is an alias could not be found out.`,
    'Check again, or ask another DNS server.',
  ],
  resolves: (name: string, addresses: readonly string[]): ReadinessWords => [
    `${name} has the address ${listed(addresses)}.`,
    '',
  ],
  noSuchTarget: (name: string, zone: string): ReadinessWords => [
    `The target ${name} does not exist in DNS (NXDOMAIN), so nobody can connect.`,
    `Create its address record: ${zone}`,
  ],
  noAddress: (name: string, zone: string): ReadinessWords => [
    `The target ${name} exists, but has neither an A nor an AAAA record (NODATA), so nobody can connect.`,
    `Create its address record: ${zone}`,
  ],
  publicAddresses: (name: string): ReadinessWords => [`Every address of ${name} is public.`, ''],
  privateAddresses: (name: string, addresses: readonly string[]): ReadinessWords => [
    `${name} has an address that cannot be reached from outside: ${listed(addresses)}.`,
    'If this is the inside view of a split DNS, check from outside or with a public DNS server. Otherwise correct the address record.',
  ],
  splitUnknown: [
    'Fewer than two of the DNS servers answered, so their answers could not be compared.',
    'Check again, or ask other DNS servers.',
  ] as ReadinessWords,
  noSplit: (count: number): ReadinessWords => [`All ${count} DNS servers say the same.`, ''],
  splitAnswer: (resolver: string, records: readonly string[], addresses: readonly string[]): string =>
    `${readinessTexts.resolver(resolver)}: ${listed(records) || 'no record'}; ${listed(addresses) || 'no address'}`,
  split: (answers: readonly string[]): ReadinessWords => [
    `The DNS servers say different things. ${answers.join('. ')}.`,
    'Partners see the external answer. Make sure that this one is right; a different internal answer may be meant.',
  ],
} as const;
