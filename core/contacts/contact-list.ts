import { type CsvTable, widthOf } from '../formats/csv.ts';
import { isGuarded } from '../formats/formula-guard.ts';
import { type ContactAddress, contactAddress, contactEmail } from './contact-address.ts';
import type { Direction } from './contact-choices.ts';
import { contactColumns, contactWords, guardedCell } from './contact-texts.ts';

/** How a list is converted: which way, and with which domains as Microsoft's own. */
export interface Conversion {
  readonly direction: Direction;
  readonly microsoftDomains: readonly string[];
}

/** The column of a table in which the addresses stand. */
export interface AddressColumn {
  readonly table: CsvTable;
  /** Counted from 0. */
  readonly column: number;
  /** Whether the first line names the columns. */
  readonly hasHeader: boolean;
}

/** Converts one text. */
export function converted(input: string, { direction, microsoftDomains }: Conversion): ContactAddress {
  return direction === 'to-address' ? contactAddress(input, microsoftDomains) : contactEmail(input, microsoftDomains);
}

/** What was asked for: the address to type, or the e-mail; null when the input was refused. */
export function resultOf({ address, email }: ContactAddress, direction: Direction): string | null {
  return direction === 'to-address' ? address : email;
}

/** Longer than any quoted name in an address; what is longer was never closed. */
const QUOTED = /"(?:[^"\\\r\n]|\\[^\r\n]){0,200}"/u.source;
const LISTED = new RegExp(`(?:${QUOTED}|[^\\r\\n\\t,;])+`, 'gu');

/** Splits a typed or pasted list: by lines, tabs, commas and semicolons, except within quotation marks. */
export function listedAddresses(text: string): readonly string[] {
  return (text.match(LISTED) ?? []).filter((line) => line.trim() !== '');
}

/** Guesses where the addresses stand: the column with the most @, and a first line without any there names the columns. */
export function guessColumn(table: CsvTable): AddressColumn {
  const counts = countsOfAddresses(table);
  const column = counts.reduce((best, count, index) => (count > (counts[best] ?? 0) ? index : best), 0);
  const hasHeader = (counts[column] ?? 0) > 0 && !(table.rows[0]?.[column] ?? '').includes('@');
  return { table, column, hasHeader };
}

/**
 * Finds a column by its name in the first line, without case, or by its number from 1; a name comes before a number. Null
 * when there is no such column.
 */
export function findColumn(table: CsvTable, wanted: string): AddressColumn | null {
  const key = (name: string) => name.trim().toLowerCase();
  const named = (table.rows[0] ?? []).findIndex((name) => key(name) === key(wanted));
  if (named >= 0) return { table, column: named, hasHeader: true };
  const column = /^\d{1,6}$/u.test(wanted.trim()) ? Number(wanted) - 1 : -1;
  if (column < 0 || column >= widthOf(table.rows)) return null;
  return { table, column, hasHeader: !(table.rows[0]?.[column] ?? '').includes('@') };
}

/** The name of every column: from the first line where that names them; null for a column without a name. */
export function columnNames({ table, hasHeader }: AddressColumn): readonly (string | null)[] {
  const [first = []] = hasHeader ? table.rows : [];
  return Array.from({ length: widthOf(table.rows) }, (_, column) => first[column]?.trim() || null);
}

/** What stands in the column, line by line, without the line that names it. */
export function addressesIn({ table, column, hasHeader }: AddressColumn): readonly string[] {
  return dataRows(table, hasHeader).map((row) => row[column] ?? '');
}

/** The table with two columns more: what each address became, and why. */
export function convertedTable(list: AddressColumn, conversion: Conversion): CsvTable {
  const { table, column, hasHeader } = list;
  const width = widthOf(table.rows);
  const wide = (row: readonly string[]) => Array.from({ length: width }, (_, index) => row[index] ?? '');
  const { address, email, why } = contactColumns;
  const added = [conversion.direction === 'to-address' ? address : email, why];
  const rows = dataRows(table, hasHeader).map((row) => [
    ...wide(row),
    ...resultCells(converted(row[column] ?? '', conversion), conversion.direction),
  ]);
  return { delimiter: table.delimiter, rows: hasHeader ? [[...wide(table.rows[0] ?? []), ...added], ...rows] : rows };
}

/** A typed list as a table of its own, with a line that names the column. */
export function tableOfAddresses(addresses: readonly string[], direction: Direction): AddressColumn {
  const name = direction === 'to-address' ? contactColumns.email : contactColumns.address;
  const rows = [[name], ...addresses.map((address) => [address.trim()])];
  return { table: { delimiter: ',', rows }, column: 0, hasHeader: true };
}

function resultCells(contact: ContactAddress, direction: Direction): readonly [result: string, why: string] {
  const result = resultOf(contact, direction) ?? '';
  const words = contactWords(contact);
  return [result, isGuarded(result) ? `${words} ${guardedCell}` : words];
}

function dataRows({ rows }: CsvTable, hasHeader: boolean): readonly (readonly string[])[] {
  return hasHeader ? rows.slice(1) : rows;
}

/** How many addresses stand in each column. A line of a file may have millions of cells. */
function countsOfAddresses(table: CsvTable): readonly number[] {
  const counts = Array.from({ length: widthOf(table.rows) }, () => 0);
  for (const row of table.rows) {
    for (const [column, cell] of row.entries()) if (cell.includes('@')) counts[column] = (counts[column] ?? 0) + 1;
  }
  return counts;
}
