import { type PreparedProductId } from '../../core/products.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { workByHand } from './by-hand.ts';
import type { Recording, ScenarioName } from './cases.ts';
import { keepShell } from './kept-shell.ts';
import { recordSites, recordTrack } from './record.ts';
import type { Tools } from './run-case.ts';
import { PROFILES, type Sites, type Track } from './tracks.ts';

/** Which cases are run: a selection when nothing is said, `all`, or those whose name begins with a text. */
const CHOICE = process.env['FAULT_CASES'] ?? '';

/** A kind of case: which there are for a recording, which of them are always run, and how one is played. */
export interface CaseKind<T extends { readonly name: string }> {
  readonly casesOf: (recording: Recording) => readonly T[];
  /** The same selection each time: of every so-manieth step one; `offset` moves it on. */
  readonly selectionOf: (cases: readonly T[], stride: number, offset: number) => readonly T[];
  /** Returns everything that is wrong; empty when nothing is. */
  readonly run: (one: T, tools: Tools) => Promise<readonly string[]>;
}

/** Which part of a scenario's cases is selected: those of every so-manieth step, or line, of every so-manieth track. */
export interface Share {
  readonly tracks: number;
  readonly stride: number;
}

/** Defines a test a case, for every product, track and scenario; of the selection, each scenario's share. */
export async function defineCases<T extends { readonly name: string }>(
  kind: CaseKind<T>,
  tracks: readonly Track[],
  shares: Readonly<Partial<Record<ScenarioName, Share>>>,
): Promise<void> {
  const tools: Tools = { shell: keepShell(), byHand: workByHand() };
  afterAll(async () => {
    await Promise.all([tools.shell.close(), tools.byHand.close()]);
  });
  const sites = new Map<string, Sites>();
  for (const [index, track] of tracks.entries()) {
    for (const profile of profilesFor(index)) {
      const named = `${profile} ${track.name}`;
      const chosen = Object.entries(shares).filter(([name, share], place) =>
        CHOICE === '' ? (index + place) % share.tracks === 0 : isChosen(`${named} ${name}: `),
      );
      if (chosen.length === 0) continue;
      const ofProfile = sites.get(profile) ?? (await recordSites(profile, tools.shell.open));
      sites.set(profile, ofProfile);
      const scenarios = chosen.map(([name]) => name as ScenarioName);
      const recordings = await recordTrack({ profile, sites: ofProfile, tools }, track, scenarios);
      describe(named, () => {
        for (const one of recordings.flatMap((recording, place) =>
          select(kind, recording, chosen[place]?.[1], index),
        )) {
          test(one.name, async () => {
            expect(await kind.run(one, tools), `npm run test:faults -- '${one.name}'`).toEqual([]);
          });
        }
      });
    }
  }
}

function select<T extends { readonly name: string }>(
  kind: CaseKind<T>,
  recording: Recording,
  share: Share | undefined,
  offset: number,
): readonly T[] {
  const all = kind.casesOf(recording);
  return CHOICE === '' ? kind.selectionOf(all, share?.stride ?? 1, offset) : all.filter(({ name }) => isChosen(name));
}

/** The selection goes through the products along with the tracks, so that each track is recorded once. */
function profilesFor(trackIndex: number): readonly PreparedProductId[] {
  return CHOICE === '' ? PROFILES.filter((_, place) => place === trackIndex % PROFILES.length) : PROFILES;
}

/** True when a name, or the beginning of one, belongs to what was chosen. */
function isChosen(name: string): boolean {
  return CHOICE === 'all' || name.startsWith(CHOICE) || CHOICE.startsWith(name);
}
