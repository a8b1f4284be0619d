import { type CsvTable, readCsv } from '../core/csv.ts';
import { type Result } from '../core/failure.ts';
import { MAX_IMPORT_BYTES, decodedText } from '../core/text-encoding.ts';
import { listTexts as say } from '../core/texts/list-file.ts';

/** Reads a CSV file that was chosen in the page; where that is not possible, the words say why. */
export async function readListFile(file: File): Promise<Result<CsvTable, string>> {
  if (file.size > MAX_IMPORT_BYTES) return refused(say.tooLarge);
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return refused(say.unreadable);
  const text = decodedText(new Uint8Array(bytes), decode);
  if (text === null) return refused(say.notText);
  const table = readCsv(text);
  if (!table.ok) return refused(say.unclosedQuote(table.failure.line));
  return table.value.rows.length === 0 ? refused(say.empty) : table;
}

function refused(words: string): Result<never, string> {
  return { ok: false, failure: words };
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
