import { type Replica, isSilent } from '../deployment/deployment.ts';
import type { Failure } from '../failure.ts';

/** The replication status as it was read at a time. All times of ours are ISO 8601 in UTC, by this computer's clock. */
interface ReplicationReading {
  readonly at: string;
  readonly replicas: readonly Replica[];
}

/** A full replication that was asked for; `fqdn` null: to every server. `failure`: why it was refused. */
interface ForcedReplication {
  readonly fqdn: string | null;
  readonly at: string;
  readonly failure: Failure | null;
}

/** Everything that has happened while one waits for changes to reach the servers. */
export interface ReplicationHistory {
  readonly startedAt: string;
  /** When the last change was sent: what a server must be newer than. */
  readonly changedAt: string;
  readonly limitMs: number;
  readonly readings: readonly ReplicationReading[];
  readonly forced: readonly ForcedReplication[];
  /** When this history was last looked at. */
  readonly at: string;
  /** Why no more is read: it was cancelled, or reading failed. */
  readonly ended: 'cancelled' | Failure | null;
}

export type ReplicationState = 'waiting' | 'up-to-date' | 'timed-out' | 'cancelled' | 'failed';

/** One server's copy. */
export interface ReplicaProgress {
  readonly fqdn: string;
  /** True once the server has been seen to have the changes; it cannot lose them again. */
  readonly upToDate: boolean;
  /** Since when it has been so: seen to have them, or waited for. */
  readonly since: string;
  readonly lastStatusReport: string | null;
  /** Its last report is more than an hour old: replication to it counts as failing (facts J.5). */
  readonly isSilent: boolean;
}

/** How far the changes have come. They are made all the while: this is about the servers that are to hear of them. */
export interface ReplicationProgress {
  readonly state: ReplicationState;
  readonly startedAt: string;
  readonly elapsedMs: number;
  /** Longer than it was asked for when a forced replication needs the time. */
  readonly limitMs: number;
  readonly replicas: readonly ReplicaProgress[];
  readonly forced: readonly ForcedReplication[];
  /** Why the status could not be read; only in the state `failed`. */
  readonly failure: Failure | null;
}

const MINUTE_MS = 60_000;
/** Replication normally takes less than a minute (facts J.5). */
const USUAL_MS = MINUTE_MS;
/** A forced replication may begin two to three minutes after it was asked for (facts J.5), and then takes the usual time. */
const FORCED_MS = 3 * MINUTE_MS + USUAL_MS;

/** The picture of a history. While no server has been named, none has the changes. */
export function replicationProgress(history: ReplicationHistory): ReplicationProgress {
  const { startedAt, forced, at, ended } = history;
  const elapsedMs = msBetween(startedAt, at);
  const limitMs = forced.reduce((limit, one) => Math.max(limit, limitAfter(history, one)), history.limitMs);
  const replicas = replicaProgress(history);
  const isEverywhere = replicas.length > 0 && replicas.every(({ upToDate }) => upToDate);
  return {
    state: stateOf(ended, isEverywhere, elapsedMs >= limitMs),
    startedAt,
    elapsedMs,
    limitMs,
    replicas,
    forced,
    failure: ended === 'cancelled' ? null : ended,
  };
}

function stateOf(ended: ReplicationHistory['ended'], isEverywhere: boolean, isOver: boolean): ReplicationState {
  if (isEverywhere) return 'up-to-date';
  if (ended !== null) return ended === 'cancelled' ? 'cancelled' : 'failed';
  return isOver ? 'timed-out' : 'waiting';
}

function limitAfter({ startedAt, limitMs }: ReplicationHistory, { at, failure }: ForcedReplication): number {
  return failure === null ? msBetween(startedAt, at) + FORCED_MS : limitMs;
}

/** The servers of the last reading: those are the ones that there are. */
function replicaProgress({ startedAt, changedAt, readings }: ReplicationHistory): readonly ReplicaProgress[] {
  const last = readings.at(-1);
  if (last === undefined) return [];
  return last.replicas.map((replica) => {
    const { ReplicaFqdn: fqdn, LastStatusReport: lastStatusReport = null } = replica;
    const reached = reachedAt(fqdn, changedAt, readings);
    return {
      fqdn,
      upToDate: reached !== null,
      since: reached ?? startedAt,
      lastStatusReport,
      isSilent: isSilent(replica, last.at),
    };
  });
}

/**
 * When a server was first seen to have the changes; null: not yet. Replication takes its time (facts J.5), so that right
 * after a change UpToDate may be said of what was before it. It counts only with a sign that it speaks of the change:
 * the server was seen behind since; or its update is newer than the change; or it has been UpToDate at each reading for as
 * long as replication usually takes, since no server stays so for that long without noticing.
 */
function reachedAt(fqdn: string, changedAt: string, readings: readonly ReplicationReading[]): string | null {
  let first: { readonly at: string; readonly replica: Replica } | null = null;
  let wasBehind = false;
  for (const { at, replicas } of readings) {
    const replica = replicas.find((one) => one.ReplicaFqdn.toLowerCase() === fqdn.toLowerCase());
    if (replica === undefined) continue;
    first ??= { at, replica };
    const isSettled = msBetween(first.at, at) >= USUAL_MS;
    if (replica.UpToDate && (wasBehind || isSettled || isNewer(replica, first.replica, changedAt, at))) return at;
    wasBehind ||= !replica.UpToDate;
  }
  return null;
}

/**
 * Whether a server's update was made since the change: it is newer than at the first reading, which compares the server
 * with itself; or it is not older than the change, which compares two clocks. A time that is still to come proves that the
 * clocks differ, and then says nothing. Where the time of the update is not known, that of the last report stands for it.
 */
function isNewer(replica: Replica, first: Replica, changedAt: string, at: string): boolean {
  const time = updateTime(replica);
  const before = updateTime(first);
  if (time === null) return false;
  if (before !== null && time > before) return true;
  return time >= Date.parse(changedAt) && time <= Date.parse(at);
}

function updateTime({ LastUpdateCreation, LastStatusReport }: Replica): number | null {
  const time = Date.parse(LastUpdateCreation ?? LastStatusReport ?? '');
  return Number.isNaN(time) ? null : time;
}

function msBetween(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from);
}
