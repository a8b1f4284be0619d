import { afterAll, describe, expect, test } from 'vitest';
import { isWholeSet } from '../fakes/scope.ts';
import { CHECKED, checkCasesOf, recordCheck, runCheckCase } from './run-check-case.ts';
import { hasChoice } from './define-cases.ts';
import { recordSites } from './record.ts';
import { simulatedGround } from './simulated-ground.ts';
import { PROFILES } from './tracks.ts';

/** Of all cases, every so-manieth is part of the selection. */
const STRIDE = 7;

const ground = simulatedGround();
afterAll(() => ground.close());

describe.skipIf(hasChoice)('every fault at every reading of a check', () => {
  for (const [product, profile] of PROFILES.entries()) {
    test.each(CHECKED)(`on ${profile}, %s`, async (name, before) => {
      const sites = await recordSites(profile, ground);
      const checked = await recordCheck({ name, profile, before: before(sites) }, ground);
      const isPlayed = (place: number): boolean => isWholeSet || place % STRIDE === product;
      const wrong: string[] = [];
      for (const one of checkCasesOf(checked).filter((_, place) => isPlayed(place))) {
        wrong.push(...(await runCheckCase(one, ground)).map((said) => `${one.name}: ${said}`));
      }
      expect(wrong).toEqual([]);
    });
  }
});
