import { listed } from '../formats/lists.ts';
import { counted } from '../formats/plural.ts';
import type { ReadinessWords } from './readiness-texts.ts';

const dayOf = (at: string): string => at.slice(0, 10);

const NEW_CERTIFICATE = (list: string): string =>
  `Request a certificate from a public certification authority with subjectAltName ${list}.`;

/** What is so of a certificate, and what to do. */
export const certificateTexts = {
  covered: (name: string): ReadinessWords => [`The certificate holds the exact name ${name}.`, ''],
  coveredBySubject: (name: string): ReadinessWords => [
    `The certificate holds the exact name ${name}, as its subject.`,
    '',
  ],
  wildcard: (name: string, wildcard: string, list: string): ReadinessWords => [
    `The certificate has ${wildcard}, but not the exact name ${name}. A wildcard does not count for federation.`,
    NEW_CERTIFICATE(list),
  ],
  notCovered: (name: string, names: readonly string[], list: string): ReadinessWords => [
    `The certificate does not hold ${name}. It holds ${listed(names) || 'no name'}.`,
    NEW_CERTIFICATE(list),
  ],
  tooManyNames: (name: string, count: number, list: string): ReadinessWords => [
    `The certificate has ${count} names, too many to look at all; ${name} is not among the first.`,
    NEW_CERTIFICATE(list),
  ],
  commonNameRepeated: (name: string): ReadinessWords => [
    `The common name ${name} is among the alternative names too.`,
    '',
  ],
  commonNameAlone: (name: string, list: string): ReadinessWords => [
    `The common name ${name} is not among the subject alternative names, where current software looks.`,
    NEW_CERTIFICATE(list),
  ],
  edgeCovered: (edge: string): ReadinessWords => [`The certificate holds the name of the Access Edge, ${edge}.`, ''],
  edgeNotCovered: (edge: string, list: string): ReadinessWords => [
    `The certificate does not hold ${edge}, the name of the Access Edge in the topology.`,
    NEW_CERTIFICATE(list),
  ],
  publicIssuer: (issuer: string): ReadinessWords => [
    `A public certification authority issued the certificate: ${issuer}.`,
    '',
  ],
  privateIssuer: (root: string): ReadinessWords => [
    `The certificate leads to ${root}, which is no public certification authority. Partners do not trust it.`,
    'Request a certificate from a public certification authority for the external side of the Access Edge.',
  ],
  selfSigned: [
    'The certificate is signed by itself. Partners do not trust it.',
    'Request a certificate from a public certification authority for the external side of the Access Edge.',
  ] as ReadinessWords,
  unknownIssuer: (issuer: string): ReadinessWords => [
    `Whether a public certification authority issued the certificate cannot be told: the server does not send the certificate of ${issuer}.`,
    'Mend the chain first, then check again.',
  ],
  chainComplete: (count: number): ReadinessWords => [
    `The chain is complete (${counted(count, { one: 'certificate', other: 'certificates' })}).`,
    '',
  ],
  chainIncomplete: (subject: string, issuer: string): ReadinessWords => [
    `The chain ends at ${subject}: the certificate of its issuer, ${issuer}, is neither sent nor a public root. Partners cannot verify it.`,
    'Install the intermediate certificates of the certification authority on every Edge Server (Local Computer, Intermediate Certification Authorities).',
  ],
  valid: (days: number, to: string): ReadinessWords => [
    `The certificate is valid for ${days} more days, until ${dayOf(to)}.`,
    '',
  ],
  endsSoon: (subject: string, days: number, to: string): ReadinessWords => [
    `The certificate ${subject} ends in ${counted(days, { one: 'day', other: 'days' })}, on ${dayOf(to)}.`,
    'Renew it, and assign the new one to every Edge Server of the pool before that day.',
  ],
  expired: (subject: string, to: string): ReadinessWords => [
    `The certificate ${subject} expired on ${dayOf(to)}.`,
    'Renew it, and assign the new one to every Edge Server of the pool.',
  ],
  notYetValid: (subject: string, from: string): ReadinessWords => [
    `The certificate ${subject} is not valid before ${dayOf(from)}.`,
    'Assign a certificate that is valid today. If the date seems wrong, check the clock of this computer.',
  ],
  unreadableDates: (subject: string): ReadinessWords => [`The dates of the certificate ${subject} cannot be read.`, ''],
  usageUnlimited: ['The certificate is not limited in its use.', ''] as ReadinessWords,
  usageServer: (hasClient: boolean): ReadinessWords => [
    `The certificate is for server authentication${hasClient ? ', and for client authentication, which only AOL needed' : ''}.`,
    '',
  ],
  usageOther: [
    'The certificate is not for server authentication (extended key usage).',
    'Request a certificate with the extended key usage "server authentication" from a public certification authority.',
  ] as ReadinessWords,
  keyStrong: (type: string, bits: number): ReadinessWords => [
    `The key is ${type.toUpperCase()} with ${bits} bits.`,
    '',
  ],
  keyWeak: (type: string, bits: number, least: number): ReadinessWords => [
    `The key is ${type.toUpperCase()} with ${bits} bits; at least ${least} are needed.`,
    `Request a new certificate with a new key of at least ${least} bits.`,
  ],
  keyUnknown: (type: string): ReadinessWords => [
    `The size of the key (${type}) could not be found out.`,
    'Use an RSA key of at least 2048 bits.',
  ],
  signatureStrong: (algorithm: string): ReadinessWords => [`The certificate is signed with ${algorithm}.`, ''],
  signatureWeak: (subject: string, algorithm: string): ReadinessWords => [
    `The certificate ${subject} is signed with ${algorithm}, which is no longer safe and no longer accepted.`,
    'Request a new certificate that is signed with SHA-256.',
  ],
  signatureUnknown: (algorithm: string): ReadinessWords => [
    `The signature algorithm ${algorithm} is not known here.`,
    'Use a certificate that is signed with SHA-256 and RSA or ECDSA.',
  ],
} as const;
