import { describe, expect, it } from 'vitest';
import type { Replica } from '../../../core/deployment/deployment.ts';
import { type Failure, type Result, failed, success } from '../../../core/failure.ts';
import type { ReplicationProgress } from '../../../core/run/replication.ts';
import {
  type ReplicationWait,
  type ReplicationWaitOptions,
  waitForReplication,
} from '../../../electron/run/replication-wait.ts';

const START = Date.parse('2024-05-06T10:00:00.000Z');
const LOST: Failure = { kind: 'powershell-lost', during: 'x', reason: 'ended', detail: 'It ended.' };

const replica = (UpToDate: boolean, fqdn = 'edge.contoso.com'): Replica => ({ ReplicaFqdn: fqdn, UpToDate });

interface TestWait extends ReplicationWait {
  readonly told: ReplicationProgress[];
  readonly delays: number[];
  readonly forced: (string | null)[];
  readonly abort: () => void;
}

/** A wait on a clock that only its own delays move. `statusAt` says what is read at a time, in seconds. */
function wait(
  statusAt: (seconds: number, self: TestWait) => Result<readonly Replica[]>,
  differences: Partial<ReplicationWaitOptions> = {},
): TestWait {
  let clock = START;
  const aborting = new AbortController();
  const records = { told: [] as ReplicationProgress[], delays: [] as number[], forced: [] as (string | null)[] };
  const started = waitForReplication({
    read: async () => statusAt((clock - START) / 1000, self),
    force: async (fqdn) => {
      records.forced.push(fqdn);
      return success(null);
    },
    now: () => new Date(clock),
    delay: async (ms) => {
      records.delays.push(ms);
      clock += ms;
    },
    changedAt: new Date(START - 1000).toISOString(),
    signal: aborting.signal,
    onProgress: (progress) => records.told.push(progress),
    ...differences,
  });
  const self: TestWait = { ...started, ...records, abort: () => aborting.abort() };
  return self;
}

describe('waiting for replication', () => {
  it('reads until every server has the changes, and tells each picture', async () => {
    const { ended, told } = wait((seconds) => success([replica(seconds >= 3)]));
    expect(await ended).toMatchObject({ state: 'up-to-date', elapsedMs: 3000, replicas: [{ upToDate: true }] });
    expect(told.map(({ state, elapsedMs }) => [state, elapsedMs])).toEqual([
      ['waiting', 0],
      ['waiting', 0],
      ['waiting', 1000],
      ['waiting', 2000],
      ['up-to-date', 3000],
    ]);
    expect(told.at(-1)).toBe(await ended);
  });

  it('reads each second at first, then less often, and for the last time at its limit', async () => {
    const { ended, delays } = wait(() => success([replica(false)]), { limitMs: 68_000 });
    expect(await ended).toMatchObject({ state: 'timed-out', elapsedMs: 68_000 });
    expect(delays.slice(0, 15)).toEqual(Array.from({ length: 15 }, () => 1000));
    expect(new Set(delays.slice(15, -2))).toEqual(new Set([2000]));
    expect(delays.slice(-2)).toEqual([5000, 2000]);
  });

  it('waits five minutes when no limit is given', async () => {
    expect(await wait(() => success([replica(false)])).ended).toMatchObject({
      state: 'timed-out',
      elapsedMs: 300_000,
    });
  });

  it('forces replication to one server or to all while it goes on, and waits long enough for it', async () => {
    const { ended, forced, told } = wait(
      (seconds, self) => {
        if (seconds === 2) void self.force('edge.contoso.com');
        if (seconds === 5) void self.force(null);
        return success([replica(seconds >= 200)]);
      },
      { limitMs: 10_000 },
    );
    expect(await ended).toMatchObject({ state: 'up-to-date', limitMs: 245_000 });
    expect(forced).toEqual(['edge.contoso.com', null]);
    expect(told.at(-1)?.forced).toEqual([
      { fqdn: 'edge.contoso.com', at: new Date(START + 2000).toISOString(), failure: null },
      { fqdn: null, at: new Date(START + 5000).toISOString(), failure: null },
    ]);
  });

  it('tells a forced replication that was refused, and goes on', async () => {
    const { ended } = wait(
      (seconds, self) => {
        if (seconds === 1) void self.force(null);
        return success([replica(seconds >= 3)]);
      },
      { force: async () => failed(LOST) },
    );
    expect(await ended).toMatchObject({ state: 'up-to-date', limitMs: 300_000, forced: [{ failure: LOST }] });
  });

  it('forces nothing once it has ended', async () => {
    const { ended, force, forced, told } = wait((seconds) => success([replica(seconds >= 1)]));
    await ended;
    const count = told.length;
    await force(null);
    expect({ forced, told: told.length }).toEqual({ forced: [], told: count });
  });

  it('ends with the failure when the status cannot be read, and keeps what it had read', async () => {
    const { ended } = wait((seconds) => (seconds < 2 ? success([replica(false)]) : failed(LOST)));
    expect(await ended).toMatchObject({ state: 'failed', failure: LOST, replicas: [{ upToDate: false }] });
  });

  it('is cancelled while it reads, without waiting for the answer', async () => {
    const { ended, abort } = wait(() => success([]), { read: () => new Promise(() => undefined) });
    abort();
    expect(await ended).toMatchObject({ state: 'cancelled', replicas: [] });
  });

  it('is cancelled between two readings, and reads no more', async () => {
    let reads = 0;
    const aborting = new AbortController();
    const { ended } = wait(
      () => {
        reads += 1;
        return success([replica(false)]);
      },
      {
        signal: aborting.signal,
        delay: (_, signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(new Error('Aborted.')));
            aborting.abort();
          }),
      },
    );
    expect(await ended).toMatchObject({ state: 'cancelled', replicas: [{ upToDate: false }] });
    expect(reads).toBe(1);
  });

  it('is cancelled during a real pause, without waiting for its end', async () => {
    const aborting = new AbortController();
    const { ended } = waitForReplication({
      read: async () => success([replica(false)]),
      force: async () => success(null),
      now: () => new Date(START),
      changedAt: new Date(START).toISOString(),
      pollMs: 60_000,
      signal: aborting.signal,
      // By then the pause has begun.
      onProgress: ({ replicas }) => replicas.length > 0 && setImmediate(() => aborting.abort()),
    });
    expect((await ended).state).toBe('cancelled');
  });

  it('reads nothing when it was cancelled before it began', async () => {
    const { ended } = wait(
      () => {
        throw new Error('It has read.');
      },
      { signal: AbortSignal.abort() },
    );
    expect((await ended).state).toBe('cancelled');
  });
});
