import * as z from 'zod/mini';
import { MAX_NAME_LENGTH, domainProblem } from '../domains/domain-names.ts';
import { FEDERATION_PORT } from '../domains/federation-record.ts';

/** The least and the most of each number. */
export const READINESS_LIMITS = {
  tlsPort: [1, 65_535],
  timeoutMs: [100, 60_000],
  concurrency: [1, 64],
} as const satisfies Record<string, readonly [number, number]>;

export const READINESS_DEFAULTS = { tlsPort: FEDERATION_PORT, timeoutMs: 5_000, concurrency: 16 } as const;

function within([least, most]: readonly [number, number]) {
  return z.int().check(z.minimum(least), z.maximum(most));
}

/** More than any server answers for. */
const MOST_DOMAINS = 100_000;

const dnsName = z.string().check(
  z.maxLength(MAX_NAME_LENGTH),
  z.refine((name) => domainProblem(name) === null),
);

/** What a network check looks at, and how patiently: checked, from the page or from the command line. */
export const readinessQuestionSchema = z.object({
  /** Each once. */
  domains: z.array(dnsName).check(z.minLength(1), z.maxLength(MOST_DOMAINS)),
  /** The name of the Access Edge as the topology has it; null when it is not known. */
  edge: z.nullable(dnsName),
  /** The Access Edge of each domain that has one of its own: domain in lower case -> name. */
  edges: z.optional(z.record(dnsName, dnsName)),
  /** Addresses with or without a port; none: the servers that this computer uses. */
  dnsServers: z.array(z.string().check(z.maxLength(MAX_NAME_LENGTH), z.refine(isDnsServer))).check(z.maxLength(8)),
  /** Where TLS servers are looked for. */
  tlsPort: within(READINESS_LIMITS.tlsPort),
  /** For one DNS question, and for one whole TLS connection. */
  timeoutMs: within(READINESS_LIMITS.timeoutMs),
  /** How many DNS questions to one server, and how many TLS connections, are open at a time. */
  concurrency: within(READINESS_LIMITS.concurrency),
});
export type ReadinessQuestion = z.infer<typeof readinessQuestionSchema>;

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`, 'u');
/** Eight groups, or fewer around one `::`; an embedded IPv4 address is not taken. */
const IPV6_FULL = /^[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){7}$/iu;
const IPV6_SHORT = /^(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)?::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)?$/iu;

/** True for `192.0.2.1`, `192.0.2.1:53`, `2001:db8::1` and `[2001:db8::1]:53`: what a DNS server can be named by. */
export function isDnsServer(text: string): boolean {
  const [, bracketed, bracketedPort] = /^\[([^\]]+)\](?::(\d{1,5}))?$/u.exec(text) ?? [];
  if (bracketed !== undefined) return isIpv6(bracketed) && isPort(bracketedPort);
  if (isIpv6(text)) return true;
  const [, address = '', port] = /^([\d.]+)(?::(\d{1,5}))?$/u.exec(text) ?? [];
  return IPV4.test(address) && isPort(port);
}

function isIpv6(text: string): boolean {
  return IPV6_FULL.test(text) || (IPV6_SHORT.test(text) && text.split(':').length <= 8);
}

function isPort(text: string | undefined): boolean {
  return text === undefined || (Number(text) >= 1 && Number(text) <= 65_535);
}
