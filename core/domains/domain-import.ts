import { type DomainProblem, domainProblem, isHostName } from './domain-names.ts';
import { domainForms, mixedScripts } from './international-domain.ts';
import { type TextRow, separatorsOf, tableRows } from './list-lines.ts';

/** What was done to a text so that it became a domain. Its words are in core/texts/pages/domain-import. */
export type Mend =
  'invisible' | 'quotes' | 'sip-address' | 'email' | 'at-sign' | 'url' | 'trailing-dot' | 'unicode' | 'lower-case';

/** Why a text is no SIP domain: a rule of DNS names, the name of a server, or letters that no name may hold. */
export type Refusal = DomainProblem | 'host-name' | 'bad-international';

/** One domain that the text lists, and where it first stands. */
export interface ImportedDomain {
  readonly line: number;
  /** As it stood in the text. */
  readonly text: string;
  readonly ascii: string;
  readonly unicode: string;
  /** Empty: taken as it stood. */
  readonly mends: readonly Mend[];
  /** The scripts that one label mixes; empty: none that do not belong together. */
  readonly mixedScripts: readonly string[];
}

/** One text that is no domain. */
export interface RefusedText {
  readonly line: number;
  readonly text: string;
  readonly reason: Refusal;
}

/** What a pasted or imported text lists. Every text of it is counted exactly once. */
export interface DomainImport {
  /** In the order of the text, each once. */
  readonly domains: readonly ImportedDomain[];
  readonly refused: readonly RefusedText[];
  /** How many texts named a domain that stood before. */
  readonly duplicates: number;
  /** The column that was read, where the first line is a heading; null: every cell was. */
  readonly column: string | null;
}

/** Headings above a column of SIP domains: of the management shell's objects, and of lists that people keep. */
const HEADINGS =
  /^(sip ?)?(domain|domains|domain ?name|domain ?suffix|suffix|name|identity|fqdn|e-?mail|address|sipaddress)$/iu;
const INVISIBLE = /[\p{Cc}\p{Cf}\u034f\ufe00-\ufe0f]/gu;

/**
 * Reads SIP domains from pasted text or a file: one or more a line, or a table with a heading. What is meant without doubt
 * is mended and told (`@domain`, `user@domain`, an address, a trailing dot, international letters); what is not is refused
 * with its reason. Linear in the text.
 */
export function readDomains(text: string): DomainImport {
  const { rows, column } = listedRows(text);
  const domains = new Map<string, ImportedDomain>();
  const refused: RefusedText[] = [];
  let duplicates = 0;
  for (const { line, cells } of rows) {
    for (const one of cells.flatMap(textsOf)) {
      const reading = readDomain(one);
      if (reading.kind === 'refused') refused.push({ line, text: one, reason: reading.reason });
      else if (domains.has(reading.ascii)) duplicates += 1;
      else {
        const { ascii, unicode, mends } = reading;
        domains.set(ascii, { line, text: one, ascii, unicode, mends, mixedScripts: mixedScripts(unicode) });
      }
    }
  }
  return { domains: [...domains.values()], refused, duplicates, column };
}

/** The cells that count: all of them, or those below the heading that names the domains. */
function listedRows(text: string): { rows: readonly TextRow[]; column: string | null } {
  const rows = tableRows(text);
  const heading = rows[0];
  const place = heading ? headingPlace(heading.cells) : -1;
  if (!heading || place < 0) return { rows, column: null };
  const raw = text.split(/\r\n?|\n/u)[heading.line - 1] ?? '';
  const below = tableRows(text, separatorsOf(raw)).slice(1);
  return {
    rows: below.map(({ line, cells }) => ({ line, cells: cells.slice(place, place + 1) })),
    column: heading.cells[place] ?? null,
  };
}

/** The column of the domains where the cells are headings: the first whose name says so, when none could be a domain. */
function headingPlace(cells: readonly string[]): number {
  if (cells.some((cell) => /[.@]/u.test(cell))) return -1;
  const domain = cells.findIndex((cell) => /domain|suffix/iu.test(cell) && HEADINGS.test(cell));
  return domain >= 0 ? domain : cells.findIndex((cell) => HEADINGS.test(cell));
}

/** A cell may hold several texts with spaces between; `Name <address>` is one of which only the address counts. */
function textsOf(cell: string): string[] {
  if (cell === '') return [];
  const address = /<([^<>\s]+)>$/u.exec(cell)?.[1] ?? '';
  const at = address.indexOf('@', 1);
  const isAddress = at > 0 && at < address.length - 1;
  return isAddress ? [address] : cell.split(/\s+/u).filter((part) => part !== '');
}

type Reading =
  | { readonly kind: 'domain'; readonly ascii: string; readonly unicode: string; readonly mends: readonly Mend[] }
  | { readonly kind: 'refused'; readonly reason: Refusal };

/** One step of mending: what it recognises, and what is left of it. */
const MENDS: readonly (readonly [Mend, RegExp, string])[] = [
  ['invisible', INVISIBLE, ''],
  ['quotes', /^["'\u2018\u2019\u201c\u201d<(]+|["'\u2018\u2019\u201c\u201d>)]+$/gu, ''],
  ['sip-address', /^sips?:(?:[^@/]*@)?([^@/:;?]+)(?::\d+)?(?:[;?].*)?$/iu, '$1'],
  ['email', /^(?:mailto:)?[^@/\s]+@([^@/]+)$/iu, '$1'],
  ['at-sign', /^@(?=[^@]+$)/u, ''],
  ['url', /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/:?#]+)(?::\d+)?(?:[/?#].*)?$/iu, '$1'],
  ['url', /^([^/:@]+\.[^/:@]+)\/.*$/u, '$1'],
  ['trailing-dot', /(?<=[^.])\.$/u, ''],
];

/** Far more than a name with everything that may stand around it; some mends take the square of the length. */
const LONGEST_TEXT = 1024;

function readDomain(text: string): Reading {
  if (text.length > LONGEST_TEXT) return { kind: 'refused', reason: 'too-long' };
  if (isPlain(text)) return judged({ ascii: text, unicode: text }, []);
  const mends: Mend[] = [];
  let rest = text;
  for (const [mend, pattern, kept] of MENDS) {
    const mended = rest.replace(pattern, kept);
    if (mended !== rest) mends.push(mend);
    rest = mended;
  }
  const forms = domainForms(rest);
  if (forms === null) return { kind: 'refused', reason: 'bad-international' };
  // `www.` of a web address names the site, not the domain of anybody's address.
  const { ascii, unicode } = mends.includes('url') ? withoutWww(forms) : forms;
  if (/[^\0-\x7f]/u.test(rest)) mends.push('unicode');
  else if (/[A-Z]/u.test(rest)) mends.push('lower-case');
  return judged({ ascii, unicode }, [...new Set(mends)]);
}

/** Most lines of a list need no mending. */
function isPlain(text: string): boolean {
  return /^[a-z0-9][a-z0-9.-]*[a-z0-9]$/u.test(text) && !text.includes('xn--');
}

function withoutWww({ ascii, unicode }: { ascii: string; unicode: string }) {
  const strip = (name: string) => name.replace(/^www\.(?=[^.]+\.)/u, '');
  return { ascii: strip(ascii), unicode: strip(unicode) };
}

function judged(forms: { readonly ascii: string; readonly unicode: string }, mends: readonly Mend[]): Reading {
  const problem = domainProblem(forms.ascii);
  if (problem !== null) return { kind: 'refused', reason: problem };
  if (isHostName(forms.ascii)) return { kind: 'refused', reason: 'host-name' };
  return { kind: 'domain', ...forms, mends };
}
