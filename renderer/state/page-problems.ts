import type { WizardForm } from '../../core/wizard/form.ts';
import type { Problem } from '../../core/failure.ts';
import { failureWords } from '../../core/texts/failures.ts';
import { fieldOfPath, labelOfField } from '../../core/texts/pages/fields.ts';
import { startText } from '../../core/texts/pages/start.ts';
import { unfinishedText } from '../../core/texts/pages/unfinished-run.ts';
import { reviewText } from '../../core/texts/pages/review.ts';
import type { Finding } from '../../core/finding.ts';
import { blockersOf, warningsOf } from '../../core/plan/plan.ts';
import { isPreparedProduct } from '../../core/deployment/products.ts';
import { type RunSnapshot, needsDecision, summaryOfRun } from '../../core/run/run.ts';
import { STEPS, type StepId } from '../../core/steps.ts';
import { formProblems, problemsOfStep } from '../../core/wizard/form-answers.ts';
import type { WizardState } from './state.ts';
import { unfinishedRun } from './unfinished-run.ts';

/** One thing that keeps a page from being finished: the field, why, and the page that mends it when it is another one. */
export interface PageProblem {
  readonly field: string;
  readonly label: string;
  readonly message: string;
  readonly step: StepId | null;
}

/** The parts of the state on which a page's problems depend. */
export type ProblemSources = Pick<
  WizardState,
  'form' | 'draftOffer' | 'mode' | 'preparedProduct' | 'deployment' | 'plan' | 'acknowledged' | 'runs' | 'run'
>;

/** Those parts. */
export function problemSources(state: WizardState): ProblemSources {
  const { form, draftOffer, mode, preparedProduct, deployment, plan, acknowledged, runs, run } = state;
  return { form, draftOffer, mode, preparedProduct, deployment, plan, acknowledged, runs, run };
}

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
export function problemsOfPage(state: ProblemSources, step: StepId): readonly PageProblem[] {
  if (step === 'start') return startProblems(state);
  if (step === 'review') return reviewProblems(state);
  return problemsOfStep(step, problemsOfForm(state.form)).map((problem) => pageProblem(problem, null));
}

function pageProblem({ path, message }: Problem, step: StepId | null): PageProblem {
  const field = fieldOfPath(path);
  return { field, label: labelOfField(field), message, step };
}

/** True once the problems of a field are shown: it was left, or Next was pressed on its page. */
function isChecked({ touched, checkedSteps, step }: WizardState, path: string): boolean {
  return touched.has(path) || checkedSteps.has(step);
}

/** What is wrong with a field of the present page, once that is shown; null: nothing. */
export function fieldMessage(state: WizardState, path: string): string | null {
  if (!isChecked(state, path)) return null;
  return problemsOfPage(state, state.step).find(({ field }) => field === path)?.message ?? null;
}

/** The problems of the lines of a list, once they are shown. `path` is the list's. */
export function shownLineProblems(state: WizardState, path: string): ReadonlyMap<number, string> {
  return isChecked(state, path) ? lineProblems(state.form, path) : NO_PROBLEMS;
}

const NO_PROBLEMS: ReadonlyMap<number, string> = new Map();

/** The problems of the lines of a list that is typed, by position from 0. `field` is the list's path. */
export function lineProblems(form: WizardForm, field: string): ReadonlyMap<number, string> {
  const lines = problemsOfForm(form).map(({ path, message }) => ({
    line: path.startsWith(`${field}[`) ? Number.parseInt(path.slice(field.length + 1), 10) : Number.NaN,
    message,
  }));
  return new Map(lines.filter(({ line }) => !Number.isNaN(line)).map(({ line, message }) => [line, message]));
}

function startProblems(state: ProblemSources): readonly PageProblem[] {
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

function reviewProblems(state: ProblemSources): readonly PageProblem[] {
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

/** True when a run has stopped and it is still to be decided whether it goes on, is taken back or is left. */
export function awaitsDecision(run: RunSnapshot | null): boolean {
  return run !== null && run.outcome !== null && needsDecision(summaryOfRun(run));
}

/** True when there is a plan that may not be applied. */
export function isBlocked({ plan, mode }: Pick<WizardState, 'plan' | 'mode'>): boolean {
  return mode !== 'prepare' && plan.status === 'ready' && blockersOf(plan.value).length > 0;
}
