/**
 * Contacts: the address that users type for the e-mail of a Microsoft account, one by one or a list at a time, and the
 * hand-out that tells them how.
 */

import { domainProblem, isSameDomain } from '../domains/domain-names.ts';
import { MICROSOFT_DOMAINS, ROUTING_DOMAIN, SKYPE_ID_DOMAIN } from '../domains/microsoft-domains.ts';
import { type EmailAddress, type EmailProblem, parseEmail } from './email-address.ts';

/** Why there is no address, or no e-mail, for a text. */
type ContactProblem =
  'empty' | 'sip-prefix' | 'skype-name' | 'no-email-behind' | 'not-decorated' | Exclude<EmailProblem, 'no-at'>;

/** Which part of the rule was used, or why none could be. */
export type ContactReason =
  'microsoft-domain' | 'other-domain' | 'already-decorated' | 'decorated' | 'skype-id' | ContactProblem;

/** What is not certain about an address that follows the rule. */
export type ContactCaution = 'national-domain' | 'microsoft-in-brackets' | 'quoted-name' | 'non-ascii';

/** One contact: the e-mail of the Microsoft account beside what a user types to add it. */
export interface ContactAddress {
  readonly input: string;
  /** Null when the input is refused, and for an address that stands for a Skype name. */
  readonly email: string | null;
  /** What the user types into the client; null when the input is refused. */
  readonly address: string | null;
  /** True when what was asked for differs from the input. */
  readonly changed: boolean;
  readonly reason: ContactReason;
  readonly cautions: readonly ContactCaution[];
}

/**
 * Turns the e-mail of a Microsoft account into the address that a Lync user types (facts H): as it is for Microsoft's own
 * domains, else `user(domain)@msn.com`. What is decorated already stays as it is. `Name <address>` and `mailto:` count as
 * the address in them.
 */
export function contactAddress(input: string, microsoftDomains: readonly string[] = MICROSOFT_DOMAINS): ContactAddress {
  const text = addressIn(input);
  const found = (
    email: string | null,
    address: string,
    reason: ContactReason,
    parts: EmailAddress,
  ): ContactAddress => ({
    input,
    email,
    address,
    changed: address !== input,
    reason,
    cautions: cautionsFor(parts, reason, microsoftDomains),
  });
  const problem = problemOfForm(text);
  if (problem) return refused(input, problem);
  const decorated = undecorated(text);
  if (typeof decorated === 'string') return refused(input, problemOf(decorated));
  if (decorated) return found(emailOf(decorated), text, 'already-decorated', decorated);
  const parts = parseEmail(text);
  if (typeof parts === 'string') return refused(input, problemOf(parts));
  if (isListed(parts.domain, microsoftDomains)) return found(text, text, 'microsoft-domain', parts);
  if (isSameDomain(parts.domain, SKYPE_ID_DOMAIN)) return found(null, text, 'skype-id', parts);
  return found(text, `${parts.name}(${parts.domain})@${ROUTING_DOMAIN}`, 'other-domain', parts);
}

/**
 * The way back: the e-mail behind an address that users type. For every valid e-mail, `contactAddress` and this together
 * give the very same text again.
 */
export function contactEmail(input: string, microsoftDomains: readonly string[] = MICROSOFT_DOMAINS): ContactAddress {
  const forward = contactAddress(input, microsoftDomains);
  const { email, address, reason } = forward;
  if (address === null) return forward;
  if (reason === 'other-domain') return refused(input, 'not-decorated');
  if (email === null) return refused(input, 'no-email-behind');
  return { ...forward, changed: email !== input, reason: reason === 'already-decorated' ? 'decorated' : reason };
}

/** A typed list of Microsoft's domains: separated by commas, semicolons, spaces or lines; `@domain` counts as the domain. */
export function parseMicrosoftDomains(text: string): {
  readonly domains: readonly string[];
  /** What is no domain name, as typed. */
  readonly refused: readonly string[];
} {
  const names = text.split(/[\s,;]+/u).flatMap((name) => (name === '' ? [] : [name.replace(/^@/u, '')]));
  const domains = names.filter((name) => domainProblem(name) === null).map((name) => name.toLowerCase());
  return { domains: [...new Set(domains)], refused: names.filter((name) => domainProblem(name) !== null) };
}

/** The address without what surrounds it in a mail program or a link. */
function addressIn(input: string): string {
  const text = input.trim();
  return (/<([^<>]*)>$/u.exec(text)?.[1] ?? text).trim().replace(/^mailto:/iu, '');
}

function problemOfForm(text: string): ContactProblem | null {
  if (text === '') return 'empty';
  return /^sips?:/iu.test(text) ? 'sip-prefix' : null;
}

/** The parts of a decorated address, the problem of one that is broken, or null for what is not decorated. */
function undecorated(text: string): EmailAddress | EmailProblem | null {
  const match = /^(.*)\(([^()@]+)\)@msn\.com$/isu.exec(text);
  return match ? parseEmail(`${match[1] ?? ''}@${match[2] ?? ''}`) : null;
}

function emailOf({ name, domain }: EmailAddress): string {
  return `${name}@${domain}`;
}

function refused(input: string, reason: ContactProblem): ContactAddress {
  return { input, email: null, address: null, changed: false, reason, cautions: [] };
}

function problemOf(problem: EmailProblem): ContactProblem {
  return problem === 'no-at' ? 'skype-name' : problem;
}

function isListed(domain: string, domains: readonly string[]): boolean {
  return domains.some((own) => isSameDomain(own, domain));
}

/** National variants: whether the decorated form works for them is not confirmed, nor for those that Microsoft lists (facts H). */
const NATIONAL_DOMAIN = /^(?:hotmail|live|msn|outlook)\.(?:com?\.)?[a-z]{2}$/iu;

function cautionsFor(
  { name, domain }: EmailAddress,
  reason: ContactReason,
  microsoftDomains: readonly string[],
): readonly ContactCaution[] {
  const holds: Readonly<Record<ContactCaution, boolean>> = {
    'national-domain': reason !== 'microsoft-domain' && NATIONAL_DOMAIN.test(domain),
    'microsoft-in-brackets': reason === 'already-decorated' && isListed(domain, microsoftDomains),
    'quoted-name': name.startsWith('"'),
    'non-ascii': /\P{ASCII}/u.test(name + domain),
  };
  return CAUTIONS.filter((caution) => holds[caution]);
}

const CAUTIONS: readonly ContactCaution[] = ['national-domain', 'microsoft-in-brackets', 'quoted-name', 'non-ascii'];
