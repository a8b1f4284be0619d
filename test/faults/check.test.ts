import { afterAll, describe, expect, test } from 'vitest';
import { isNamed } from './define-cases.ts';
import { keepShell } from './kept-shell.ts';
import { recordSites } from './record.ts';
import { type CheckedSite, checkCasesOf, recordCheck, runCheckCase } from './run-check-case.ts';
import { PROFILES, type Sites } from './tracks.ts';
import type { State } from './deployment-state.ts';

/** Deployments to check: one that differs from what is wanted, and one that is as wanted. */
const CHECKED: readonly (readonly [name: string, before: (sites: Sites) => State])[] = [
  ['never set up', ({ fresh }) => fresh],
  ['set up', ({ setUp }) => setUp],
];

/** Without a choice, of each product every so-manieth case. */
const STRIDE = 73;

const shell = keepShell();
afterAll(() => shell.close());

for (const [product, profile] of PROFILES.entries()) {
  const isWanted = CHECKED.some(([name]) => isNamed(`${profile} check ${name}: `));
  if (!isWanted) continue;
  const sites = await recordSites(profile, shell.open);
  const checked: CheckedSite[] = [];
  for (const [name, before] of CHECKED) {
    checked.push(await recordCheck({ name, profile, before: before(sites) }, shell));
  }
  describe(`${profile} check`, () => {
    const cases = checked.flatMap(checkCasesOf);
    for (const one of cases.filter(({ name }, index) => isNamed(name, index % STRIDE === (product * 11) % STRIDE))) {
      test(one.name, async () => {
        expect(await runCheckCase(one, shell), `npm run test:faults -- '${one.name}'`).toEqual([]);
      });
    }
  });
}
