import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FAULT_KINDS } from '../../core/deployment/practice.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import { isWholeSet } from '../fakes/scope.ts';
import { buildProgram } from '../fakes/build-program.ts';
import { type FaultCase, type Recording, type ScenarioName, casesOf, isWrite, linesOf } from './cases.ts';
import { hasChoice } from './define-cases.ts';
import { powerShellGround } from './powershell-ground.ts';
import { recordSites, recordTrack } from './record.ts';
import { FAULTS } from './run-case.ts';
import { CHECKED, checkCasesOf, recordCheck, runCheckCase } from './run-check-case.ts';
import { FULL_DISKS } from './run-full-disk-case.ts';
import { killProgram, killedCases } from './run-killed-case.ts';
import { simulatedGround } from './simulated-ground.ts';
import { PROFILES, TRACKS } from './tracks.ts';

/** Each kind of fault once at a cmdlet that reads and once at one that writes, in the scenarios in turn; see `isPlayed`. */
const CHOSEN: readonly (readonly [scenario: ScenarioName, effect: 'reads' | 'writes', kind: string])[] = [
  ['stop', 'reads', 'access-denied'],
  ['stop', 'reads', 'partial'],
  ['take-back', 'reads', 'silent'],
  ['take-back', 'reads', 'slow'],
  ['stop', 'reads', 'garbage'],
  ['stop', 'reads', 'replication-stuck'],
  ['resumed-rollback', 'reads', 'error'],
  ['resumed-continue', 'reads', 'exit'],
  ['take-back', 'reads', 'kill'],
  ['taking-back', 'reads', 'hang'],
  ['taking-back', 'writes', 'error'],
  ['take-back', 'writes', 'access-denied'],
  ['taking-back', 'writes', 'partial'],
  ['resumed-continue', 'writes', 'silent'],
  ['stop', 'writes', 'slow'],
  ['take-back', 'writes', 'garbage'],
  ['stop', 'writes', 'replication-stuck'],
  ['take-back', 'writes', 'exit'],
  ['resumed-rollback', 'writes', 'kill'],
  ['stop', 'writes', 'hang'],
];

/** In the whole set all of them; else each kind once, every other kind at a cmdlet that reads. */
function isPlayed([, effect, kind]: (typeof CHOSEN)[number]): boolean {
  const isAtRead = FAULT_KINDS.findIndex((one) => one === kind) % 2 === 0;
  return isWholeSet || isAtRead === (effect === 'reads');
}

// What is known of a deployment beforehand comes from the simulation; recordings.test.ts compares it with PowerShell.
const simulation = simulatedGround();
const ground = powerShellGround();
afterAll(() => ground.close());

async function recordingOf(place: number, scenario: ScenarioName): Promise<Recording> {
  const [profile, track] = [PROFILES[place % PROFILES.length], TRACKS[place % TRACKS.length]];
  if (profile === undefined || track === undefined) throw new Error('There are products and tracks.');
  const sites = await recordSites(profile, simulation);
  const [recording] = await recordTrack({ profile, sites, ground: simulation }, track, [scenario]);
  if (!recording) throw new Error('A scenario that is asked for is recorded.');
  return recording;
}

/** The one in the middle: neither before the first change nor after the last. */
function middle<T>(cases: readonly T[]): T {
  const found = cases[Math.floor(cases.length / 2)];
  if (found === undefined) throw new Error('There is no such case.');
  return found;
}

describe.skipIf(hasChoice)('on PowerShell, a run comes to the same as on the simulation', () => {
  test.each(
    CHOSEN.map((chosen, place) => [...chosen, place] as const).filter(([scenario, effect, kind]) =>
      isPlayed([scenario, effect, kind]),
    ),
  )('%s: a cmdlet that %s, %s', async (...chosen) => {
    const [scenario, effect, kind, place] = chosen;
    const recording = await recordingOf(place, scenario);
    const isMeant = ({ hit, step }: FaultCase): boolean => {
      const call = recording.steps[step];
      return hit.kind === kind && call !== undefined && isWrite(call) === (effect === 'writes');
    };
    const one = middle(casesOf(recording).filter(isMeant));
    // A command that writes can be cancelled, what is read while it is taken back cannot.
    const hangEnds = effect === 'writes' ? 'cancelled' : 'timed-out';
    expect(await FAULTS.run({ ...one, hangEnds }, ground), one.name).toEqual([]);
  });
});

describe.skipIf(hasChoice)('on PowerShell', () => {
  test.each(['error', 'exit'])('a check that meets the fault %s says no more than it has read', async (kind) => {
    const profile: PreparedProductId = 'sfb2019';
    const sites = await recordSites(profile, simulation);
    const [name, before] = middle(CHECKED);
    const checked = await recordCheck({ name, profile, before: before(sites) }, simulation);
    const one = middle(checkCasesOf(checked).filter(({ hit }) => hit.kind === kind));
    expect(await runCheckCase(one, ground), one.name).toEqual([]);
  });

  test('a run stops when the disk is full, and is mended when there is room again', async () => {
    const one = middle(FULL_DISKS.casesOf(await recordingOf(0, 'stop')));
    expect(await FULL_DISKS.run(one, ground), one.name).toEqual([]);
  });

  test('a program that is killed while it writes a line of the journal leaves a run that can be mended', async () => {
    const program = await buildProgram(join(import.meta.dirname, 'killed-program.ts'));
    try {
      const one = middle(linesOf(await recordingOf(1, 'stop'), ['within']));
      expect(await killedCases(killProgram(program.path)).run(one, ground), one.name).toEqual([]);
    } finally {
      await rm(program.folder, { recursive: true });
    }
  });
});
