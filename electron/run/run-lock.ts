import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { checkedOutside } from '../../core/formats/outside-value.ts';
import { jsonOrNothing } from '../../core/formats/strict-json.ts';
import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import { type LockOwner, type Result, failed, success } from '../../core/failure.ts';
import { type ShellProcess, shellProcessSchema } from '../../core/run/run-events.ts';
import { storageFailure } from '../storage/storage-failure.ts';
import { type ProcessIdentity, isStillRunning } from './process-identity.ts';

/** The right to change a deployment: held by one run at a time, over all processes. */
export interface RunLock {
  /** The owner that ended without giving the lock back; what its run left behind is not known. */
  readonly takenOver: LockOwner | null;
  /** The PowerShell that worked for that owner. */
  readonly leftShell: ShellProcess | null;
  /** Where a lock file that could not be read was put; null when there was none. */
  readonly movedAside: string | null;
  /**
   * Gives the lock back; one that is not ours any more is left alone, and calling it again does nothing. Rejects with the
   * file system's error; the lock then lasts until this process ends.
   */
  release(): Promise<void>;
}

export interface RunLockOptions {
  /** Full path of the lock file; its folder is created. */
  readonly path: string;
  readonly owner: ProcessIdentity;
  /** The PowerShell that will work for the owner. */
  readonly shell: ShellProcess | null;
  readonly runId: string;
  readonly now: () => Date;
}

/** Where a deployment's lock lies. `programData` is Windows' folder for all users, and null on other systems. */
export function runLockPath(
  deployment: DeploymentKind,
  places: { readonly practiceStatePath: string; readonly dataDir: string; readonly programData: string | null },
): string {
  if (deployment === 'practice') return `${places.practiceStatePath}.run.lock`;
  return places.programData === null
    ? join(places.dataDir, 'run.lock')
    : join(places.programData, 'skype-federation-setup', 'run.lock');
}

/**
 * Takes the lock, or says who has it. The lock of a process of this computer that has ended is taken over.
 * Failures: `locked` with the owner; `storage` when the lock's folder or file cannot be used.
 *
 * The file appears whole, by a hard link, or not at all. It is replaced only by whoever holds the claim to what is in it: a
 * second file, named after that content and taken in the same way. While one holds the claim and the lock is what it was,
 * nobody else may touch the lock, so that renaming the claim over it takes exactly that lock and no later one. A claim is
 * its claimant's lock already: one that was left by a claimant that ended is taken over like any lock.
 */
export async function acquireRunLock(options: RunLockOptions): Promise<Result<RunLock>> {
  const { path, owner, shell, runId, now } = options;
  const text = `${JSON.stringify({ ...owner, runId, at: now().toISOString(), shell }, null, 2)}\n`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const taken = await take(path, { options, text });
    if (taken.heldBy !== null) {
      const isOnThisComputer = isSameHost(taken.heldBy, owner);
      return failed({ kind: 'locked', path, owner: publicOwner(taken.heldBy), isOnThisComputer });
    }
    const takenOver = taken.replaced && publicOwner(taken.replaced);
    const leftShell = taken.replaced?.shell ?? null;
    return success({ takenOver, leftShell, movedAside: taken.movedAside, release: releaseOnce(path, text) });
  } catch (error) {
    return failed(storageFailure(path, error));
  }
}

const lockSchema = z.object({
  user: z.string(),
  host: z.string(),
  processId: z.int().check(z.positive()),
  startedAt: z.nullable(z.string()),
  runId: z.string(),
  at: z.iso.datetime(),
  shell: z._default(z.nullable(shellProcessSchema), null),
});
type Lock = z.infer<typeof lockSchema>;

/** A lock file as it was read: its content's mark, and what it says; null when that cannot be read. */
interface Found {
  readonly mark: string;
  readonly lock: Lock | null;
}

type Taken =
  | { readonly heldBy: Lock }
  | { readonly heldBy: null; readonly replaced: Lock | null; readonly movedAside: string | null };

/** What this process writes where it takes something. */
interface Taker {
  readonly options: RunLockOptions;
  readonly text: string;
}

/** Others may be as fast; but each round in which somebody was faster, somebody has got the lock or given it back. */
const MAX_ROUNDS = 100;

async function take(path: string, taker: Taker): Promise<Taken> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const found = await lookAt(path);
    if (found === null) {
      if (await createWhole(path, taker.text)) return { heldBy: null, replaced: null, movedAside: null };
    } else if (found.lock !== null && isHeld(found.lock, taker.options.owner)) {
      return { heldBy: found.lock };
    } else {
      const taken = await replace(path, found, taker);
      if (taken !== null) return taken;
    }
  }
  throw new Error('The lock file changed each time that it was looked at.');
}

/** Replaces a lock that nobody holds; null when it is not there any more. */
async function replace(path: string, found: Found, taker: Taker): Promise<Taken | null> {
  const claim = `${taker.options.path}.after-${found.mark}`;
  const claimed = await take(claim, taker);
  if (claimed.heldBy !== null) return claimed;
  try {
    const current = await lookAt(path);
    if (current?.mark !== found.mark) return null;
    const movedAside = found.lock === null ? await keepUnreadable(path, taker.options.runId) : null;
    await rename(claim, path);
    return { heldBy: null, replaced: found.lock, movedAside };
  } finally {
    // Renamed, it is gone; a claim that somebody has made since is to a lock that is gone, and of no worth.
    await rm(claim, { force: true });
  }
}

async function keepUnreadable(path: string, runId: string): Promise<string> {
  const aside = `${path}.unreadable-${runId}`;
  await link(path, aside);
  return aside;
}

async function lookAt(path: string): Promise<Found | null> {
  try {
    const content = await readFile(path);
    const mark = createHash('sha256').update(content).digest('hex').slice(0, 32);
    return { mark, lock: parsedLock(content.toString('utf8')) };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function parsedLock(text: string): Lock | null {
  const parsed = checkedOutside(lockSchema, jsonOrNothing(text));
  return parsed?.success === true ? parsed.data : null;
}

/** Creates a file with its content, both at once and on the disk; false when there is one of that name. */
async function createWhole(path: string, text: string): Promise<boolean> {
  const prepared = `${path}.${randomUUID()}.new`;
  try {
    await writeFile(prepared, text, { flag: 'wx', mode: 0o600, flush: true });
    await link(prepared, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(prepared, { force: true });
  }
}

function releaseOnce(path: string, text: string): () => Promise<void> {
  let isReleased = false;
  return async () => {
    if (isReleased) return;
    isReleased = true;
    const content = await readFile(path, 'utf8').catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return null;
      throw error;
    });
    if (content === text) await rm(path, { force: true });
  };
}

/** Whether somebody has the lock. A process of another computer cannot be seen from here, so its lock always holds. */
function isHeld(lock: Lock, self: ProcessIdentity): boolean {
  return !isSameHost(lock, self) || isStillRunning(lock);
}

function isSameHost(one: Pick<Lock, 'host'>, other: Pick<Lock, 'host'>): boolean {
  return one.host.toLowerCase() === other.host.toLowerCase();
}

function publicOwner({ user, host, processId, runId, at }: Lock): LockOwner {
  return { user, host, processId, runId, at };
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
