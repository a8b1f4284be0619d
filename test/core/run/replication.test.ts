import { describe, expect, it } from 'vitest';
import type { Replica } from '../../../core/deployment/deployment.ts';
import {
  type ReplicationHistory,
  type ReplicationProgress,
  replicationProgress,
} from '../../../core/run/replication.ts';

const START = Date.parse('2024-05-06T10:00:00.000Z');
const time = (seconds: number): string => new Date(START + seconds * 1000).toISOString();

/** The status of one server; times in seconds after the wait began. */
function status(UpToDate: boolean, update: number | null = null, report: number | null = null, name = 'edge'): Replica {
  return {
    ReplicaFqdn: `${name}.contoso.com`,
    UpToDate,
    LastUpdateCreation: update === null ? null : time(update),
    LastStatusReport: report === null ? null : time(report),
  };
}

/** The picture after these readings, each a time in seconds and what was read; the change was sent a second before. */
function after(
  readings: readonly (readonly [number, ...Replica[]])[],
  differences: Partial<ReplicationHistory> = {},
): ReplicationProgress {
  return replicationProgress({
    startedAt: time(0),
    changedAt: time(-1),
    limitMs: 300_000,
    readings: readings.map(([at, ...replicas]) => ({ at: time(at), replicas })),
    forced: [],
    at: time(readings.at(-1)?.[0] ?? 0),
    ended: null,
    ...differences,
  });
}

const FAILURE = { kind: 'powershell-lost', during: 'x', reason: 'ended', detail: 'It ended.' } as const;

describe('a server has the changes', () => {
  it('when it was behind after the change and is up to date', () => {
    expect(after([[1, status(false)]]).state).toBe('waiting');
    const progress = after([
      [1, status(false)],
      [4, status(true)],
    ]);
    expect(progress).toMatchObject({ state: 'up-to-date', replicas: [{ upToDate: true, since: time(4) }] });
  });

  it('at the first look when its update is not older than the change', () => {
    expect(after([[1, status(true, -0.5, 0.5)]]).state).toBe('up-to-date');
  });

  it('not by a status that still speaks of what was before the change', () => {
    expect(after([[1, status(true, -600, -30)]]).state).toBe('waiting');
  });

  it('not by a report since the change on an update that is older than it', () => {
    expect(after([[3, status(true, -600, 2)]]).state).toBe('waiting');
  });

  it('by a report since the change where the time of the update is not known', () => {
    expect(after([[3, status(true, null, -5)]]).state).toBe('waiting');
    expect(after([[3, status(true, null, 2)]]).state).toBe('up-to-date');
  });

  it('by an update that is newer than at the first look, whatever its clock says', () => {
    const hourSlow = -3600;
    const stale = status(true, hourSlow - 60, hourSlow - 58);
    expect(after([[1, stale]]).state).toBe('waiting');
    expect(
      after([
        [1, stale],
        [9, status(true, hourSlow + 5, hourSlow + 7)],
      ]).state,
    ).toBe('up-to-date');
  });

  it('not by an update in the future: its clock is ahead, so that the time says nothing', () => {
    expect(after([[1, status(true, 240, 242)]]).state).toBe('waiting');
  });

  it('when it has been up to date at each look for a minute, even where no time is known', () => {
    const looks = [1, 20, 40, 60].map((at) => [at, status(true)] as const);
    expect(after(looks).state).toBe('waiting');
    expect(after([...looks, [61, status(true)]]).state).toBe('up-to-date');
  });

  it('for good: a later change of somebody else does not take them away', () => {
    const progress = after([
      [1, status(false)],
      [4, status(true), status(false, null, null, 'fe01')],
      [7, status(false), status(false, null, null, 'fe01')],
    ]);
    expect(progress).toMatchObject({ state: 'waiting', replicas: [{ upToDate: true, since: time(4) }, {}] });
  });

  it('under its name in any case', () => {
    const shouted = { ...status(true), ReplicaFqdn: 'EDGE.CONTOSO.COM' };
    expect(
      after([
        [1, status(false)],
        [2, shouted],
      ]).state,
    ).toBe('up-to-date');
  });
});

describe('waiting', () => {
  it('goes on until the last server has the changes', () => {
    const progress = after([[1, status(true, 0), status(false, 0, null, 'fe01')]]);
    expect(progress.state).toBe('waiting');
    expect(progress.replicas.map(({ fqdn, upToDate, since }) => ({ fqdn, upToDate, since }))).toEqual([
      { fqdn: 'edge.contoso.com', upToDate: true, since: time(1) },
      { fqdn: 'fe01.contoso.com', upToDate: false, since: time(0) },
    ]);
  });

  it('does not end well while no server is named', () => {
    expect(after([[1]])).toMatchObject({ state: 'waiting', replicas: [] });
    expect(after([[300]])).toMatchObject({ state: 'timed-out' });
  });

  it('ends at its limit, unless the last look finds every server up to date', () => {
    expect(after([[299.9, status(false)]]).state).toBe('waiting');
    expect(after([[300, status(false)]])).toMatchObject({ state: 'timed-out', elapsedMs: 300_000, limitMs: 300_000 });
    expect(after([[300, status(true, 1)]]).state).toBe('up-to-date');
  });

  it('leaves a forced replication the time that it may need: three minutes to begin, and one more', () => {
    const forced = [{ fqdn: null, at: time(280), failure: null }];
    expect(after([[300, status(false)]], { forced })).toMatchObject({ state: 'waiting', limitMs: 520_000, forced });
    expect(after([[520, status(false)]], { forced }).state).toBe('timed-out');
  });

  it('is not made longer by a forced replication that was refused, nor shorter by an early one', () => {
    const refused = [{ fqdn: null, at: time(280), failure: FAILURE }];
    expect(after([[300, status(false)]], { forced: refused }).state).toBe('timed-out');
    expect(after([], { forced: [{ fqdn: null, at: time(1), failure: null }] }).limitMs).toBe(300_000);
  });

  it('tells that it was cancelled, or why the status could not be read', () => {
    const looks = [[1, status(false)]] as const;
    expect(after(looks, { ended: 'cancelled' })).toMatchObject({ state: 'cancelled', failure: null, replicas: [{}] });
    expect(after(looks, { ended: FAILURE })).toMatchObject({ state: 'failed', failure: FAILURE, replicas: [{}] });
  });

  it('marks a server that has not reported for more than an hour', () => {
    const silent = (report: number | null) => after([[0, status(false, null, report)]]).replicas[0]?.isSilent;
    expect([silent(-3601), silent(-3600), silent(null)]).toEqual([true, false, false]);
  });
});
