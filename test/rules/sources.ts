import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project's folder; paths are told from here, with `/` between. */
const ROOT = resolve(import.meta.dirname, '../..');

/** The files in these folders, however deep, whose name fits. */
export function filesIn(folders: readonly string[], name: RegExp): readonly string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((one) => `${folder}/${one}`),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => name.test(path))
    .toSorted();
}

/** What stands in a file of the project. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
