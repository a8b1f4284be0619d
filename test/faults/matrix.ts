import type { PreparedProductId } from '../../core/products.ts';
import { ENDING_KINDS, FAULT_KINDS, type FaultCase, type LineCase, type Recording, SCENARIO_NAMES } from './cases.ts';
import { PROFILES } from './tracks.ts';

/** Where a recording stands among the others of its kind of case. */
export interface Place {
  /** The place of its track in the list of tracks. */
  readonly track: number;
  /** True for the one track of a goal on which the reads before a run are hit, which are the same on every track. */
  readonly leads: boolean;
}

/**
 * Whether the whole matrix has a case. It has every kind of fault at every step of every track on every product; whether
 * the run stops or takes everything back, and how it is mended, changes from case to case, so that each step sees every
 * combination. What costs a new PowerShell or a new program a case is spread: kinds that end a process, and runs that
 * are hit a second time, meet every step of every track, and go through the products in turn.
 */
export function isInMatrix(one: FaultCase, { track, leads }: Place): boolean {
  const { recording, step, hit } = one;
  const { profile, scenario, planReads } = recording;
  const kind = FAULT_KINDS.indexOf(hit.kind);
  const product = PROFILES.indexOf(profile);
  const ending = ENDING_KINDS.indexOf(hit.kind);
  if (scenario.base !== null) {
    return isTurnOf(recording, track) && (ending < 0 || one.endingKinds[step % one.endingKinds.length] === hit.kind);
  }
  if (step < planReads && !leads) return false;
  if (ending >= 0 && !isProductsTurn(profile, step + kind + track)) return false;
  return scenario.name === ((Math.floor(step / 2) + kind + product) % 2 === 0 ? 'stop' : 'take-back');
}

/** The same for what happens at a line of the journal: every line of every track, the products in turn. */
export function isLineInMatrix({ recording }: LineCase, { track }: Place): boolean {
  return isTurnOf(recording, track);
}

function isTurnOf({ profile, scenario }: Recording, track: number): boolean {
  return isProductsTurn(profile, SCENARIO_NAMES.indexOf(scenario.name) + track);
}

function isProductsTurn(profile: PreparedProductId, turn: number): boolean {
  return PROFILES.indexOf(profile) === turn % PROFILES.length;
}
