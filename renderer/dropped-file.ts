import { type Failure, type Result, failed, success } from '../core/failure.ts';
import { MAX_IMPORT_BYTES, decodedText } from '../core/text-encoding.ts';
import { domainImportText as say } from '../core/texts/pages/domain-import.ts';

/** The text of a file that was dropped on the page; one that is too large, or no text, is refused with the reason. */
export async function droppedText(file: File): Promise<Result<string>> {
  const refuse = (detail: string) => failed<Failure>({ kind: 'storage', path: file.name, detail });
  if (file.size > MAX_IMPORT_BYTES) return refuse(say.tooLarge(file.name, MAX_IMPORT_BYTES / 1024 / 1024));
  try {
    const decoded = decodedText(new Uint8Array(await file.arrayBuffer()), decode);
    return decoded === null ? refuse(say.notText(file.name)) : success(decoded);
  } catch (error) {
    // A folder can be dropped too, and cannot be read.
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function decode(bytes: Uint8Array<ArrayBuffer>, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
