import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { journalPath } from '../../electron/run/journal.ts';
import { listOf, recordOf } from '../fakes/practice-setup.ts';
import { isWholeSet } from '../fakes/scope.ts';
import { newestRecord, perform } from './actions.ts';
import { stateText } from './deployment-state.ts';
import { recordSites } from './record.ts';
import { simulatedGround } from './simulated-ground.ts';
import { type Site, openSite } from './site.ts';
import { PROFILES, TRACKS } from './tracks.ts';

const ground = simulatedGround();
afterAll(() => ground.close());

/** What can become of a line: text that is none, another value, or nothing at all. */
const DAMAGES: readonly (readonly [name: string, damage: (line: string) => string])[] = [
  ['garbage', () => 'not what it was\n'],
  ['another time', (line) => `${line.replace(/"at":"\d{4}/u, '"at":"1999')}\n`],
  ['nothing', () => ''],
];

/** A run that is through, and the lines of its journal. */
async function runThrough(place: number): Promise<{ site: Site; before: string; path: string; lines: string[] }> {
  const [profile, track] = [PROFILES[place % PROFILES.length], TRACKS[place]];
  if (profile === undefined || track === undefined) throw new Error('There is a product for each track.');
  const sites = await recordSites(profile, ground);
  const site = await openSite({ ground, profile, before: track.before(sites), faults: [] });
  const before = stateText(await site.state());
  const run = await perform(site, { type: 'start', onFailure: 'stop' }, track.answers(sites));
  expect(run.ok && run.value.outcome).toBe('done');
  const record = await newestRecord(site);
  if (record === null) throw new Error('The run has a journal.');
  const path = journalPath(site.dataDir, record.run.id);
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  return { site, before, path, lines };
}

/** Every track in the whole set; else the one with the most kinds of changes. */
const PLAYED = TRACKS.map(({ name }, place) => [name, place] as const).filter(
  ([name]) => isWholeSet || name === 'set-up-with-pilot',
);

describe.each(PLAYED)('the record of %s', (_, place) => {
  test.each(DAMAGES)('%s in place of any line never makes a change pass for taken back', async (__, damage) => {
    const { lines: some, site: first } = await runThrough(place);
    await first.remove();
    for (const at of some.keys()) {
      const { site, before, path, lines } = await runThrough(place);
      await writeFile(path, lines.map((line, index) => (index === at ? damage(line) : `${line}\n`)).join(''));
      const after = stateText(await site.state());
      const [, runId = ''] = /([^/\\]+)\.jsonl$/u.exec(path) ?? [];
      const ended = await takenBack(site, runId);
      // The commands are in the first line: without it nothing is done, and that is said.
      const told = at === 0 ? 'run-damaged' : 'restored';
      expect([at, ended]).toEqual([at, told]);
      expect(stateText(await site.state())).toBe(at === 0 ? after : before);
      await site.remove();
    }
  });
});

async function takenBack({ setup }: Site, runId: string): Promise<string | null> {
  const begun = await setup.runs.resume('practice', runId, 'rollback');
  return begun.ok ? (await begun.value.ended).outcome : begun.failure.kind;
}

test('a command that somebody wrote into the record is not run, and the run is listed as damaged', async () => {
  const { site, path, lines } = await runThrough(0);
  await writeFile(path, `${lines.join('\n').replaceAll('federation.messenger.msn.com', 'evil.example')}\n`);
  const after = stateText(await site.state());
  const settled = await site.setup.runs.settle('practice', null);
  expect(settled.ok ? settled : settled.failure.kind).toBe('run-damaged');
  const record = /([^/\\]+)\.jsonl$/u.exec(path)?.[1] ?? '';
  for (const action of ['continue', 'rollback', 'leave'] as const) {
    const begun = await site.setup.runs.resume('practice', record, action);
    expect(begun.ok ? begun : begun.failure.kind).toBe('run-damaged');
  }
  expect(await site.setup.runs.list('practice')).toEqual({ runs: [], damaged: [path] });
  expect(stateText(await site.state())).toBe(after);
  await site.remove();
});

test('of the users, the record keeps those whom the run touches', async () => {
  const { site, lines } = await runThrough(TRACKS.findIndex(({ name }) => name === 'set-up-with-pilot'));
  const started = recordOf(JSON.parse(lines[0] ?? ''));
  const kept = listOf(recordOf(started['before'])['users']).map((user) => recordOf(user)['SipAddress']);
  const touched = listOf(started['changes'])
    .map((change) => recordOf(recordOf(change)['subject']))
    .flatMap(({ type, identity }) => (type === 'user' ? [identity] : []));
  expect(touched).toHaveLength(2);
  expect(kept).toEqual(touched);
  await site.remove();
});
