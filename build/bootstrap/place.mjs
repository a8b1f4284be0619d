/** Putting a finished folder where it is trusted, in one step. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const stampName = '.setup-stamp';

/**
 * Stamps a finished folder and moves it into place. A folder with a stamp is whole, since the stamp is written last and
 * the move is a rename.
 * @param {string} made the finished folder, on the same file system
 * @param {string} target replaced when it exists
 * @param {string} stamp what the folder is, for instance a hash of its sources
 */
export function place(made, target, stamp) {
  writeFileSync(path.join(made, stampName), stamp);
  mkdirSync(path.dirname(target), { recursive: true });
  // Moved away whole: a folder that is being deleted would keep its stamp for a while.
  if (existsSync(target)) renameSync(target, `${made}.replaced`);
  renameSync(made, target);
  rmSync(`${made}.replaced`, { recursive: true, force: true });
}

/** The stamp of a folder that is whole; undefined when there is none. @param {string} folder */
export function stampOf(folder) {
  try {
    return readFileSync(path.join(folder, stampName), 'utf8');
  } catch {
    return undefined;
  }
}

/** Stamps a folder that was filled where it is. */
export function writeStamp(folder, stamp) {
  writeFileSync(path.join(folder, stampName), stamp);
}

/** Takes the stamp away before a folder is changed. */
export function removeStamp(folder) {
  rmSync(path.join(folder, stampName), { force: true });
}
