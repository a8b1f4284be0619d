import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { type Replica, replicaSchema } from '../../core/deployment/deployment.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import { type ReplicationHistory, type ReplicationProgress, replicationProgress } from '../../core/run/replication.ts';
import type { ManagementShell } from '../powershell/management-shell.ts';

/** What one wait works with. */
export interface ReplicationWaitOptions {
  /** Reads the status of every server. A failure ends the wait. */
  readonly read: () => Promise<Result<readonly Replica[]>>;
  /** Asks for a full replication, to one server or (null) to all. A failure is told in the picture; the wait goes on. */
  readonly force: (fqdn: string | null) => Promise<Result<null>>;
  readonly now: () => Date;
  /** Settles after that time. May settle or reject earlier once the signal is aborted. */
  readonly delay?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** When the last change was sent, ISO 8601: not when it ended, since a server may have it by then. */
  readonly changedAt: string;
  readonly limitMs?: number;
  /** Time between two readings at first; later ones are further apart. */
  readonly pollMs?: number;
  /** Ends the wait, not the reading in hand, which changes nothing and harms nobody. */
  readonly signal: AbortSignal;
  /** Told the whole picture each time there is news, from the beginning to the end. */
  readonly onProgress: (progress: ReplicationProgress) => void;
}

/** A wait in progress. */
export interface ReplicationWait {
  /** The picture at the end, which is told to `onProgress` as well. */
  readonly ended: Promise<ReplicationProgress>;
  /**
   * Forces replication to one server or (null) to all while the wait goes on, and makes the wait long enough for it. Does
   * nothing once the wait has ended.
   */
  force(fqdn: string | null): Promise<void>;
}

const LIMIT_MS = 300_000;
const POLL_MS = 1_000;

/** How many times `pollMs` lie between two readings, by the time that the wait has taken. */
const PACES = [
  { beforeMs: 15_000, times: 1 },
  { beforeMs: 60_000, times: 2 },
  { beforeMs: Infinity, times: 5 },
] as const;

/**
 * Waits until every server has the changes that were made: they are made whatever comes of it. Ends with the state
 * `up-to-date`, `timed-out`, `cancelled`, or `failed` when the status could not be read.
 */
export function waitForReplication(options: ReplicationWaitOptions): ReplicationWait {
  const { now, signal, onProgress, changedAt, limitMs = LIMIT_MS, pollMs = POLL_MS, delay = delayed } = options;
  const at = (): string => now().toISOString();
  const begun = { startedAt: at(), changedAt, limitMs, readings: [], forced: [], ended: null };
  let history: ReplicationHistory = { ...begun, at: begun.startedAt };
  let progress = replicationProgress(history);
  const tell = (news: Partial<ReplicationHistory>): ReplicationProgress => {
    history = { ...history, ...news, at: at() };
    progress = replicationProgress(history);
    onProgress(progress);
    return progress;
  };
  const look = async (): Promise<ReplicationProgress> => {
    const read = await unlessAborted(() => options.read(), signal);
    if (read === null) return tell({ ended: 'cancelled' });
    if (!read.ok) return tell({ ended: read.failure });
    return tell({ readings: [...history.readings, { at: at(), replicas: read.value }] });
  };
  const watch = async (): Promise<ReplicationProgress> => {
    // The caller has the wait in hand before anything is told.
    await Promise.resolve();
    tell({});
    for (;;) {
      const seen = await look();
      if (seen.state !== 'waiting') return seen;
      await unlessAborted(() => delay(nextDelay(seen, pollMs), signal), signal);
    }
  };
  return {
    ended: watch(),
    async force(fqdn) {
      if (progress.state !== 'waiting') return;
      const forcedAt = at();
      const forced = await options.force(fqdn);
      const failure = forced.ok ? null : forced.failure;
      if (progress.state === 'waiting') tell({ forced: [...history.forced, { fqdn, at: forcedAt, failure }] });
    },
  };
}

/** What the work gives, or null once the signal is aborted: then it is not begun, or left to itself. */
async function unlessAborted<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return null;
  const settled = new AbortController();
  const aborted = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { signal: settled.signal });
  });
  try {
    return await Promise.race([aborted, work()]);
  } finally {
    settled.abort();
  }
}

/** Reading and forcing through a management shell. */
export function replicationOf(
  shell: Pick<ManagementShell, 'read' | 'execute'>,
): Pick<ReplicationWaitOptions, 'read' | 'force'> {
  return {
    async read() {
      const cmdlet = 'Get-CsManagementStoreReplicationStatus';
      const status = await shell.read({ cmdlet, parameters: {} });
      if (!status.ok) return status;
      const replicas = z.safeParse(z.array(replicaSchema), status.value.output);
      if (replicas.success) return success(replicas.data);
      return failed({ kind: 'unreadable-answer', during: cmdlet, detail: z.prettifyError(replicas.error) });
    },
    async force(fqdn) {
      const parameters = fqdn === null ? {} : { ReplicaFqdn: fqdn };
      const forced = await shell.execute({ cmdlet: 'Invoke-CsManagementStoreReplication', parameters });
      return forced.ok ? success(null) : forced;
    },
  };
}

/** The next reading comes later the longer it takes, but never after the limit. */
function nextDelay({ elapsedMs, limitMs }: ReplicationProgress, pollMs: number): number {
  const pace = PACES.find(({ beforeMs }) => elapsedMs < beforeMs)?.times ?? 1;
  return Math.min(pollMs * pace, limitMs - elapsedMs);
}

function delayed(ms: number, signal: AbortSignal): Promise<void> {
  return pause(ms, undefined, { signal });
}
