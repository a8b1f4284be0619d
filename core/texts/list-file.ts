import { MAX_LIST_BYTES } from '../file-text.ts';

/** Why a list cannot be read. */
export const listTexts = {
  tooLarge: `The file is larger than ${MAX_LIST_BYTES / 1_000_000} MB. Split it into smaller ones.`,
  unreadable: 'The file could not be read. Check that it is still there and may be read, then open it again.',
  empty: 'The file is empty.',
  unclosedQuote: (line: number) =>
    `The quotation mark that opens a value in line ${line} is never closed. Correct that line.`,
} as const;
