/** The largest list that is imported: far more than 10,000 domains with everything that a table has beside them. */
export const MAX_IMPORT_BYTES = 5 * 1024 * 1024;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Turns bytes into text; null where they are not of that encoding. */
type Decode = (bytes: Uint8Array<ArrayBuffer>, encoding: Encoding) => string | null;

/**
 * The text of a file as spreadsheets and editors save it: UTF-16 by its byte order mark, else UTF-8, else Windows' Western
 * code page. Null: it is no text. `decode` is the platform's, which both processes have and this room does not know.
 */
export function decodedText(bytes: Uint8Array<ArrayBuffer>, decode: Decode): string | null {
  const [first, second] = bytes;
  const encodings: readonly Encoding[] =
    first === 0xff && second === 0xfe
      ? ['utf-16le']
      : first === 0xfe && second === 0xff
        ? ['utf-16be']
        : ['utf-8', 'windows-1252'];
  const text = encodings.reduce<string | null>((found, encoding) => found ?? decode(bytes, encoding), null);
  return text === null || text.includes('\0') ? null : text;
}

/** How many octets a text takes in UTF-8. */
export function octetsOf(text: string): number {
  let count = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    count += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return count;
}
