import { afterAll, describe, expect, test } from 'vitest';
import { isWholeSet } from '../fakes/scope.ts';
import type { ScenarioName } from './cases.ts';
import { type CaseKind, hasChoice } from './define-cases.ts';
import { recordSites, recordTrack } from './record.ts';
import { simulatedGround } from './simulated-ground.ts';
import { PROFILES, type Sites, TRACKS } from './tracks.ts';

/** Of the matrix, every so-manieth case is part of the selection. */
const STRIDE = 59;

/**
 * Plays the matrix on the simulation, a test for every product, track and scenario: all of it in the whole set, a part in
 * the selection, in which each product, track and scenario has its share.
 */
export function defineSimulated<T extends { readonly name: string }>(
  what: string,
  kind: CaseKind<T>,
  scenarios: readonly ScenarioName[],
): void {
  const ground = simulatedGround();
  const sites = new Map<string, Promise<Sites>>();
  afterAll(() => ground.close());
  describe.skipIf(hasChoice)(what, () => {
    for (const [product, profile] of PROFILES.entries()) {
      for (const [index, track] of TRACKS.entries()) {
        test.each(scenarios)(`${profile} ${track.name} %s`, async (scenario) => {
          const ofProfile = sites.get(profile) ?? recordSites(profile, ground);
          sites.set(profile, ofProfile);
          const [recording] = await recordTrack({ profile, sites: await ofProfile, ground }, track, [scenario]);
          const matrix = recording ? kind.casesOf(recording).filter((one) => kind.isInMatrix(one, index)) : [];
          const isPlayed = (place: number): boolean => isWholeSet || place % STRIDE === (product + index) % STRIDE;
          const wrong: string[] = [];
          for (const one of matrix.filter((_, place) => isPlayed(place))) {
            wrong.push(...(await kind.run(one, ground)).map((said) => `${one.name}: ${said}`));
          }
          expect(wrong).toEqual([]);
        });
      }
    }
  });
}
