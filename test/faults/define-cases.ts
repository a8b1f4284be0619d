import { type PreparedProductId } from '../../core/deployment/products.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { isWholeSet } from '../fakes/scope.ts';
import type { Recording, ScenarioName } from './cases.ts';
import type { Ground } from './ground.ts';
import { powerShellGround } from './powershell-ground.ts';
import { recordSites, recordTrack } from './record.ts';
import { PROFILES, type Sites, TRACKS, type Track } from './tracks.ts';

/** Which cases are run: a selection when nothing is said, `all` for the whole matrix, or those whose name begins so. */
const CHOICE = process.env['FAULT_CASES'] ?? '';

/** Whether cases were chosen by name, or all of them: then nothing else is played. */
export const hasChoice = CHOICE !== '';

/** A kind of case: which there are for a recording, which of them are always run, and how one is played. */
export interface CaseKind<T extends { readonly name: string }> {
  readonly casesOf: (recording: Recording) => readonly T[];
  /** The same selection each time: of every so-manieth step one; `offset` moves it on. */
  readonly selectionOf: (cases: readonly T[], stride: number, offset: number) => readonly T[];
  readonly isInMatrix: (one: T, track: number) => boolean;
  /** Returns everything that is wrong; empty when nothing is. */
  readonly run: (one: T, ground: Ground) => Promise<readonly string[]>;
}

/** Which part of a scenario's cases is selected: those of every so-manieth step, or line, of every so-manieth track. */
export interface Share {
  readonly tracks: number;
  readonly stride: number;
}

/**
 * Defines a test a case on PowerShell, for every product, track and scenario: of the whole set each scenario's share, or
 * those that were chosen. What `npm test` plays on PowerShell stands in powershell.test.ts.
 */
export async function defineCases<T extends { readonly name: string }>(
  kind: CaseKind<T>,
  tracks: readonly Track[],
  shares: Readonly<Partial<Record<ScenarioName, Share>>>,
): Promise<void> {
  if (!isPlayedHere()) return;
  const ground = powerShellGround();
  afterAll(() => ground.close());
  const sites = new Map<string, Sites>();
  for (const track of tracks) {
    const index = TRACKS.indexOf(track);
    for (const profile of profilesFor(index)) {
      const named = `${profile} ${track.name}`;
      const chosen = Object.entries(shares).filter(([name, share], place) =>
        hasChoice ? isChosen(`${named} ${name}: `) : (index + place) % share.tracks === 0,
      );
      if (chosen.length === 0) continue;
      const ofProfile = sites.get(profile) ?? (await recordSites(profile, ground));
      sites.set(profile, ofProfile);
      const scenarios = chosen.map(([name]) => name as ScenarioName);
      const recordings = await recordTrack({ profile, sites: ofProfile, ground }, track, scenarios);
      const cases = recordings.flatMap((recording, at) => select(kind, recording, chosen[at]?.[1], index));
      // Not every product has a turn on every track, and a group without a test counts as one that failed.
      if (cases.length === 0) continue;
      describe(named, () => {
        for (const one of cases) {
          test(one.name, async () => {
            expect(await kind.run(one, ground), `npm run test:faults -- '${one.name}'`).toEqual([]);
          });
        }
      });
    }
  }
}

/** True when a file's cases are played; else it says that they are of the whole set. */
export function isPlayedHere(): boolean {
  if (!isWholeSet && !hasChoice) test.skip('is played by npm run test:all', () => undefined);
  return isWholeSet || hasChoice;
}

function select<T extends { readonly name: string }>(
  kind: CaseKind<T>,
  recording: Recording,
  share: Share | undefined,
  track: number,
): readonly T[] {
  const every = kind.casesOf(recording);
  if (!hasChoice) return kind.selectionOf(every, share?.stride ?? 1, track);
  return every.filter((one) => (CHOICE === 'all' ? kind.isInMatrix(one, track) : isChosen(one.name)));
}

/** The selection goes through the products along with the tracks, so that each track is recorded once. */
function profilesFor(trackIndex: number): readonly PreparedProductId[] {
  return hasChoice ? PROFILES : PROFILES.filter((_, place) => place === trackIndex % PROFILES.length);
}

/** Whether a case is to be run: all of them, those that are named, or without a choice those of the selection. */
export function isNamed(name: string, isSelected = true): boolean {
  return hasChoice ? isChosen(name) : isSelected;
}

/** True when a name, or the beginning of one, belongs to what was chosen. */
function isChosen(name: string): boolean {
  return CHOICE === 'all' || name.startsWith(CHOICE) || CHOICE.startsWith(name);
}
