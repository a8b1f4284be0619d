import { type CsvTable, readCsv } from '../core/csv.ts';
import { type Result } from '../core/failure.ts';
import { type Decode, MAX_LIST_BYTES, textOfFile } from '../core/file-text.ts';
import { listTexts as say } from '../core/texts/list-file.ts';

/** Reads a CSV file that was chosen in the page; where that is not possible, the words say why. */
export async function readListFile(file: File): Promise<Result<CsvTable, string>> {
  if (file.size > MAX_LIST_BYTES) return refused(say.tooLarge);
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return refused(say.unreadable);
  const table = readCsv(textOfFile(new Uint8Array(bytes), decode));
  if (!table.ok) return refused(say.unclosedQuote(table.failure.line));
  return table.value.rows.length === 0 ? refused(say.empty) : table;
}

function refused(words: string): Result<never, string> {
  return { ok: false, failure: words };
}

const decode: Decode = (bytes, encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
