/** Domains: the rules of DNS names, their international forms, lists of them, and the few that the product knows by name. */

/** Why a text is not a usable DNS name. Its words are in core/answers/problem-texts. */
export type DomainProblem =
  | 'empty'
  | 'white-space'
  | 'url'
  | 'email'
  | 'ip-address'
  | 'trailing-dot'
  | 'too-long'
  | 'label-too-long'
  | 'empty-label'
  | 'underscore'
  | 'unicode'
  | 'wildcard'
  | 'bad-character'
  | 'hyphen-at-edge'
  | 'single-label'
  | 'numeric-top-level';

/** In ASCII (RFC 1035). */
export const MAX_NAME_LENGTH = 253;
const MAX_LABEL_LENGTH = 63;

/** First labels that name a server of a deployment and never a domain of SIP addresses (facts F: never the FQDN of a host). */
const HOST_LABELS = new Set(
  'sip sipfed sipinternal sipexternal access accessedge lyncdiscover lyncdiscoverinternal webcon webconf meet dialin www'.split(
    ' ',
  ),
);

/**
 * Checks that a text is a fully qualified DNS name in ASCII (RFC 1123 letters, digits, hyphens; at least two labels).
 * Returns the first problem, or null. It mends nothing: what is accepted is used as it was typed.
 */
export function domainProblem(text: string): DomainProblem | null {
  if (text.trim() === '') return 'empty';
  if (/\s/u.test(text)) return 'white-space';
  if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(text) || text.includes('/')) return 'url';
  if (text.includes('@')) return 'email';
  if (/^\[?[0-9a-f:.%]*:[0-9a-f:.%]*\]?$/iu.test(text) || /^\d{1,3}(\.\d{1,3}){3}$/u.test(text)) return 'ip-address';
  if (/[\u0080-\u{10ffff}]/u.test(text)) return 'unicode';
  if (text.includes('*')) return 'wildcard';
  if (text.includes('_')) return 'underscore';
  if (!/^[a-z0-9.-]+$/iu.test(text)) return 'bad-character';
  if (text.length > MAX_NAME_LENGTH) return 'too-long';
  if (text.endsWith('.') && text.length > 1) return 'trailing-dot';
  return labelProblem(text.split('.'));
}

function labelProblem(labels: readonly string[]): DomainProblem | null {
  if (labels.some((label) => label === '')) return 'empty-label';
  if (labels.some((label) => label.length > MAX_LABEL_LENGTH)) return 'label-too-long';
  if (labels.some((label) => label.startsWith('-') || label.endsWith('-'))) return 'hyphen-at-edge';
  if (labels.length < 2) return 'single-label';
  if (/^\d+$/u.test(labels.at(-1) ?? '')) return 'numeric-top-level';
  return null;
}

/** True when a name starts with a label that servers of a deployment carry, such as `sip.contoso.com`. */
export function isHostName(domain: string): boolean {
  const labels = domain.toLowerCase().split('.');
  return labels.length > 2 && HOST_LABELS.has(labels[0] ?? '');
}

/** The names in lower case, each once, in the order in which they first stand. */
export function distinctNames(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.toLowerCase()))];
}

/** DNS names compare without case. */
export function isSameDomain(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
