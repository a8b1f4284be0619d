/** One line of a list as it was pasted or imported, cut into its cells. */
export interface TextRow {
  /** Counted from 1, as an editor does. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Characters that part cells where a heading does not say which one does. */
const SEPARATORS = ',;\t';

/**
 * Reads CSV, TSV or a plain list: comma, semicolon and tab part cells, a quoted cell may hold them (RFC 4180, quotes are
 * doubled inside). A byte order mark, blank lines, and lines that begin with `#` or `;` are passed over. `separators` says
 * which characters part cells; a quote that is never closed ends with its line.
 */
export function tableRows(text: string, separators: string = SEPARATORS): readonly TextRow[] {
  return text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n?|[\n\u2028\u2029]/u)
    .map((content, index) => ({ line: index + 1, content: withoutComment(content) }))
    .filter(({ content }) => content.trim() !== '')
    .map(({ line, content }) => ({ line, cells: cellsOf(content, separators) }));
}

/** The one separator that a heading uses, or all of them where it uses several or none. */
export function separatorsOf(heading: string): string {
  const used = Array.from(SEPARATORS).filter((separator) => heading.includes(separator));
  return used.length === 1 ? used.join('') : SEPARATORS;
}

/** A line without its comment: all of it after `#` or `;` at the start, or what follows a space and `#`. */
function withoutComment(line: string): string {
  if (/^\s*[#;]/u.test(line)) return '';
  const at = line.search(/\s#/u);
  return at < 0 || line.includes('"') ? line : line.slice(0, at);
}

function cellsOf(line: string, separators: string): string[] {
  if (!line.includes('"')) return plainCells(line, separators);
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    const isQuote = character === '"';
    if (isQuoted && isQuote && line.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (isQuote && (isQuoted || cell.trim() === '')) {
      isQuoted = !isQuoted;
    } else if (!isQuoted && separators.includes(character)) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return [...cells, cell.trim()];
}

function plainCells(line: string, separators: string): string[] {
  const cells: string[] = [];
  let start = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (!separators.includes(line.charAt(at))) continue;
    cells.push(line.slice(start, at).trim());
    start = at + 1;
  }
  return [...cells, line.slice(start).trim()];
}
