import { open } from 'node:fs/promises';
import { type Result, failed, success } from '../../core/failure.ts';
import { type Decode, MAX_LIST_BYTES, textOfFile } from '../../core/file-text.ts';
import { listTexts as say } from '../../core/texts/list-file.ts';
import { storageFailure } from './storage-failure.ts';

/** Reads a list that the administrator named, up to `MAX_LIST_BYTES`, in whichever encoding it was saved. */
export async function readListFile(path: string): Promise<Result<string>> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > MAX_LIST_BYTES) return failed({ kind: 'storage', path, detail: say.tooLarge });
      return success(textOfFile(await file.readFile(), decode));
    } finally {
      await file.close();
    }
  } catch (error) {
    return failed(storageFailure(path, error));
  }
}

const decode: Decode = (bytes, encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
