import { counted, numberText, plural } from '../../formats/plural.ts';
import type { ReadinessProgress } from '../../readiness/readiness-progress.ts';
import { READINESS_STATUSES } from '../../readiness/readiness-status.ts';
import { readinessTexts } from '../../readiness/readiness-texts.ts';
import type { Readiness } from '../../readiness/readiness.ts';

const DOMAINS = { one: 'domain', other: 'domains' };

/** The page "Network readiness", and what its requests say. */
export const readinessPageTexts = {
  lead: 'Partners find a deployment by its federation DNS record and trust it by its certificate. Here you can look at both, as they are seen from this computer. It is advice: you can go on whatever it finds.',
  sends:
    'Nothing is sent before you press Check. Then DNS questions go to the servers below, and a TLS connection to port 5061 of each address that DNS gives for your domains.',
  noDomains: 'There is no usable SIP domain yet. Enter your SIP domains on the page Edge and domains.',
  about: (domains: number): string => `${counted(domains, DOMAINS)} will be looked at.`,
  servers: 'DNS servers to ask',
  serversHint:
    "Leave this empty to ask this computer's own. To compare inside and outside, enter up to 8 addresses, such as 192.0.2.53 or 192.0.2.53:53.",
  notServers: (texts: readonly string[]): string =>
    `${texts.join(', ')}: enter an IP address, with a port if it is not 53.`,
  check: 'Check',
  checkAgain: 'Check again',
  cancel: 'Cancel',
  states: {
    checking: 'Checking',
    ended: 'The check has ended',
    cancelled: 'The check was cancelled',
  } satisfies Record<ReadinessProgress['state'], string>,
  progress: (done: number, all: number): string => `${numberText(done)} of ${counted(all, DOMAINS)} looked at.`,
  kept: 'What was found by then is kept.',
  counts: (counts: Readiness['counts']): string =>
    READINESS_STATUSES.filter((status) => counts[status] > 0)
      .map((status) => `${numberText(counts[status])} ${readinessTexts.statuses[status]}`)
      .join(', '),
  results: 'Results',
  seen: (from: Readiness['seenFrom'], at: string): string => readinessTexts.seen(from, at),
  notChecked: 'not checked',
  waiting: 'waiting',
  details: 'Findings',
  detailsOf: (domain: string): string => `Findings for ${domain}`,
  good: (count: number): string => plural(count, { one: '1 check is good', other: `${count} checks are good` }),
  goodOf: (domain: string, count: number): string => `${readinessPageTexts.good(count)}: ${domain}`,
  record: 'The record in zone-file form',
  fields: "The same as the fields of a provider's form",
  field: {
    service: 'Service',
    protocol: 'Protocol',
    name: 'Name',
    type: 'Type',
    priority: 'Priority',
    weight: 'Weight',
    port: 'Port',
    target: 'Target',
    value: 'Value',
    ttl: 'TTL',
  } as Readonly<Record<string, string>>,
  certificate: 'The names for the certificate request (subjectAltName)',
  more: (count: number): string => `Show ${numberText(count)} more`,
  copyResult: 'Copy result',
  result: 'the result of the check',
  outside: 'Check from outside',
  outsideLead:
    'Inside a network, split DNS and firewalls can hide what partners see. Send this text to somebody outside, and paste their result here.',
  handOff: 'the text for a check from outside',
  copyHandOff: 'Copy text',
  showHandOff: 'Show text',
  paste: 'Result of a check from elsewhere',
  pasteHint: 'What the readiness command wrote with --out or printed with --json.',
  take: 'Take this result',
} as const;
