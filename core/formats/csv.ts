/** Formats that know nothing of federation: CSV, calendars, encodings, and how numbers, lists and times are written. */

import { type Result, success } from '../failure.ts';
import { guarded, unguarded } from './formula-guard.ts';

/** What stands between the values of a line. */
export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A table of texts as a CSV file holds it; lines may differ in length. */
export interface CsvTable {
  readonly delimiter: Delimiter;
  readonly rows: readonly (readonly string[])[];
}

/** The line, counted from 1, of a quotation mark that opens a value and is never closed. */
export interface UnclosedQuote {
  readonly kind: 'unclosed-quote';
  readonly line: number;
}

/** One line has so many values that the table of all lines would not fit into memory. */
export interface TooWide {
  readonly kind: 'too-wide';
}

/** Twice what a file of the largest size holds when all its lines are equally long. */
const MAX_CELLS = 10_000_000;

/**
 * Reads CSV text (RFC 4180): comma, semicolon or tab, whichever the first line has most of; values in quotation marks may
 * hold all of them and line breaks. A mark in the middle of a value counts as itself, empty lines are left out, and a guard
 * that `csvText` put before a formula is taken off again.
 */
export function readCsv(text: string): Result<CsvTable, UnclosedQuote | TooWide> {
  const content = text.replace(/^\uFEFF/u, '');
  const delimiter = delimiterOf(content);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endLine = () => {
    rows.push(row);
    row = [];
  };
  while (at < content.length) {
    const isLineStart = row.length === 0;
    if (isLineStart && isLineBreak(content[at])) {
      at += 1;
      continue;
    }
    const value = valueAt(content, at, delimiter);
    if (value === null) return { ok: false, failure: { kind: 'unclosed-quote', line: lineOf(content, at) } };
    row.push(unguarded(value.text));
    at = value.end;
    const isFollowed = content[at] === delimiter;
    if (!isFollowed) endLine();
    // A delimiter at the very end has an empty value after it.
    else if (at + 1 === content.length) row.push('');
    at += 1;
  }
  if (row.length > 0) endLine();
  if (widthOf(rows) * rows.length > MAX_CELLS) return { ok: false, failure: { kind: 'too-wide' } };
  return success({ delimiter, rows });
}

/** How many values the longest line has. */
export function widthOf(rows: CsvTable['rows']): number {
  return rows.reduce((width, row) => Math.max(width, row.length), 0);
}

/**
 * A table as CSV text for spreadsheets: with the mark by which they know UTF-8, and lines that end as RFC 4180 asks. What
 * a spreadsheet would take for a formula gets an apostrophe before it, whichever delimiter that spreadsheet goes by.
 */
export function csvText({ delimiter, rows }: CsvTable): string {
  const line = (row: readonly string[]) => row.map((value) => quoted(guarded(value))).join(delimiter);
  // A line of one empty value would be no line at all.
  const lines = rows.map((row) => (row.length === 1 && row[0] === '' ? '""' : line(row)));
  return `\uFEFF${lines.map((one) => `${one}\r\n`).join('')}`;
}

// Every delimiter counts, because a reader tells by the first line which one it is.
function quoted(value: string): string {
  const isPlain = !/[",;\t\r\n]|^\s|\s$/u.test(value);
  return isPlain ? value : `"${value.replaceAll('"', '""')}"`;
}

/** The delimiter that the first line with anything in it has most of, outside of quotation marks. */
function delimiterOf(content: string): Delimiter {
  const [line = ''] = /[^\r\n]+/u.exec(content.replace(/"(?:[^"]|"")*"/gu, '')) ?? [];
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** The value that begins at a place, and where it ends; null when its quotation mark is never closed. */
function valueAt(content: string, start: number, delimiter: Delimiter): { text: string; end: number } | null {
  if (content[start] === '"') {
    const close = closingMark(content, start + 1);
    if (close < 0) return null;
    const after = content[close + 1];
    if (after === undefined || after === delimiter || isLineBreak(after)) {
      return { text: content.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
    }
  }
  let end = start;
  while (end < content.length && content[end] !== delimiter && !isLineBreak(content[end])) end += 1;
  return { text: content.slice(start, end), end };
}

/** The place of the mark that closes; two in a row stand for one that is meant. */
function closingMark(content: string, from: number): number {
  let mark = content.indexOf('"', from);
  while (mark >= 0 && content[mark + 1] === '"') mark = content.indexOf('"', mark + 2);
  return mark;
}

function isLineBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

function lineOf(content: string, at: number): number {
  return content.slice(0, at).split(/\r\n|\r|\n/u).length;
}
