import { readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import type { RunOwner } from '../../core/run/run-events.ts';

/**
 * Which process it is, for as long as the computer is on. Process ids are used again; `startedAt` tells two processes of one
 * id apart. It is not a time but what the system offers to compare: on Linux the boot's id and the clock tick at which the
 * process started, elsewhere null.
 */
export interface ProcessIdentity {
  readonly user: string;
  readonly host: string;
  readonly processId: number;
  readonly startedAt: string | null;
}

/** The identity of this very process. */
export function ownIdentity(): ProcessIdentity {
  return {
    user: userName(),
    host: hostname(),
    ...processMark(process.pid),
  };
}

/** Any process of this computer, with what tells it from another of its number. */
export function processMark(processId: number): Pick<ProcessIdentity, 'processId' | 'startedAt'> {
  return { processId, startedAt: entryOf(processId)?.startedAt ?? null };
}

/** This very process, as a run names who began it. */
export function ownOwner(): RunOwner {
  const { user, host, processId } = ownIdentity();
  return { user, host, processId };
}

/** Whether a process of this computer still runs: not when its id is free or has gone to another; in doubt it does. */
export function isStillRunning({ processId, startedAt }: Pick<ProcessIdentity, 'processId' | 'startedAt'>): boolean {
  const entry = entryOf(processId);
  if (entry === null) return takesSignals(processId);
  return !entry.hasEnded && (startedAt === null || startedAt === entry.startedAt);
}

/** A user without an account entry, as in some containers, has a number but no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}

/** What Linux tells of a process: proc(5), fields 3 (state) and 22 (start) of /proc/PID/stat. Null where nothing tells. */
function entryOf(processId: number): { readonly hasEnded: boolean; readonly startedAt: string } | null {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    // The name in field 2 may hold spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // One that has ended stays listed until its parent has asked how.
    return { hasEnded: fields[0] === 'Z' || fields[0] === 'X', startedAt: `${boot}/${fields[19] ?? ''}` };
  } catch {
    return null;
  }
}

/** Signal 0 reaches every process that there is; one of another user refuses it, and so is there. */
function takesSignals(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
