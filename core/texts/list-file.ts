import type { TooWide, UnclosedQuote } from '../formats/csv.ts';
import { MAX_IMPORT_BYTES } from '../formats/text-encoding.ts';

/** Why a list cannot be read. */
export const listTexts = {
  tooLarge: `The file is larger than ${MAX_IMPORT_BYTES / 1024 / 1024} MB. Split it into smaller ones.`,
  unreadable: 'The file could not be read. Check that it is still there and may be read, then open it again.',
  notText: 'The file is no text. Save the list as CSV and open that.',
  empty: 'The file is empty.',
  noTable: (problem: UnclosedQuote | TooWide) =>
    problem.kind === 'unclosed-quote'
      ? `The quotation mark that opens a value in line ${problem.line} is never closed. Correct that line.`
      : 'One line has far more values than the others. Correct that line.',
} as const;
