/**
 * What a reader could obey or not see: controls (terminals act on them), invisible formatting (it turns the order of
 * letters around), halves of characters, and what breaks a line without being a line end. A tab and a line end stand for
 * themselves.
 */
const UNSEEN = /\r(?!\n)|[^\P{Cc}\r\n\t]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu;

/** A text as it may be shown: in place of each character that a reader could obey or not see stands a mark. */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, '\uFFFD');
}

/**
 * A value as a JSON document: what `visibleText` would mark stands in it as an escape, so that it can be shown and still
 * means exactly the same. JSON's own writer escapes only the first 32 characters.
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(UNSEEN, unicodeEscapes)}\n`;
}

function unicodeEscapes(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    return `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }).join('');
}
