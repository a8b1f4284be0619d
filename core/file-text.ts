/** The most that is read of a list; a list of 50,000 addresses has about 2 MB. */
export const MAX_LIST_BYTES = 5_000_000;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Turns bytes into text; null where they are not text of that encoding. Each side of the program has its own decoder. */
export type Decode = (bytes: Uint8Array, encoding: Encoding) => string | null;

/**
 * The text of a file that a spreadsheet or an editor on Windows wrote: UTF-16 where the file says so, else UTF-8, else the
 * code page of Western Europe and America, in which Excel saves plain CSV there.
 */
export function textOfFile(bytes: Uint8Array, decode: Decode): string {
  const encoding = marked(bytes);
  return (encoding && decode(bytes, encoding)) ?? decode(bytes, 'utf-8') ?? decode(bytes, 'windows-1252') ?? '';
}

/** The encoding that the byte order mark states. */
function marked([first, second]: Uint8Array): Encoding | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}
