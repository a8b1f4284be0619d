/** Network readiness: what DNS and TLS showed, as facts; one table of rules over them; and what mends each finding. */

import {
  chainFindings,
  commonNameFindings,
  coverFindings,
  edgeFindings,
  issuerFindings,
  keyFindings,
  signatureFindings,
  usageFindings,
  validityFindings,
} from './certificate-rules.ts';
import { type Judged, type JudgedDomain, type ReadinessData, judgedDomains } from './judged-domain.ts';
import { addressFindings, privateAddressFindings, splitFindings } from './name-rules.ts';
import type { ReadinessFacts } from './readiness-facts.ts';
import { READINESS_STATUSES, type ReadinessStatus } from './readiness-status.ts';
import {
  aliasFindings,
  liveFindings,
  portFindings,
  presenceFindings,
  severalFindings,
  suffixFindings,
} from './record-rules.ts';
import { handshakeFindings, namelessFindings, poolFindings, reachFindings, versionFindings } from './tls-rules.ts';

/**
 * The rules, in the order in which they are read: Microsoft's of federation (facts G), and those of DNS, TLS and certificates
 * by themselves. Each looks at one domain, and finds nothing or something.
 */
const RULES = {
  'domain-live': liveFindings,
  'srv-present': presenceFindings,
  'srv-single': severalFindings,
  'srv-port': portFindings,
  'srv-target-suffix': suffixFindings,
  'target-alias': aliasFindings,
  'target-resolves': addressFindings,
  'public-address': privateAddressFindings,
  'split-dns': splitFindings,
  'tcp-reachable': reachFindings,
  'tls-handshake': handshakeFindings,
  'tls-version': versionFindings,
  'certificate-name': coverFindings,
  'common-name-in-san': commonNameFindings,
  'edge-name': edgeFindings,
  'certificate-issuer': issuerFindings,
  'certificate-chain': chainFindings,
  'certificate-validity': validityFindings,
  'server-authentication': usageFindings,
  'key-size': keyFindings,
  'signature-algorithm': signatureFindings,
  'same-on-every-address': poolFindings,
  'same-without-name': namelessFindings,
} as const satisfies Readonly<Record<string, (domain: JudgedDomain) => readonly Judged[]>>;

/** The name of a rule; stable, for programs. */
type ReadinessRuleId = keyof typeof RULES;
const READINESS_RULE_IDS = Object.keys(RULES).filter((id): id is ReadinessRuleId => Object.hasOwn(RULES, id));

/** What one rule says of one subject. */
export interface ReadinessFinding {
  readonly id: ReadinessRuleId;
  readonly status: ReadinessStatus;
  /** What was looked at: a record, an address, a certificate. */
  readonly subject: string;
  /** What is so, in one sentence or two. */
  readonly cause: string;
  /** What to do; empty when there is nothing to do. */
  readonly remedy: string;
  readonly data: ReadinessData;
}

export interface DomainReadiness {
  readonly domain: string;
  /** The worst of its findings. */
  readonly status: ReadinessStatus;
  readonly findings: readonly ReadinessFinding[];
}

/** The judgement of a network check. */
export interface Readiness {
  readonly seenFrom: ReadinessFacts['seenFrom'];
  readonly startedAt: string;
  readonly endedAt: string;
  readonly domains: readonly DomainReadiness[];
  /** Domains that were not looked at, because the check was cancelled. */
  readonly unchecked: readonly string[];
  /** How many domains have each status. */
  readonly counts: Readonly<Record<ReadinessStatus, number>>;
}

/** Judges facts by the table of rules; certificates as they were when the check ended. */
export function judgeReadiness(facts: ReadinessFacts): Readiness {
  const domains = judgedDomains(facts).map(judgeDomain);
  return {
    seenFrom: facts.seenFrom,
    startedAt: facts.startedAt,
    endedAt: facts.endedAt,
    domains,
    unchecked: facts.unchecked,
    counts: {
      blocking: countOf(domains, 'blocking'),
      'cannot-tell': countOf(domains, 'cannot-tell'),
      warning: countOf(domains, 'warning'),
      good: countOf(domains, 'good'),
    },
  };
}

function judgeDomain(judged: JudgedDomain): DomainReadiness {
  const findings = READINESS_RULE_IDS.flatMap((id) =>
    RULES[id](judged).map(({ words, ...rest }) => ({ id, ...rest, cause: words[0], remedy: words[1] })),
  );
  return { domain: judged.domain, status: worstOf(findings.map(({ status }) => status)), findings };
}

/** The worst of some statuses; of none, `cannot-tell`: nothing was looked at. */
function worstOf(statuses: readonly ReadinessStatus[]): ReadinessStatus {
  return READINESS_STATUSES.find((one) => statuses.includes(one)) ?? 'cannot-tell';
}

function countOf(domains: readonly DomainReadiness[], status: ReadinessStatus): number {
  return domains.filter((one) => one.status === status).length;
}
