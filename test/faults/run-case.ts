import type { Result } from '../../core/failure.ts';
import type { RunSnapshot } from '../../core/run/run.ts';
import { type Action, newestRecord, perform } from './actions.ts';
import { type FaultCase, casesOf, isHarmless, selectionOf } from './cases.ts';
import type { CaseKind } from './define-cases.ts';
import { type State, stateText } from './deployment-state.ts';
import type { Ground } from './ground.ts';
import { type Expected, judgeEnd, judgePicture, judgeRecord } from './judgement.ts';
import { isInMatrix } from './matrix.ts';
import { type Site, openSite } from './site.ts';
import { type Trace, differences, traceOf } from './trace.ts';

/** Every kind of fault at every call of a cmdlet. */
export const FAULTS: CaseKind<FaultCase> = { casesOf, selectionOf, isInMatrix, run: runCase };

async function runCase(one: FaultCase, ground: Ground): Promise<readonly string[]> {
  const { violations, trace } = await playCase(one, ground);
  if (!ground.twin || trace === null) return violations;
  const onTwin = await playCase(one, ground.twin);
  return [...violations, ...differences(trace, onTwin.trace)];
}

interface Played {
  readonly violations: readonly string[];
  /** Null when the fault did not happen. */
  readonly trace: Trace | null;
}

async function playCase(one: FaultCase, ground: Ground): Promise<Played> {
  const { recording, hit } = one;
  const { profile, before, scenario } = recording;
  const faults = scenario.base ? [scenario.base, hit] : [hit];
  const site = await openSite({ ground, profile, before, faults, hit });
  try {
    const violations: string[] = [];
    for (const action of scenario.actions) {
      const isLast = action === scenario.actions.at(-1);
      const ended = await (isLast
        ? performHit(one, { site, action, ground })
        : perform(site, action, recording.answers));
      violations.push(...(await judgeAction(ended, site, recording)));
      if (ended.ok) violations.push(...(await tryByHand(ended.value, { site, ground, before })));
      if (isLast) violations.push(...judgeHit(one, ended));
    }
    // What did not happen yet would happen to a shell that others use.
    if (!(await wasHit(one, site))) return { violations: [...violations, 'The fault did not happen.'], trace: null };
    violations.push(...(await mend(one, site)));
    return { violations, trace: await traceOf(site) };
  } finally {
    await site.remove();
  }
}

/** What a fault must come to at least, whatever it was. */
function judgeHit({ hit, recording }: FaultCase, ended: Result<RunSnapshot>): string[] {
  const outcome = ended.ok ? ended.value.outcome : null;
  if (isHarmless(hit)) return outcome === 'done' ? [] : [`Nothing failed, but it ended "${outcome}".`];
  // The fault is the only one, so nothing stands in the way of taking the run back.
  const isTakenBack = outcome === null || ['done', 'restored', 'cancelled'].includes(outcome);
  return recording.scenario.name !== 'take-back' || isTakenBack ? [] : [`It is not taken back: "${outcome}".`];
}

/** Performs the action in which the fault comes; one that hangs is cancelled where the case says so. */
async function performHit(
  one: FaultCase,
  { site, action, ground }: { readonly site: Site; readonly action: Action; readonly ground: Ground },
): Promise<Result<RunSnapshot>> {
  const performing = (): Promise<Result<RunSnapshot>> => perform(site, action, one.recording.answers);
  if (one.hit.kind !== 'hang') return performing();
  const cancel = one.hangEnds === 'cancelled' ? () => site.setup.runs.cancel() : null;
  return ground.playHang(() => wasHit(one, site), cancel, performing);
}

async function wasHit({ hit }: FaultCase, site: Site): Promise<boolean> {
  return (await site.calls()).some(({ cmdlet, call }) => cmdlet === hit.cmdlet && call === hit.call);
}

/** What is wrong after an action: with how its run ended, or with the deployment when it could not begin. */
export async function judgeAction(
  ended: Result<RunSnapshot>,
  site: Pick<Site, 'dataDir' | 'statePath' | 'state'>,
  expected: Expected,
): Promise<string[]> {
  const record = await newestRecord(site);
  const state = await site.state();
  if (ended.ok) return [...judgeRecord(ended.value, record), ...judgeEnd(ended.value, state, expected)];
  if (record !== null) return judgePicture(record.run, state, expected);
  return stateText(state) === stateText(expected.before)
    ? []
    : ['Nothing is recorded, but the deployment is not as before.'];
}

/** The commands that a run names must lead back to the deployment as it was, whoever runs them. */
export async function tryByHand(
  { outcome, byHand: commands }: RunSnapshot,
  { site, ground, before }: { readonly site: Site; readonly ground: Ground; readonly before: State },
): Promise<string[]> {
  if (outcome !== 'left-changed' && outcome !== 'unknown') return [];
  const { state, errors } = await ground.tryByHand(commands, site);
  const isBefore = stateText(state) === stateText(before);
  return [
    ...(isBefore ? [] : [`The commands by hand do not lead back: ${commands.join('; ')}`]),
    // What stands is known, so no command is named that has nothing to do.
    ...(outcome === 'left-changed' ? errors.map((error) => `A command by hand failed: ${error}`) : []),
  ];
}

/** Goes on with the run, or begins again when there is none; the end must be one of the two good ones. */
export async function mend(
  { mend: how, isSettled, recording }: Pick<FaultCase, 'mend' | 'isSettled' | 'recording'>,
  site: Site,
): Promise<string[]> {
  const recorded = await newestRecord(site);
  const [action, outcome] =
    recorded === null
      ? ([BEGIN, 'done'] as const)
      : ([{ type: how }, how === 'continue' ? 'done' : 'restored'] as const);
  const violations = recorded !== null && isSettled ? await judgeSettled(recorded.run.id, site, recording) : [];
  const mended = await perform(site, action, recording.answers);
  if (!mended.ok) violations.push(`It could not be mended: ${JSON.stringify(mended.failure)}`);
  else if (mended.value.outcome !== outcome) violations.push(`Mended, it ended "${mended.value.outcome}".`);
  return [...violations, ...(await judgeAction(mended, site, recording))];
}

const BEGIN: Action = { type: 'start', onFailure: 'stop' };

/** What the deployment tells of a run: after one of its own faults, everything. */
async function judgeSettled(runId: string, site: Site, expected: Expected): Promise<string[]> {
  const settled = await site.setup.runs.settle('practice', runId);
  if (!settled.ok) return [`What became of the run could not be found out: ${JSON.stringify(settled.failure)}`];
  const { run, canContinue } = settled.value;
  return [
    ...judgePicture(run, await site.state(), expected),
    ...(canContinue ? [] : ['It cannot be continued, though the deployment is in a state of its own.']),
  ];
}
