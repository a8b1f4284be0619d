import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Result, failed, success } from '../../core/failure.ts';
import { MAX_IMPORT_BYTES, decodedText } from '../../core/formats/text-encoding.ts';
import { listTexts as say } from '../../core/texts/list-file.ts';
import { storageFailure } from './storage-failure.ts';

/** A text file that the administrator chose: its name without folders, and what it says. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Reads a list of at most `MAX_IMPORT_BYTES`; one that is larger, or no text, is refused with the reason. */
export async function readListFile(path: string): Promise<Result<TextFile>> {
  const name = basename(path);
  try {
    const file = await open(path, 'r');
    try {
      // One byte more than is allowed: a file that grows meanwhile, or is no plain file, cannot fill the memory.
      const buffer = Buffer.alloc(MAX_IMPORT_BYTES + 1);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
      if (bytesRead > MAX_IMPORT_BYTES) {
        return failed({ kind: 'invalid-list', path, detail: say.tooLarge });
      }
      const text = decodedText(buffer.subarray(0, bytesRead), decode);
      return text === null ? failed({ kind: 'invalid-list', path, detail: say.notText }) : success({ name, text });
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
