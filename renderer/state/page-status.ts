import { pendingChanges } from '../../core/plan/plan.ts';
import { isRunning } from '../../core/run/run.ts';
import { STEP_IDS, type StepId, stepsOf } from '../../core/steps.ts';
import type { WizardState } from './state.ts';
import { unfinishedRun } from './unfinished-run.ts';
import { isCheckOfNothing, problemsOfPage, unfinishedAnswers } from './page-problems.ts';

/** How a page stands in the step list. */
export type StepStatus = 'done' | 'current' | 'attention' | 'open' | 'not-reached';

/** The pages of the chosen goal and mode; before a choice of the mode, as with a deployment. */
export function pagesOf(state: Pick<WizardState, 'mode' | 'form'>): readonly StepId[] {
  return stepsOf(state.mode ?? 'practice', state.form.goal);
}

/** True when the page has been reached on the way to this goal, so that it can be opened from the step list. */
export function isReached(state: Pick<WizardState, 'mode' | 'form' | 'furthest'>, step: StepId): boolean {
  const { form, furthest } = state;
  if (isCheckOfNothing(state) && step !== 'start') return false;
  return STEP_IDS.indexOf(step) <= STEP_IDS.indexOf(furthest[form.goal]);
}

/** Every page of the chosen goal and mode in order, with how it stands. */
export function statusOfPages(state: WizardState): ReadonlyMap<StepId, StepStatus> {
  return new Map(pagesOf(state).map((id) => [id, stepStatus(state, id)]));
}

function stepStatus(state: WizardState, step: StepId): StepStatus {
  if (step === state.step) return 'current';
  if (!isReached(state, step)) return 'not-reached';
  if (step === 'apply') return applyStatus(state);
  if (step === 'verify') return verifyStatus(state);
  if (step === 'review' && state.plan.status === 'idle') return reviewStatus(state);
  return problemsOfPage(state, step).length > 0 ? 'attention' : 'done';
}

/** Without a plan at hand: done when a run was made of one, else it is made when the page is opened. */
function reviewStatus(state: WizardState): StepStatus {
  if (unfinishedAnswers(state).length > 0 || unfinishedRun(state)) return 'attention';
  return state.run ? 'done' : 'open';
}

function applyStatus({ run }: WizardState): StepStatus {
  if (!run || isRunning(run)) return 'open';
  return run.outcome === 'done' || run.outcome === 'nothing-to-do' ? 'done' : 'attention';
}

function verifyStatus({ verification }: WizardState): StepStatus {
  if (verification.status === 'ready') return verification.value.outcome === 'as-wanted' ? 'done' : 'attention';
  return verification.status === 'failed' ? 'attention' : 'open';
}

/** How many changes of the reviewed plan issue a command. */
export function pendingCount({ plan }: Pick<WizardState, 'plan'>): number {
  return plan.status === 'ready' ? pendingChanges(plan.value).length : 0;
}
