import { domainProblem } from '../domains/domain-names.ts';
import { octetsOf } from '../formats/text-encoding.ts';

/** Why a text is not one e-mail address. */
export type EmailProblem = 'no-at' | 'too-many-at' | 'no-name' | 'bad-name' | 'too-long' | 'bad-domain';

/** An e-mail address in its two parts, each exactly as it was written. */
export interface EmailAddress {
  /** Before the last @: a dot-atom, or a quoted string with its quotation marks. */
  readonly name: string;
  readonly domain: string;
}

/** RFC 5321 4.5.3.1, in octets. */
const MAX_NAME_OCTETS = 64;
const MAX_OCTETS = 254;

/** Letters of every script (RFC 6531), but nothing invisible: no space, control, format or unassigned character. */
const VISIBLE = '[^\\p{ASCII}\\p{Z}\\p{C}]';
const ATOM = `(?:[A-Za-z0-9!#$%&'*+/=?^_\`{|}~-]|${VISIBLE})+`;
const QUOTED = `"(?:[ !#-\\[\\]-~]|${VISIBLE}|\\\\[ -~])+"`;
const NAME = new RegExp(`^(?:${ATOM}(?:\\.${ATOM})*|${QUOTED})$`, 'u');

/**
 * Takes an e-mail address apart without changing a character of it (RFC 5322 3.4.1 and RFC 6531, without comments and
 * without IP addresses as domains). Returns the parts, or the first problem.
 */
export function parseEmail(text: string): EmailAddress | EmailProblem {
  const at = text.lastIndexOf('@');
  if (at < 0) return 'no-at';
  const [name, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (name === '') return 'no-name';
  if (octetsOf(name) > MAX_NAME_OCTETS || octetsOf(text) > MAX_OCTETS) return 'too-long';
  if (!NAME.test(name)) return name.includes('@') && !name.startsWith('"') ? 'too-many-at' : 'bad-name';
  return isEmailDomain(domain) ? { name, domain } : 'bad-domain';
}

/**
 * True for a DNS name, and for one with letters of other scripts, which is kept as it is written. That one has the form of
 * an ASCII name; how long it becomes in ASCII is not worked out.
 */
function isEmailDomain(domain: string): boolean {
  if (/(?:^|\.)\p{M}/u.test(domain)) return false;
  return domainProblem(domain.replace(/(?!\p{ASCII})[\p{L}\p{M}\p{N}]/gu, 'x')) === null;
}
