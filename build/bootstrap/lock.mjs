/**
 * One maker at a time for each part, over all processes of a checkout.
 *
 * A lock is a folder holding one file, named after its owner; it appears complete, by a rename, or not at all. A dead
 * owner's lock is taken over by renaming that very file: of several that try, one succeeds. The file lists the programs
 * that its owner has started, since these may outlive an owner that was killed; they are ended before work starts anew.
 */
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identityOf, isAlive } from './process-identity.mjs';
import { endGroup } from './process.mjs';

const pollMs = 100;
let serial = 0;

/** Owner files of the locks held by this process. @type {Set<string>} */
const held = new Set();

/**
 * Runs work while holding the lock.
 * @template T
 * @param {string} folder the lock's path; its parent is created
 * @param {(addChild: (pid: number) => void) => Promise<T>} work told how to name the programs it starts
 * @param {(pid: string) => void} onWait told once, with the owner's process number, when someone else holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(folder, work, onWait) {
  const owner = await acquire(folder, onWait);
  try {
    return await work((pid) => appendFileSync(owner, `${identityOf(pid)}\n`));
  } finally {
    release(owner);
  }
}

/** Gives up every lock of this process; for when it is about to end. */
export function releaseAll() {
  for (const owner of held) release(owner);
}

async function acquire(folder, onWait) {
  mkdirSync(path.dirname(folder), { recursive: true });
  let waiting = false;
  for (;;) {
    const owner = tryCreate(folder) ?? (await tryTakeOver(folder));
    if (owner) {
      held.add(owner);
      return owner;
    }
    if (!waiting) onWait(ownerOf(folder)?.split('-')[0] ?? '?');
    waiting = true;
    await pause(pollMs);
  }
}

function release(owner) {
  held.delete(owner);
  rmSync(owner, { force: true });
  removeIfEmpty(path.dirname(owner));
}

function tryCreate(folder) {
  const name = ownName();
  const prepared = `${folder}.${name}`;
  mkdirSync(prepared);
  writeFileSync(path.join(prepared, name), '');
  try {
    renameSync(prepared, folder);
    return path.join(folder, name);
  } catch (error) {
    rmSync(prepared, { recursive: true, force: true });
    // Someone has the lock; each system says so in its own way.
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(error.code)) throw error;
    return undefined;
  }
}

async function tryTakeOver(folder) {
  const dead = ownerOf(folder);
  if (dead === undefined) {
    removeIfEmpty(folder);
    return undefined;
  }
  if (isAlive(dead)) return undefined;
  const owner = path.join(folder, ownName());
  try {
    renameSync(path.join(folder, dead), owner);
  } catch {
    return undefined;
  }
  await endOrphans(readFileSync(owner, 'utf8').split('\n').filter(Boolean));
  writeFileSync(owner, '');
  return owner;
}

async function endOrphans(identities) {
  for (const identity of identities) {
    const pid = Number(identity.split('-')[0]);
    for (let tries = 0; isAlive(identity); tries += 1) {
      if (tries === 250) throw new Error(`Process ${pid}, left over from an interrupted set-up, could not be ended.`);
      endGroup(pid);
      await pause(20);
    }
  }
}

function ownerOf(folder) {
  try {
    return readdirSync(folder)[0];
  } catch {
    return undefined;
  }
}

function ownName() {
  serial += 1;
  return `${identityOf(process.pid)}-${serial}`;
}

function removeIfEmpty(folder) {
  try {
    rmdirSync(folder);
  } catch {
    // Gone already, or in use again.
  }
}
