import { ENDING_KINDS, FAULT_KINDS, type FaultCase, type LineCase, type Recording, SCENARIO_NAMES } from './cases.ts';
import { PROFILES } from './tracks.ts';

/**
 * Whether the whole matrix has a case; `track` is the place of its track in the list of tracks. It has every kind of
 * fault at every step of every track on every product; whether the run stops or takes everything back, and how it is
 * mended, changes from case to case, so that each step sees every combination. Runs that are hit a second time meet
 * every step of every track, and go through the products in turn.
 */
export function isInMatrix({ recording, step, hit, endingKinds }: FaultCase, track: number): boolean {
  const { profile, scenario } = recording;
  const kind = FAULT_KINDS.indexOf(hit.kind);
  if (scenario.base !== null) {
    const isKindsTurn = !ENDING_KINDS.includes(hit.kind) || endingKinds[step % endingKinds.length] === hit.kind;
    return isProductsTurn(recording, track) && isKindsTurn;
  }
  const isStopped = (Math.floor(step / 2) + kind + PROFILES.indexOf(profile)) % 2 === 0;
  return scenario.name === (isStopped ? 'stop' : 'take-back');
}

/** The same for what happens at a line of the journal: every line of every track, the products in turn. */
export function isLineInMatrix({ recording }: LineCase, track: number): boolean {
  return isProductsTurn(recording, track);
}

function isProductsTurn({ profile, scenario }: Recording, track: number): boolean {
  const turn = SCENARIO_NAMES.indexOf(scenario.name) + track;
  return PROFILES.indexOf(profile) === turn % PROFILES.length;
}
