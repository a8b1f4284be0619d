/** Files and folders that are trusted: what they hold, and how a finished one comes into its place. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const stampName = '.setup-stamp';

/** A file's text; undefined when it cannot be read. @param {string} file */
export function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Stamps a finished folder and moves it into place. A folder with a stamp is whole, since the stamp is written last and
 * the move is a rename.
 * @param {string} made the finished folder, on the same file system
 * @param {string} target replaced when it exists
 * @param {string} stamp what the folder is, for instance a hash of its sources
 */
export function place(made, target, stamp) {
  writeFileSync(path.join(made, stampName), stamp);
  replaceFolder(made, target);
}

/** The stamp of a folder that is whole; undefined when there is none. @param {string} folder */
export function stampOf(folder) {
  return readText(path.join(folder, stampName));
}

/** Moves a folder into the place of another, which is never seen half-filled: it is moved away whole before. */
export function replaceFolder(made, target) {
  mkdirSync(path.dirname(target), { recursive: true });
  if (existsSync(target)) renameSync(target, `${made}.replaced`);
  renameSync(made, target);
  rmSync(`${made}.replaced`, { recursive: true, force: true });
}

/**
 * One SHA-256 over the paths and contents of these files and folders under a root, to tell whether something must be made
 * again. Those that do not exist count as empty.
 */
export function contentHash(root, names) {
  const hash = createHash('sha256');
  for (const file of names.flatMap((name) => filesAt(path.join(root, name)))) {
    const content = readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesAt(name) {
  const status = statSync(name, { throwIfNoEntry: false });
  if (!status?.isDirectory()) return status ? [name] : [];
  const entries = readdirSync(name, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => path.join(entry.parentPath, entry.name)).sort();
}
