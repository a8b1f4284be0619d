import { readFile, readdir, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { containing } from '../fakes/containing.ts';
import { type PracticeState, PROFILE, importPractice, practiceState } from '../fakes/practice-shell.ts';
import { type ScriptShell, openScripts } from '../fakes/script-shell.ts';
import { oneOfEach } from '../fakes/scope.ts';
import { openSharedShell } from '../fakes/shell-pool.ts';
import { until } from '../fakes/until.ts';

const REPLICAS_UP_TO_DATE = '(Get-CsManagementStoreReplicationStatus).UpToDate';
const UP_TO_DATE = [true, true, true];

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
    await state.change({ replicationLagSeconds: 3600 });
    expect(await one.output(REPLICAS_UP_TO_DATE)).toEqual(UP_TO_DATE);
    await one.output('Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true');
    expect(await one.output(REPLICAS_UP_TO_DATE)).toEqual([false, false, false]);
    await state.change({ replicationLagSeconds: 1 });
    await until(async () => isDeepStrictEqual(await one.output(REPLICAS_UP_TO_DATE), UP_TO_DATE));
  });

  test('can be forced for one server alone', async () => {
    await state.change({ replicationLagSeconds: 3600 });
    await one.output('Invoke-CsManagementStoreReplication -ReplicaFqdn edge.contoso.com');
    const script = 'Get-CsManagementStoreReplicationStatus | ForEach-Object { "$($_.ReplicaFqdn) $($_.UpToDate)" }';
    expect(await one.output(script)).toEqual([
      'fe01.contoso.com True',
      'fe02.contoso.com True',
      'edge.contoso.com False',
    ]);
    expect(await one.error('Invoke-CsManagementStoreReplication nowhere.example')).toMatchObject({
      id: 'ReplicaNotFound,Invoke-CsManagementStoreReplication',
    });
  });

  test('is not touched by reading or by a refused change', async () => {
    await state.change({ replicationLagSeconds: 3600 });
    await one.error('Disable-CsPublicProvider AOL');
    await one.output('Get-CsPublicProvider');
    expect(await one.output(REPLICAS_UP_TO_DATE)).toEqual(UP_TO_DATE);
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
    ['without the name of a profile', { profile: null }],
    ['with something else for groups', { operatorGroups: 'RTCUniversalServerAdmins' }],
    ['without users', { users: null }],
    ['with a provider that lacks properties', { publicProviders: [{ Identity: 'Skype' }] }],
    ['with a text for a Boolean', { accessEdgeConfiguration: { AllowFederatedUsers: 'yes' } }],
  ];

  test.each(oneOfEach(broken, ([, content]) => typeof content))(
    'that is %s is refused and left as it is',
    async (_what, content) => {
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
    },
  );

  test('of another product is refused as such, and left as it is', async () => {
    await state.change({ profile: 'sfb2019' });
    const before = await readFile(state.path, 'utf8');
    expect(await one.error('Get-CsPublicProvider')).toEqual({
      id: 'PracticeStateOfOtherProfile,Get-CsPublicProvider',
      category: 'InvalidArgument',
      isTerminating: true,
    });
    const shell = await openSharedShell();
    const result = await shell.connect({ deployment: 'practice', statePath: state.path, profile: PROFILE });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'practice-state-of-other-profile' } });
    const detail = result.ok || result.failure.kind !== 'practice-state-of-other-profile' ? '' : result.failure.detail;
    for (const part of [state.path, 'sfb2019', PROFILE]) expect(detail).toContain(part);
    expect(await readFile(state.path, 'utf8')).toBe(before);
    await shell.close();
  });

  test('that is broken is a failure of its own when connecting', async () => {
    await writeFile(state.path, 'not JSON');
    const shell = await openSharedShell();
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

describe('the groups of the person at the shell', () => {
  const READ_GROUPS =
    '& (Get-Module PracticeLync) { $null -eq ($groups = Get-PracticeOperatorGroup); "$groups"; @($groups).Count }';

  test.each<[string, readonly string[] | undefined, readonly unknown[]]>([
    ['are those of the state file', ['RTCUniversalReadOnlyAdmins'], [false, 'RTCUniversalReadOnlyAdmins', 1]],
    ['are none when the list is empty', [], [false, '', 0]],
    ['cannot be told when there is no list', undefined, [true, '', 1]],
  ])('%s', async (_what, operatorGroups, seen) => {
    await state.change({ operatorGroups });
    expect(await one.output(READ_GROUPS)).toEqual(seen);
  });

  test('administer servers and users where nothing else is said, and no cmdlet tells them', async () => {
    expect(await one.output('& (Get-Module PracticeLync) { Get-PracticeOperatorGroup }')).toEqual([
      ['RTCUniversalServerAdmins', 'RTCUniversalUserAdmins'],
    ]);
    expect(await one.error('Get-PracticeOperatorGroup')).toMatchObject({ category: 'ObjectNotFound' });
  });
});
