import type { Problem } from '../core/answers.ts';
import { failureWords } from '../core/texts/failures.ts';
import { fieldOfPath, labelOfField } from '../core/texts/pages/fields.ts';
import { startText } from '../core/texts/pages/start.ts';
import { unfinishedText } from '../core/texts/pages/unfinished-run.ts';
import { reviewText } from '../core/texts/pages/review.ts';
import type { Finding } from '../core/finding.ts';
import { blockersOf, pendingChanges, warningsOf } from '../core/plan.ts';
import { isPreparedProduct } from '../core/products.ts';
import { type RunSnapshot, isRunning, needsDecision, summaryOfRun } from '../core/run.ts';
import { STEPS, STEP_IDS, type StepId, problemsOfStep, stepsOf } from '../core/steps.ts';
import { type WizardForm, formProblems } from '../core/wizard.ts';
import type { WizardState } from './state.ts';
import { unfinishedRun } from './unfinished-run.ts';

/** One thing that keeps a page from being finished: the field, why, and the page that mends it when it is another one. */
export interface PageProblem {
  readonly field: string;
  readonly label: string;
  readonly message: string;
  readonly step: StepId | null;
}

/** How a page stands in the step list. */
export type StepStatus = 'done' | 'current' | 'attention' | 'open' | 'not-reached';

const problemsByForm = new WeakMap<WizardForm, readonly Problem[]>();

/** Every problem of the form; checked once a form, because many places ask. */
function problemsOfForm(form: WizardForm): readonly Problem[] {
  const known = problemsByForm.get(form);
  if (known) return known;
  const problems = formProblems(form);
  problemsByForm.set(form, problems);
  return problems;
}

/** What keeps a page from being finished, in the order of the page. */
export function problemsOfPage(state: WizardState, step: StepId): readonly PageProblem[] {
  if (step === 'start') return startProblems(state);
  if (step === 'review') return reviewProblems(state);
  return problemsOfStep(step, problemsOfForm(state.form)).map((problem) => pageProblem(problem, null));
}

function pageProblem({ path, message }: Problem, step: StepId | null): PageProblem {
  const field = fieldOfPath(path);
  return { field, label: labelOfField(field), message, step };
}

/** The problems of the lines of a list that is typed, by position from 0. `field` is the list's path. */
export function lineProblems(form: WizardForm, field: string): ReadonlyMap<number, string> {
  const lines = problemsOfForm(form).map(({ path, message }) => ({
    line: path.startsWith(`${field}[`) ? Number.parseInt(path.slice(field.length + 1), 10) : Number.NaN,
    message,
  }));
  return new Map(lines.filter(({ line }) => !Number.isNaN(line)).map(({ line, message }) => [line, message]));
}

function startProblems(state: WizardState): readonly PageProblem[] {
  const { problems } = startText;
  const at = (path: string, message: string) => [pageProblem({ path, message }, null)];
  if (state.draftOffer) return at('$.draft', problems.draft);
  if (state.mode === null) return at('$.mode', problems.mode);
  if (isCheckOfNothing(state)) return at('$.mode', problems.nothingToCheck);
  if (state.mode === 'prepare') {
    return isPreparedProduct(state.preparedProduct) ? [] : at('$.preparedProduct', problems.product);
  }
  if (state.deployment.status === 'ready') return [];
  return at('$.deployment', state.deployment.status === 'failed' ? problems.failed : problems.busy);
}

function reviewProblems(state: WizardState): readonly PageProblem[] {
  if (unfinishedRun(state)) return [pageProblem({ path: '$.run', message: unfinishedText.decideFirst }, 'start')];
  const unfinished = unfinishedAnswers(state);
  if (unfinished.length > 0) return unfinished;
  const at = (message: string) => [pageProblem({ path: '$.plan', message }, null)];
  if (state.plan.status === 'failed') return at(failureWords(state.plan.failure).title);
  if (state.plan.status !== 'ready') return at(reviewText.stillPlanning);
  if (state.mode === 'prepare') return [];
  const blockers = blockersOf(state.plan.value).map(({ message, step }) => ({
    field: '$.plan',
    label: labelOfField('$.plan'),
    message,
    step,
  }));
  const unread = unreadWarnings(state).map((warning) => ({
    field: warningField(state.plan, warning),
    label: reviewText.unread,
    message: warning.message,
    step: null,
  }));
  return [...blockers, ...unread];
}

/** The path of the checkbox that says that a warning of the plan was read. */
export function warningField(plan: WizardState['plan'], warning: Finding): string {
  const warnings = plan.status === 'ready' ? warningsOf(plan.value) : [];
  return `$.acknowledged[${warnings.indexOf(warning)}]`;
}

/** True when the warning was read in just these words. */
export function isAcknowledged({ acknowledged }: Pick<WizardState, 'acknowledged'>, { id, message }: Finding): boolean {
  return acknowledged.get(id) === message;
}

/** The warnings of the plan at hand that have not been acknowledged. Without a deployment nothing is applied. */
export function unreadWarnings(state: Pick<WizardState, 'plan' | 'mode' | 'acknowledged'>): readonly Finding[] {
  if (state.mode === 'prepare' || state.plan.status !== 'ready') return [];
  return warningsOf(state.plan.value).filter((warning) => !isAcknowledged(state, warning));
}

/** The problems of every page that collects answers, each with its page. */
export function unfinishedAnswers(state: Pick<WizardState, 'form'>): readonly PageProblem[] {
  const problems = problemsOfForm(state.form);
  return STEPS.flatMap(({ id }) => problemsOfStep(id, problems).map((problem) => pageProblem(problem, id)));
}

/** True for the one choice that cannot be made: a check reads, and "prepare only" has nothing to read. */
export function isCheckOfNothing({ mode, form }: Pick<WizardState, 'mode' | 'form'>): boolean {
  return mode === 'prepare' && form.goal === 'check';
}

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

/** How each page stands. */
export function stepStatus(state: WizardState, step: StepId): StepStatus {
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

/** True when a run has stopped and it is still to be decided whether it goes on, is taken back or is left. */
export function awaitsDecision(run: RunSnapshot | null): boolean {
  return run !== null && run.outcome !== null && needsDecision(summaryOfRun(run));
}

/** How many changes of the reviewed plan issue a command. */
export function pendingCount({ plan }: Pick<WizardState, 'plan'>): number {
  return plan.status === 'ready' ? pendingChanges(plan.value).length : 0;
}

/** True when there is a plan that may not be applied. */
export function isBlocked({ plan, mode }: Pick<WizardState, 'plan' | 'mode'>): boolean {
  return mode !== 'prepare' && plan.status === 'ready' && blockersOf(plan.value).length > 0;
}
