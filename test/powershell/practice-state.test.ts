import { readFile, readdir, writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { containing } from '../fakes/containing.ts';
import {
  type PracticeState,
  PROFILE,
  type ScriptShell,
  importPractice,
  openScripts,
  openShell,
  practiceState,
} from '../fakes/practice-shell.ts';

const REPLICAS_UP_TO_DATE = '(Get-CsManagementStoreReplicationStatus).UpToDate';

let state: PracticeState;
let one: ScriptShell;
let other: ScriptShell;
beforeAll(async () => {
  state = await practiceState();
  [one, other] = await Promise.all([openScripts(state.path), openScripts(state.path)]);
});
afterEach(() => state.reset());
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await state.remove();
});

describe('replication', () => {
  test('lags behind a change and catches up by itself', async () => {
    await state.change({ replicationLagSeconds: 1 });
    expect(await one.output(REPLICAS_UP_TO_DATE)).toEqual([true, true]);
    await one.output('Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true');
    expect(await one.output(REPLICAS_UP_TO_DATE)).toEqual([false, false]);
    await vi.waitFor(async () => expect(await one.output(REPLICAS_UP_TO_DATE)).toEqual([true, true]), {
      timeout: 5_000,
      interval: 100,
    });
  });

  test('can be forced for one server alone', async () => {
    await state.change({ replicationLagSeconds: 60 });
    await one.output('Invoke-CsManagementStoreReplication -ReplicaFqdn edge.contoso.com');
    const script = 'Get-CsManagementStoreReplicationStatus | ForEach-Object { "$($_.ReplicaFqdn) $($_.UpToDate)" }';
    expect(await one.output(script)).toEqual(['fe01.contoso.com True', 'edge.contoso.com False']);
    expect(await one.error('Invoke-CsManagementStoreReplication nowhere.example')).toMatchObject({
      id: 'ReplicaNotFound,Invoke-CsManagementStoreReplication',
    });
  });

  test('is not touched by reading or by a refused change', async () => {
    await state.change({ replicationLagSeconds: 60 });
    await one.error('Disable-CsPublicProvider AOL');
    await one.output('Get-CsPublicProvider');
    expect(await one.output(REPLICAS_UP_TO_DATE)).toEqual([true, true]);
  });
});

describe('one state file', () => {
  test('loses no update of two shells that change it at the same time', async () => {
    const script = (prefix: string): string =>
      `foreach ($n in 1..25) { New-CsExternalAccessPolicy "${prefix}$n" | ForEach-Object { $_.Identity } }`;
    const [first, second] = await Promise.all([one.output(script('One')), other.output(script('Other'))]);
    expect([first.length, second.length]).toEqual([25, 25]);
    expect(await one.output('@(Get-CsExternalAccessPolicy -Filter "Tag:O*").Count')).toEqual([50]);
    expect((await readdir(state.folder)).sort()).toEqual(['state.json', 'state.json.lock']);
  });

  test('that is not there is a site that has never been set up', async () => {
    await state.reset();
    expect(await one.output('@(Get-CsPublicProvider).Count')).toEqual([3]);
    expect(await state.read()).toMatchObject({ version: 1, profile: PROFILE });
  });

  const broken: readonly (readonly [string, string | Readonly<Record<string, unknown>>])[] = [
    ['no JSON', '{ "version": 1, '],
    ['empty', ''],
    ['a list', '[]'],
    ['of a newer version', { version: 2 }],
    ['of another profile', { profile: 'other' }],
    ['without users', { users: null }],
    ['with a provider that lacks properties', { publicProviders: [{ Identity: 'Skype' }] }],
    ['with a text for a Boolean', { accessEdgeConfiguration: { AllowFederatedUsers: 'yes' } }],
  ];

  test.each(broken)('that is %s is refused and left as it is', async (_what, content) => {
    if (typeof content === 'string') await writeFile(state.path, content);
    else await state.change(content);
    const before = await readFile(state.path, 'utf8');
    expect(await one.error('Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true')).toEqual({
      id: 'PracticeStateInvalid,Set-CsAccessEdgeConfiguration',
      category: 'InvalidData',
      isTerminating: true,
    });
    expect(await one.error(importPractice(state.path))).toMatchObject({ isTerminating: true });
    expect(await readFile(state.path, 'utf8')).toBe(before);
    await state.reset();
    await one.output(importPractice(state.path));
  });

  test('that is broken is a failure of its own when connecting', async () => {
    await writeFile(state.path, 'not JSON');
    const shell = await openShell();
    const result = await shell.connect({ deployment: 'practice', statePath: state.path, profile: PROFILE });
    expect(result).toMatchObject({
      ok: false,
      failure: { kind: 'practice-state-invalid', detail: containing(state.path) },
    });
    expect(await readFile(state.path, 'utf8')).toBe('not JSON');
    await shell.close();
  });
});

test('a profile that does not exist is refused with the names of those that do', async () => {
  const { terminating } = await one.run(importPractice(state.path, 'lync1999'));
  expect(terminating?.message).toContain(PROFILE);
  await one.output(importPractice(state.path));
});
