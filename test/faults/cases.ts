import type { Answers } from '../../core/answers/answers-schema.ts';
import { type PreparedProductId } from '../../core/deployment/products.ts';
import { CMDLETS, isCmdletName } from '../../core/deployment/cmdlets.ts';
import type { Fault } from '../fakes/practice-setup.ts';
import type { Action } from './actions.ts';
import type { Expected } from './judgement.ts';
import type { Call } from './site.ts';

/** Every kind of fault that a practice deployment can make. */
export const FAULT_KINDS = [
  'error',
  'access-denied',
  'hang',
  'exit',
  'kill',
  'silent',
  'partial',
  'slow',
  'garbage',
  'replication-stuck',
] as const;
type FaultKind = (typeof FAULT_KINDS)[number];

/** Those that end the process that they happen in. */
export const ENDING_KINDS: readonly string[] = ['hang', 'exit', 'kill'] satisfies readonly FaultKind[];

/** How a case is mended after the fault. */
type Mend = 'continue' | 'rollback';

/** The ways to come to a point at which something goes wrong. */
export const SCENARIO_NAMES = ['stop', 'take-back', 'taking-back', 'resumed-rollback', 'resumed-continue'] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

/** What is done while faults are played. Each call that the last action makes when no more goes wrong is hit in turn. */
export interface Scenario {
  readonly name: ScenarioName;
  /** The fault by which the earlier actions come to the point; null: they are healthy. */
  readonly base: Fault | null;
  readonly actions: readonly Action[];
}

/** A scenario as it goes when nothing but its own fault goes wrong. */
export interface Recording extends Expected {
  readonly profile: PreparedProductId;
  readonly track: string;
  readonly answers: Answers;
  readonly scenario: Scenario;
  /** The calls of the last action, in order; after the scenario's own fault when that is in it. */
  readonly steps: readonly Call[];
  /** The lines that the last action writes into the journal, counted from 1; after the scenario's own fault likewise. */
  readonly lines: readonly number[];
}

/** One fault at one step. */
export interface FaultCase {
  readonly name: string;
  readonly recording: Recording;
  /** The place of the call that is hit among the recording's steps. */
  readonly step: number;
  readonly hit: Fault & { readonly kind: FaultKind };
  readonly mend: Mend;
  /** How a call that hangs is ended. */
  readonly hangEnds: 'cancelled' | 'timed-out';
  /** Whether the run is settled before it is mended, which reads the deployment once more. */
  readonly isSettled: boolean;
  /** The kinds that end a process and can come at this step. */
  readonly endingKinds: readonly FaultKind[];
}

/** `slow` needs no more to be another order of events. */
const SLOW_SECONDS = 0.1;

/** After a first failure it matters only whether an answer comes, says no, or never comes; writes may also lie. */
const LATER_READ_KINDS: readonly FaultKind[] = ['error', 'hang', 'exit'];
const LATER_WRITE_KINDS: readonly FaultKind[] = ['error', 'partial', 'silent', 'hang', 'exit', 'kill'];

/** Every kind of fault at every step of a recording. Neighbours are mended in different ways, so that each step has both. */
export function casesOf(recording: Recording): readonly FaultCase[] {
  const { profile, track, scenario, steps } = recording;
  return steps.flatMap(({ cmdlet, call }, step) => {
    const kinds = kindsFor(scenario, { cmdlet, call });
    const endingKinds = kinds.filter((kind) => ENDING_KINDS.includes(kind));
    return kinds.map((kind, index): FaultCase => {
      const mend = (step + index) % 2 === 0 ? 'continue' : 'rollback';
      return {
        name: `${profile} ${track} ${scenario.name}: ${cmdlet} ${call} ${kind}, ${mend}`,
        recording,
        step,
        hit: { cmdlet, call, kind, ...(kind === 'slow' ? { seconds: SLOW_SECONDS } : {}) },
        mend,
        hangEnds: step % 2 === 0 ? 'cancelled' : 'timed-out',
        isSettled: (step + index) % 4 < 2,
        endingKinds,
      };
    });
  });
}

function kindsFor({ base }: Scenario, step: Call): readonly FaultKind[] {
  if (base === null) return FAULT_KINDS;
  return isWrite(step) ? LATER_WRITE_KINDS : LATER_READ_KINDS;
}

/** The kinds in the order in which a selection takes them: those that end a process, which cost most, the least often. */
const TURNS: readonly FaultKind[] = [
  ...(['partial', 'error', 'silent', 'garbage', 'access-denied', 'partial', 'kill', 'slow'] as const),
  ...(['silent', 'error', 'replication-stuck', 'partial', 'access-denied', 'silent', 'exit', 'error'] as const),
  ...(['garbage', 'partial', 'error', 'silent', 'access-denied', 'slow', 'hang'] as const),
  ...(['partial', 'error', 'silent', 'garbage', 'access-denied', 'partial', 'error', 'slow'] as const),
  ...(['silent', 'error', 'replication-stuck', 'partial', 'access-denied', 'silent', 'error'] as const),
  ...(['garbage', 'partial', 'error', 'silent', 'access-denied', 'slow', 'silent'] as const),
];

/** How far on each track begins among the turns, so that not every one meets all kinds that end a process. */
const TRACK_TURNS = 11;

/** A selection that is the same each time: of every `stride`-th step one case, of another kind at each. */
export function selectionOf(cases: readonly FaultCase[], stride: number, offset: number): readonly FaultCase[] {
  const steps = [...new Set(cases.map(({ step }) => step))].filter((step) => step % stride === offset % stride);
  let turn = offset * TRACK_TURNS;
  return steps.flatMap((step) => {
    const ofStep = cases.filter((one) => one.step === step);
    for (;;) {
      const kind = TURNS[turn % TURNS.length];
      turn += 1;
      const found = ofStep.filter(({ hit }) => hit.kind === kind);
      if (found.length > 0) return found;
    }
  });
}

/** True for a fault by which nothing fails: the answer comes late, or with noise, or tells nothing that matters. */
export function isHarmless(hit: Fault & Call): boolean {
  const isLate = ['slow', 'garbage', 'replication-stuck'].includes(hit.kind);
  return isLate || (hit.kind === 'silent' && !isWrite(hit));
}

/** Something that happens at one line of the journal which a recording's last action writes. */
export interface LineCase<When extends string = string> {
  readonly name: string;
  readonly recording: Recording;
  readonly line: number;
  readonly when: When;
  readonly mend: Mend;
}

/** The given things at every line. */
export function linesOf<When extends string>(recording: Recording, whens: readonly When[]): readonly LineCase<When>[] {
  const { profile, track, scenario, lines } = recording;
  return lines.flatMap((line) =>
    whens.map((when, place) => {
      const mend = (line + place) % 2 === 0 ? 'continue' : 'rollback';
      return {
        name: `${profile} ${track} ${scenario.name}: ${when} line ${line}, ${mend}`,
        recording,
        line,
        when,
        mend,
      };
    }),
  );
}

/** A selection that is the same each time: every `stride`-th case. */
export function lineSelection<T>(cases: readonly T[], stride: number, offset: number): readonly T[] {
  return cases.filter((_, index) => index % stride === offset % stride);
}

/** True for a call that changes something. */
export function isWrite({ cmdlet }: Call): boolean {
  return isCmdletName(cmdlet) && CMDLETS[cmdlet].effect === 'writes';
}
