import { readFile } from 'node:fs/promises';
import { type Result, failed, success } from '../../core/failure.ts';
import { storageFailure } from '../storage/storage-failure.ts';

/** The certification authorities of the file that NODE_EXTRA_CA_CERTS names, as Node adds them to its own; PEM. */
export async function readExtraRoots(path: string | null): Promise<Result<string>> {
  if (path === null) return success('');
  try {
    return success(await readFile(path, 'utf8'));
  } catch (error) {
    return failed(storageFailure(path, error));
  }
}
