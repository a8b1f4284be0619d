import { readFile, readdir, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PracticeSetup } from '../fakes/practice-setup.ts';
import { pooledPracticeSetup } from '../fakes/shell-pool.ts';
import { containing } from '../fakes/containing.ts';

let practice: PracticeSetup;
beforeEach(async () => {
  practice = await pooledPracticeSetup();
});
afterEach(() => practice.dispose());

const asides = async (): Promise<readonly string[]> =>
  (await readdir(practice.folder)).filter((name) => name.includes('unreadable'));

test('a practice file that cannot be read is moved aside, and a new deployment takes its place', async () => {
  await writeFile(practice.statePath, 'not JSON');
  const connected = await practice.setup.connect('practice', 'read-write');
  expect(connected).toMatchObject({ ok: true, value: { movedAside: containing('unreadable') } });
  expect(await practice.identities()).toEqual(['Messenger', 'AOL', 'Yahoo!']);
  const [aside] = await asides();
  expect(await readFile(`${practice.folder}/${String(aside)}`, 'utf8')).toBe('not JSON');
});

test('a faults file that cannot be used is named as what is wrong', async () => {
  const faultsPath = `${practice.folder}/faults.json`;
  await writeFile(faultsPath, 'not JSON');
  await practice.setup.usePractice({ ...practice.setup.practice(), faultsPath });
  expect(await practice.setup.connect('practice', 'read-write')).toMatchObject({
    ok: false,
    failure: { kind: 'practice-faults-invalid', detail: containing('faults.json') },
  });
});

test('a practice file of another product is refused, and stays where and as it is', async () => {
  const text = '{ "version": 1, "profile": "sfb2019" }';
  await writeFile(practice.statePath, text);
  const connected = await practice.setup.connect('practice', 'read-write');
  expect(connected).toMatchObject({
    ok: false,
    failure: { kind: 'practice-state-of-other-profile', detail: containing('sfb2019') },
  });
  expect(await readFile(practice.statePath, 'utf8')).toBe(text);
  expect(await asides()).toEqual([]);
});
