import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../core/failure.ts';
import type { RunSnapshot } from '../../core/run/run.ts';
import { type Action, newestRecord, perform } from './actions.ts';
import { type FaultCase, casesOf, isHarmless, selectionOf } from './cases.ts';
import type { CaseKind } from './define-cases.ts';
import { stateText } from './deployment-state.ts';
import type { ByHand } from './by-hand.ts';
import { type Expected, judgeEnd, judgePicture, judgeRecord } from './judgement.ts';
import type { KeptShell } from './kept-shell.ts';
import { isInMatrix } from './matrix.ts';
import { type Site, openSite } from './site.ts';

/** What the cases of a file work with. */
export interface Tools {
  readonly shell: KeptShell;
  readonly byHand: ByHand;
}

/** How often a file is looked at for the call that hangs. */
const LOOK_MS = 5;

/** Every kind of fault at every call of a cmdlet. */
export const FAULTS: CaseKind<FaultCase> = { casesOf, selectionOf, isInMatrix, run: runCase };

async function runCase(one: FaultCase, { shell, byHand }: Tools): Promise<readonly string[]> {
  const { recording, hit } = one;
  const { profile, before, scenario } = recording;
  const faults = scenario.base ? [scenario.base, hit] : [hit];
  const site = await openSite({ profile, before, faults, openShell: shell.openFor(hit) });
  try {
    const violations: string[] = [];
    for (const action of scenario.actions) {
      const isLast = action === scenario.actions.at(-1);
      const ended = await (isLast ? performHit(one, site, action) : perform(site, action, recording.answers));
      violations.push(...(await judgeAction(ended, site, recording)));
      if (ended.ok) violations.push(...(await tryByHand(ended.value, site, recording, byHand)));
      if (isLast) violations.push(...judgeHit(one, ended));
    }
    // What did not happen yet would happen to the kept shell.
    if (!(await wasHit(one, site))) return [...violations, 'The fault did not happen.'];
    return [...violations, ...(await mend(one, site))];
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
async function performHit(one: FaultCase, site: Site, action: Action): Promise<Result<RunSnapshot>> {
  const performing = perform(site, action, one.recording.answers);
  if (one.hit.kind !== 'hang' || one.hangEnds !== 'cancelled') return performing;
  const watching = new AbortController();
  const looking = cancelWhenHit(one, site, watching.signal);
  try {
    return await performing;
  } finally {
    watching.abort();
    await looking;
  }
}

async function cancelWhenHit(one: FaultCase, site: Site, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    if (await wasHit(one, site)) {
      site.setup.runs.cancel();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
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
  site: Site,
  { before }: Expected,
  byHand: ByHand,
): Promise<string[]> {
  if (outcome !== 'left-changed' && outcome !== 'unknown') return [];
  const copy = join(site.folder, 'by-hand.json');
  await copyFile(site.statePath, copy);
  const { state, errors } = await byHand.run(commands, copy, site.profile);
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
