import { domainProblem, isSameDomain } from './domain-names.ts';

/** Microsoft's own domains: their accounts are reached as they are (facts H, the exclusion list of B). */
export const MICROSOFT_DOMAINS: readonly string[] = ['msn.com', 'outlook.com', 'live.com', 'hotmail.com'];

const ROUTING_DOMAIN = 'msn.com';

/** Why a text cannot be turned into a contact address. */
type ContactProblem =
  'empty' | 'skype-name' | 'too-many-at' | 'no-name' | 'bad-name' | 'too-long' | 'bad-domain' | 'sip-prefix';

/** What to type for one contact, or why there is no such address. */
export interface ContactAddress {
  readonly input: string;
  /** What the user types into the client; null when the input is refused. */
  readonly address: string | null;
  readonly changed: boolean;
  readonly reason: 'microsoft-domain' | 'other-domain' | 'already-decorated' | ContactProblem;
}

const DECORATED = /^([^@()]+)\(([^()@]+)\)@msn\.com$/iu;

/**
 * Turns the e-mail of a Microsoft account into the address that a Lync user types (facts H):
 * as it is for Microsoft's own domains, else `user(domain)@msn.com`. What is decorated already stays as it is.
 */
export function contactAddress(input: string, microsoftDomains: readonly string[] = MICROSOFT_DOMAINS): ContactAddress {
  const email = input.trim();
  const refuse = (reason: ContactProblem): ContactAddress => ({ input, address: null, changed: false, reason });
  if (email === '') return refuse('empty');
  if (/^sips?:/iu.test(email)) return refuse('sip-prefix');
  const decorated = DECORATED.exec(email);
  if (decorated) {
    const problem = addressProblem(decorated[1] ?? '', decorated[2] ?? '');
    return problem ? refuse(problem) : { input, address: email, changed: email !== input, reason: 'already-decorated' };
  }
  if (!email.includes('@')) return refuse('skype-name');
  if (email.indexOf('@') !== email.lastIndexOf('@')) return refuse('too-many-at');
  const [user = '', domain = ''] = email.split('@');
  const problem = addressProblem(user, domain);
  if (problem) return refuse(problem);
  const isMicrosoft = microsoftDomains.some((own) => isSameDomain(own, domain));
  if (isMicrosoft) return { input, address: email, changed: email !== input, reason: 'microsoft-domain' };
  return { input, address: `${user}(${domain})@${ROUTING_DOMAIN}`, changed: true, reason: 'other-domain' };
}

/** The e-mail behind a decorated address, or null when the address is not a decorated one. */
export function emailOfContactAddress(address: string): string | null {
  const parts = DECORATED.exec(address.trim());
  return parts ? `${parts[1]}@${parts[2]}` : null;
}

function addressProblem(user: string, domain: string): ContactProblem | null {
  if (user === '') return 'no-name';
  if (/[\s()<>,;:\\"[\]\p{Cc}\p{Cf}\p{Cs}]/u.test(user) || /^\.|\.$|\.\./u.test(user)) return 'bad-name';
  if (user.length > 64) return 'too-long';
  return domainProblem(domain) === null ? null : 'bad-domain';
}
