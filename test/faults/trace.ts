import { readFile } from 'node:fs/promises';
import { journalPath } from '../../electron/run/journal.ts';
import { newestRecord } from './actions.ts';
import { stateText } from './deployment-state.ts';
import type { Site } from './site.ts';

/** What a case leaves behind, without what differs each time: the calls, the journal, the deployment. */
export interface Trace {
  readonly calls: readonly string[];
  readonly events: readonly unknown[];
  readonly state: string;
}

/** Names of values that are of one time, one process or one place, or are PowerShell's own words about its end. */
const OF_ITS_OWN: readonly string[] =
  'at check durationMs LastStatusReport LastUpdateCreation runId owner powershell shell module place takenOver detail'.split(
    ' ',
  );

export async function traceOf(site: Site): Promise<Trace> {
  const record = await newestRecord(site);
  const journal = record === null ? '' : await readFile(journalPath(site.dataDir, record.run.id), 'utf8');
  return {
    calls: (await site.calls()).map(({ cmdlet }) => cmdlet),
    events: journal
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => withoutItsOwn(JSON.parse(line))),
    state: stateText(await site.state()),
  };
}

/** A value without those that are of one time, one process or one place. */
export function withoutItsOwn(whole: unknown): unknown {
  const text = JSON.stringify(whole, (name, value: unknown) => (OF_ITS_OWN.includes(name) ? undefined : value));
  return JSON.parse(text);
}

/** Where two values differ first, as a sentence; empty when they are the same. */
export function differences(one: unknown, other: unknown, path = ''): readonly string[] {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) {
    return one === other
      ? []
      : [`On the simulation ${path} is ${JSON.stringify(other)} and not ${JSON.stringify(one)}.`];
  }
  const [known, found] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  const names = new Set([...known.keys(), ...found.keys()]);
  for (const name of names) {
    const differing = differences(known.get(name), found.get(name), path === '' ? name : `${path}.${name}`);
    if (differing.length > 0) return differing;
  }
  return [];
}
