import { open } from 'node:fs/promises';
import { type Result, failed, success } from '../../core/failure.ts';
import { listTexts as say } from '../../core/texts/list-file.ts';
import { MAX_IMPORT_BYTES, decodedText } from '../../core/text-encoding.ts';
import { storageFailure } from './storage-failure.ts';

/** Reads a list that the administrator named, up to `MAX_IMPORT_BYTES`, in whichever encoding it was saved. */
export async function readListFile(path: string): Promise<Result<string>> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > MAX_IMPORT_BYTES) return failed({ kind: 'storage', path, detail: say.tooLarge });
      const text = decodedText(await file.readFile(), decode);
      return text === null ? failed({ kind: 'storage', path, detail: say.notText }) : success(text);
    } finally {
      await file.close();
    }
  } catch (error) {
    return failed(storageFailure(path, error));
  }
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
