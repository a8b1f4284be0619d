import { afterAll, describe, expect, test } from 'vitest';
import { isNamed, isPlayedHere } from './define-cases.ts';
import { powerShellGround } from './powershell-ground.ts';
import { recordSites } from './record.ts';
import { CHECKED, type CheckedSite, checkCasesOf, recordCheck, runCheckCase } from './run-check-case.ts';
import { PROFILES } from './tracks.ts';

/** Without a choice, of each product every so-manieth case. */
const STRIDE = 73;

const ground = powerShellGround();
afterAll(() => ground.close());

for (const [product, profile] of isPlayedHere() ? PROFILES.entries() : []) {
  const isWanted = CHECKED.some(([name]) => isNamed(`${profile} check ${name}: `));
  if (!isWanted) continue;
  const sites = await recordSites(profile, ground);
  const checked: CheckedSite[] = [];
  for (const [name, before] of CHECKED) {
    checked.push(await recordCheck({ name, profile, before: before(sites) }, ground));
  }
  describe(`${profile} check`, () => {
    const cases = checked.flatMap(checkCasesOf);
    for (const one of cases.filter(({ name }, index) => isNamed(name, index % STRIDE === (product * 11) % STRIDE))) {
      test(one.name, async () => {
        expect(await runCheckCase(one, ground), `npm run test:faults -- '${one.name}'`).toEqual([]);
      });
    }
  });
}
