import { READINESS_STATUSES, type ReadinessStatus } from '../readiness/readiness-status.ts';
import { readinessTexts } from '../readiness/readiness-texts.ts';
import type { Readiness } from '../readiness/readiness.ts';

const { statuses } = readinessTexts;

/** Words of the command `readiness`. */
export const readinessCliTexts = {
  description:
    'Look at DNS and TLS of SIP domains, and say what federation partners would stumble over. Exit code 7: something blocks.',
  options: {
    domains: 'a file of SIP domains, or a list of them separated by commas',
    edge: 'the name of the Access Edge in the topology; it has to stand on the certificate',
    dnsServer: "a DNS server to ask, repeatable; without it this computer's own",
    tlsPort: 'where TLS servers are looked for',
    timeout: 'milliseconds for one DNS question, and for one TLS connection',
    concurrency: 'how many questions to one server, and how many connections, are open at a time',
    facts: 'the result of an earlier check, or of one made elsewhere, instead of checking',
    handOff: 'print the text for a check from outside, and check nothing',
  },
  domainsNeeded: 'Name the SIP domains with --domains FILE or --domains LIST.',
  notADnsServer: (text: string): string => `${text}: Enter an IP address, with a port if it is not 53.`,
  notInRange: (least: number, most: number): string => `Enter a whole number between ${least} and ${most}.`,
  stopping: 'Stopping. What is known by now follows.',
  progress: (done: number, total: number, domain: string, status: ReadinessStatus): string =>
    `${done} of ${total}: ${domain}: ${statuses[status]}`,
  heading: (from: Readiness['seenFrom'], at: string): string => readinessTexts.seen(from, at),
  domain: (domain: string, status: ReadinessStatus): string => `${domain}: ${statuses[status]}`,
  finding: (status: ReadinessStatus, subject: string, cause: string, remedy: string): readonly string[] => [
    `  ${statuses[status].padEnd(11)} ${subject}`,
    `              ${cause}`,
    ...(remedy === '' ? [] : [`              ${remedy}`]),
  ],
  unchecked: (domains: readonly string[]): string =>
    `Not checked, because the check was cancelled: ${domains.join(', ')}`,
  counts: (counts: Readiness['counts']): string =>
    `Domains: ${READINESS_STATUSES.toReversed()
      .map((status) => `${counts[status]} ${statuses[status]}`)
      .join(', ')}.`,
} as const;
