import { labelToAscii, labelToUnicode } from './punycode.ts';

/** A DNS name in the two forms that an international one has. */
export interface DomainForms {
  /** As it stands in DNS and certificates. */
  readonly ascii: string;
  /** As people read it; the same text for a name without international letters. */
  readonly unicode: string;
}

/** Full stops that keyboards and documents put between labels (UTS #46, section 2.3). */
const FULL_STOPS = /[\u3002\uff0e\uff61]/gu;
/** What a label may hold beside ASCII: letters, their marks, digits, and the joiners' neighbours (RFC 5892, simplified). */
const INTERNATIONAL_LABEL = /^[\p{L}\p{N}\p{M}\u00b7\u30fb-]+$/u;

/** No name is nearly as long in any form; coding a label takes the square of its length. */
const LONGEST_NAME = 1024;

/**
 * A name in both forms, prepared as resolvers do: compatibility forms composed, capital letters made small. Null where a
 * label holds what no name may hold, an `xn--` label says nothing, or it is far longer than any name.
 */
export function domainForms(name: string): DomainForms | null {
  if (/^[a-z0-9.-]*$/u.test(name) && !name.includes('xn--')) return { ascii: name, unicode: name };
  if (name.length > LONGEST_NAME) return null;
  const labels = name.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(FULL_STOPS, '.').split('.');
  const unicode = labels.map(labelToUnicode);
  if (!unicode.every((label) => label !== null)) return null;
  if (!unicode.every((label) => label === '' || isUsable(label))) return null;
  return { ascii: unicode.map(labelToAscii).join('.'), unicode: unicode.join('.') };
}

/** ASCII labels are judged by the rules of DNS names; here only what those do not know. */
function isUsable(label: string): boolean {
  if (/^[\0-\x7f]*$/u.test(label)) return true;
  return INTERNATIONAL_LABEL.test(label) && !/^\p{M}/u.test(label);
}

const SCRIPTS = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
  Georgian: /\p{Script=Georgian}/u,
  Hebrew: /\p{Script=Hebrew}/u,
  Arabic: /\p{Script=Arabic}/u,
  Cherokee: /\p{Script=Cherokee}/u,
  Devanagari: /\p{Script=Devanagari}/u,
  Thai: /\p{Script=Thai}/u,
  Han: /\p{Script=Han}/u,
  Hiragana: /\p{Script=Hiragana}/u,
  Katakana: /\p{Script=Katakana}/u,
  Bopomofo: /\p{Script=Bopomofo}/u,
  Hangul: /\p{Script=Hangul}/u,
} as const;
type Script = keyof typeof SCRIPTS;
const SCRIPT_NAMES = Object.keys(SCRIPTS).filter((name): name is Script => Object.hasOwn(SCRIPTS, name));

/** Scripts that one language writes together (UTS #39, "highly restrictive"). */
const USED_TOGETHER: readonly (readonly Script[])[] = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
];

/**
 * The scripts of the first label that mixes some which no language writes together: letters of one may pass for letters of
 * another. Empty: no label does.
 */
export function mixedScripts(unicode: string): readonly Script[] {
  if (/^[\0-\x7f]*$/u.test(unicode)) return [];
  const mixed = unicode.split('.').map(scriptsOf);
  return mixed.find((scripts) => scripts.length > 1 && !isUsedTogether(scripts)) ?? [];
}

function scriptsOf(label: string): readonly Script[] {
  return SCRIPT_NAMES.filter((name) => SCRIPTS[name].test(label));
}

function isUsedTogether(scripts: readonly Script[]): boolean {
  return USED_TOGETHER.some((together) => scripts.every((script) => together.includes(script)));
}
