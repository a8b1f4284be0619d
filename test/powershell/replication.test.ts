import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { ReplicationProgress } from '../../core/run/replication.ts';
import type { ManagementShell } from '../../electron/powershell/management-shell.ts';
import { type ReplicationWait, replicationOf, waitForReplication } from '../../electron/run/replication-wait.ts';
import type { Fault } from '../fakes/practice-setup.ts';
import { PROFILE, type PracticeState, practiceState, valueOf } from '../fakes/practice-shell.ts';
import { openSharedShell } from '../fakes/shell-pool.ts';
import { until } from '../fakes/until.ts';

let state: PracticeState;
let shell: ManagementShell;

beforeEach(async () => {
  state = await practiceState();
  shell = await openSharedShell();
});
afterEach(async () => {
  await shell.close();
  await state.remove();
});

/** Longer than any test takes: what is waited for is told by what is read. */
const LONG_MS = 3_600_000;

const change = { cmdlet: 'Set-CsAccessEdgeConfiguration', parameters: { AllowFederatedUsers: true } } as const;

/** Changes the practice deployment; returns what begins to wait until its servers have the change. */
async function changed(
  faults: readonly Fault[] = [],
): Promise<(limitMs: number, onProgress?: (progress: ReplicationProgress) => void) => ReplicationWait> {
  const faultsPath = join(state.folder, 'faults.json');
  await writeFile(faultsPath, JSON.stringify(faults));
  valueOf(await shell.connect({ deployment: 'practice', statePath: state.path, profile: PROFILE, faultsPath }));
  const changedAt = new Date().toISOString();
  valueOf(await shell.execute(change));
  return (limitMs, onProgress = () => undefined) =>
    waitForReplication({
      ...replicationOf(shell),
      now: () => new Date(),
      changedAt,
      limitMs,
      pollMs: 200,
      signal: new AbortController().signal,
      onProgress,
    });
}

/** When each server's copy was last made to change, by the state file. */
async function changeTimes(): Promise<ReadonlyMap<string, number>> {
  const schema = z.array(z.object({ ReplicaFqdn: z.string(), changedAt: z.string() }));
  const replicas = schema.parse((await state.read())['replicas']);
  return new Map(replicas.map(({ ReplicaFqdn, changedAt }) => [ReplicaFqdn, Date.parse(changedAt)]));
}

it('sees each server of a practice deployment get the changes when its lag is over', async () => {
  await state.change({ replicationLagSeconds: 3600 });
  const begin = await changed();
  const pictures: ReplicationProgress[] = [];
  const { ended } = begin(LONG_MS, (picture) => pictures.push(picture));
  await until(() => pictures.some(({ replicas }) => replicas.length > 0));
  // From here on they are to have had the change long since.
  await state.change({ replicationLagSeconds: 0 });
  const progress = await ended;
  expect(progress).toMatchObject({ state: 'up-to-date', forced: [], failure: null });
  expect(progress.replicas.map(({ fqdn, upToDate }) => ({ fqdn, upToDate }))).toEqual([
    { fqdn: 'fe01.contoso.com', upToDate: true },
    { fqdn: 'fe02.contoso.com', upToDate: true },
    { fqdn: 'edge.contoso.com', upToDate: true },
  ]);
  const first = pictures.find(({ replicas }) => replicas.length > 0);
  expect(first?.replicas.map(({ upToDate }) => upToDate)).toEqual([false, false, false]);
});

it('sees at the first look that a practice deployment without a lag has the changes', async () => {
  await state.change({ replicationLagSeconds: 0 });
  const begin = await changed();
  const pictures: ReplicationProgress[] = [];
  expect((await begin(LONG_MS, (picture) => pictures.push(picture)).ended).state).toBe('up-to-date');
  expect(pictures.map((picture) => picture.replicas.length)).toEqual([0, 3]);
});

it('gives up at its limit when replication is stuck, and says which servers have not the changes', async () => {
  const begin = await changed([{ cmdlet: change.cmdlet, call: 1, kind: 'replication-stuck' }]);
  expect(await begin(900).ended).toMatchObject({
    state: 'timed-out',
    limitMs: 900,
    replicas: [
      { fqdn: 'fe01.contoso.com', upToDate: false },
      { fqdn: 'fe02.contoso.com', upToDate: false },
      { fqdn: 'edge.contoso.com', upToDate: false },
    ],
  });
});

it('forces replication to one server while it waits, and to that one only', async () => {
  const begin = await changed();
  const wait = begin(LONG_MS);
  await wait.force('edge.contoso.com');
  const { state: end, forced } = await wait.ended;
  expect({ end, forced }).toMatchObject({ end: 'up-to-date', forced: [{ fqdn: 'edge.contoso.com', failure: null }] });
  const times = await changeTimes();
  expect(times.get('edge.contoso.com')).toBeGreaterThan(times.get('fe01.contoso.com') ?? Infinity);
});

it('tells why a server that there is not cannot be forced, in the words of PowerShell, and goes on', async () => {
  const begin = await changed();
  const wait = begin(LONG_MS);
  await wait.force('nowhere.contoso.com');
  expect(await wait.ended).toMatchObject({
    state: 'up-to-date',
    forced: [{ fqdn: 'nowhere.contoso.com', failure: { kind: 'cmdlet-failed' } }],
  });
});
