import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { journalPath, newRunId } from '../../../electron/run/journal.ts';

let dataDir = '';

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'run-names-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

/** A run that is made when the clock shows this. */
async function made(at: string): Promise<string> {
  const runId = await newRunId(dataDir, new Date(at));
  await mkdir(join(dataDir, 'runs'), { recursive: true });
  await writeFile(journalPath(dataDir, runId), '');
  return runId;
}

test('each run is named after its time', async () => {
  expect(await made('2026-03-01T10:00:00.500Z')).toMatch(/^20260301T100000Z-[0-9a-f]{8}$/u);
  expect(await made('2026-03-01T10:00:02Z')).toMatch(/^20260301T100002Z-/u);
});

test('the names sort as the runs were made, whatever the clock shows', async () => {
  const clock = ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z', '2025-01-01T00:00:00Z', '2026-12-31T23:59:59.999Z'];
  const names: string[] = [];
  for (const at of [...clock, '2026-12-31T23:59:59.999Z', '1999-01-01T00:00:00Z']) names.push(await made(at));
  expect(names).toEqual(names.toSorted());
  expect(new Set(names.map((name) => name.slice(0, 16))).size).toBe(6);
});

test('other files beside the journals are no runs', async () => {
  await mkdir(join(dataDir, 'runs'), { recursive: true });
  await writeFile(join(dataDir, 'runs', '99990101T000000Z-notahash.jsonl'), '');
  expect(await made('2026-03-01T10:00:00Z')).toMatch(/^20260301T100000Z-/u);
});
