/** One hash over the contents of many files, to tell whether something must be made again. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * @param {string} root
 * @param {string[]} names files and folders under root; those that do not exist count as empty
 * @param {{skip?: string[], also?: string[]}} [options] folder names left out, and further text to hash
 * @returns {string} hexadecimal SHA-256 over paths and contents
 */
export function contentHash(root, names, { skip = [], also = [] } = {}) {
  const hash = createHash('sha256');
  for (const text of also) hash.update(`${text}\0`);
  for (const name of names) {
    for (const file of filesUnder(root, name, skip)) {
      const content = readFileSync(path.join(root, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/**
 * Files at or under a path, sorted, with forward slashes, relative to root.
 * @param {string} root
 * @param {string} name
 * @param {string[]} [skip] names of folders that are left out
 * @returns {string[]}
 */
export function filesUnder(root, name, skip = []) {
  const status = statSync(path.join(root, name), { throwIfNoEntry: false });
  if (!status) return [];
  if (status.isFile()) return [name];
  return readdirSync(path.join(root, name), { withFileTypes: true })
    .filter((entry) => entry.isFile() || (entry.isDirectory() && !skip.includes(entry.name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = `${name}/${entry.name}`;
      return entry.isFile() ? [child] : filesUnder(root, child, skip);
    });
}
