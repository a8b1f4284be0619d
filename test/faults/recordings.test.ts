import { afterAll, describe, expect, test } from 'vitest';
import { oneOfEach } from '../fakes/scope.ts';
import { type Recording, SCENARIO_NAMES } from './cases.ts';
import { hasChoice } from './define-cases.ts';
import { stateText } from './deployment-state.ts';
import { powerShellGround } from './powershell-ground.ts';
import { recordSites, recordTrack } from './record.ts';
import { simulatedGround } from './simulated-ground.ts';
import { PROFILES, TRACKS } from './tracks.ts';

const simulation = simulatedGround();
const powershell = powerShellGround();
afterAll(() => powershell.close());

/** The products in turn along with the tracks; the selection has one track of setting up and one of retiring. */
const PLAYED = oneOfEach(
  TRACKS.map((track, place) => ({ track, profile: PROFILES[place % PROFILES.length] ?? 'lync2010' })),
  ({ track }) => track.name.startsWith('retire'),
);

/** A recording with its states as texts that are the same whatever the order and the time. */
function comparable({ before, wanted, ...rest }: Recording) {
  return { ...rest, before: stateText(before), wanted: stateText(wanted) };
}

describe.skipIf(hasChoice)('without a fault, the simulation does what PowerShell does', () => {
  test.each(PLAYED)('on $profile, on the track $track.name', async ({ track, profile }) => {
    const [real, simulated] = await Promise.all(
      [powershell, simulation].map(async (ground) => {
        const sites = await recordSites(profile, ground);
        return (await recordTrack({ profile, sites, ground }, track, SCENARIO_NAMES)).map(comparable);
      }),
    );
    expect(simulated).toEqual(real);
    expect(real).toHaveLength(SCENARIO_NAMES.length);
  });
});
