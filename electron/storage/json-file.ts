/**
 * This folder reads and writes files: whole or not at all, only for their owner, and what is read is checked.
 */
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type * as z from 'zod/mini';
import { checkedOutside } from '../../core/formats/outside-value.ts';
import { jsonOrNothing } from '../../core/formats/strict-json.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import { storageFailure } from './storage-failure.ts';
import { writeRefusal } from './write-target.ts';

/** What was read: the value (null when there is no file), and where an unreadable file was put aside. */
export interface StoredValue<T> {
  readonly value: T | null;
  readonly movedAside: string | null;
}

/** Reads a JSON file of ours. One that is not what it should be is moved aside, never erased, and this is told. */
export async function readJsonFile<T>(path: string, schema: z.ZodMiniType<T>): Promise<Result<StoredValue<T>>> {
  try {
    const text = await readFile(path, 'utf8');
    const parsed = checkedOutside(schema, jsonOrNothing(text));
    if (parsed?.success === true) return success({ value: parsed.data, movedAside: null });
    return success({ value: null, movedAside: await moveAside(path) });
  } catch (error) {
    if (isMissing(error)) return success({ value: null, movedAside: null });
    return failed(storageFailure(path, error));
  }
}

/** Writes a JSON file so that a reader sees the old one or the new one, never a part; only its owner may read it. */
export async function writeJsonFile(path: string, value: unknown): Promise<Result<null>> {
  return writeTextFile(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Writes a text file whole or not at all; only its owner may read it. Failures: `storage`, `no-file`. */
export async function writeTextFile(path: string, text: string): Promise<Result<null>> {
  const refusal = await writeRefusal(path);
  if (refusal !== null) return failed(refusal);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, text, { mode: 0o600 });
    return success(null);
  } catch (error) {
    return failed(storageFailure(path, error));
  }
}

/** Deletes a file; one that is not there is deleted already. */
export async function deleteFile(path: string): Promise<Result<null>> {
  try {
    await rm(path, { force: true });
    return success(null);
  } catch (error) {
    return failed(storageFailure(path, error));
  }
}

/** Renames a file that cannot be read to a name that says so, and returns that name. */
export async function moveAside(path: string): Promise<string> {
  const aside = `${path}.unreadable-${new Date().toISOString().replace(/[-:]|\.\d+/gu, '')}`;
  await rename(path, aside);
  return aside;
}

/** True when the error says that there is no such file. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
