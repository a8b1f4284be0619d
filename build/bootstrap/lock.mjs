/**
 * One maker at a time for each part, over all processes of a checkout.
 *
 * A lock is a folder holding one file, which is named after its owner or `free`, and is taken by renaming that very file: of
 * several that try, one succeeds. A dead owner's lock is free, so nothing has to be tidied up by whoever is ended. The file
 * lists the programs that its owner has started, since these may outlive it; they are ended before work starts anew.
 */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endGroup } from './process.mjs';

const pollMs = 100;
let serial = 0;

/**
 * Runs work while holding the lock.
 * @template T
 * @param {string} folder the lock's path
 * @param {(addChild: (pid: number) => void) => Promise<T>} work told how to name the programs it starts
 * @param {(pid: string) => void} onWait told once, with the owner's process number, when someone else holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(folder, work, onWait) {
  serial += 1;
  const own = path.join(folder, `${identityOf(process.pid)}-${serial}`);
  const free = path.join(folder, 'free');
  if (!existsSync(folder)) makeLock(folder, `${folder}.${path.basename(own)}`);
  for (let hasWaited = false; ;) {
    const [owner = ''] = readdirSync(folder);
    if (!isAlive(owner) && rename(path.join(folder, owner), own)) break;
    if (isAlive(owner) && !hasWaited) onWait(owner.split('-')[0]);
    hasWaited ||= isAlive(owner);
    await pause(pollMs);
  }
  try {
    await endAllOf(readFileSync(own, 'utf8').split('\n'));
    writeFileSync(own, '');
    return await work((pid) => appendFileSync(own, `${identityOf(pid)}\n`));
  } finally {
    renameSync(own, free);
  }
}

/** Appears complete, by a rename, or not at all. */
function makeLock(folder, prepared) {
  mkdirSync(prepared, { recursive: true });
  writeFileSync(path.join(prepared, 'free'), '');
  if (!rename(prepared, folder)) rmSync(prepared, { recursive: true });
}

/** Whether it could be done: someone else may have been quicker. */
function rename(from, to) {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

async function endAllOf(identities) {
  for (const identity of identities) {
    while (isAlive(identity)) {
      endGroup(Number(identity.split('-')[0]));
      await pause(pollMs);
    }
  }
}

/**
 * A process as `PID-START`: numbers are used again, soon so in a container. START is in clock ticks since the machine
 * started, or 0 where the system does not tell.
 */
export function identityOf(pid) {
  return `${pid}-${startOf(pid) ?? 0}`;
}

/** Whether the very process that `identityOf` named still runs. */
export function isAlive(identity) {
  const [pid, start] = identity.split('-').map(Number);
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  if (process.platform === 'linux') return startOf(pid) === start;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Field 22 of /proc/PID/stat; a process that has ended and is only waiting for its parent counts as gone. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? undefined : Number(rest[18]);
  } catch {
    return undefined;
  }
}
