import punycode from 'punycode/punycode.es6.js';

/** What the ASCII form of an international label begins with (RFC 5890). */
const PREFIX = 'xn--';

/** One label of a DNS name in ASCII; a label that is ASCII already stays as it is. */
export function labelToAscii(label: string): string {
  return /^[\0-\x7f]*$/u.test(label) ? label : `${PREFIX}${punycode.encode(label)}`;
}

/** What an `xn--` label says in Unicode; null where it is not well formed, and any other label as it is. */
export function labelToUnicode(label: string): string | null {
  const ascii = label.toLowerCase();
  if (!ascii.startsWith(PREFIX)) return label;
  const text = decoded(ascii.slice(PREFIX.length));
  // What would be written in another way, or needs no encoding at all, was not made by an encoder.
  return text !== null && labelToAscii(text) === ascii ? text : null;
}

function decoded(text: string): string | null {
  try {
    return punycode.decode(text);
  } catch {
    return null;
  }
}
