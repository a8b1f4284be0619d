import { type CsvTable, readCsv } from '../../core/formats/csv.ts';
import type { Result } from '../../core/failure.ts';
import { MAX_IMPORT_BYTES, decodedText } from '../../core/formats/text-encoding.ts';
import { listTexts as say } from '../../core/texts/list-file.ts';

/** The text of a list that was dropped on the page or chosen in it; where it cannot be read, the words say why. */
export async function readListText(file: File): Promise<Result<string, string>> {
  if (file.size > MAX_IMPORT_BYTES) return refused(say.tooLarge);
  // A folder can be dropped too, and cannot be read.
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return refused(say.unreadable);
  const text = decodedText(new Uint8Array(bytes), decode);
  return text === null ? refused(say.notText) : { ok: true, value: text };
}

/** The table of a CSV file that was chosen in the page. */
export async function readListTable(file: File): Promise<Result<CsvTable, string>> {
  const text = await readListText(file);
  if (!text.ok) return text;
  const table = readCsv(text.value);
  if (!table.ok) return refused(say.noTable(table.failure));
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
