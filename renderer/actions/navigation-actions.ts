import type { WizardForm } from '../../core/wizard/form.ts';
import { isRunning } from '../../core/run/run.ts';
import { type StepId, neighbourStep } from '../../core/steps.ts';
import type { ActionContext } from './action-context.ts';
import type { DraftActions } from './draft-actions.ts';
import { arrivalAt } from '../state/arrival.ts';
import { problemsOfPage } from '../state/page-problems.ts';
import { isReached, pagesOf } from '../state/page-status.ts';
import type { WizardState } from '../state/state.ts';

export interface NavigationActions {
  /** Goes to the next page, or shows what this one still needs. */
  goNext(): void;
  goBack(): void;
  /** Opens a page that has been reached already. */
  openStep(step: StepId): void;
  /** Goes on although something stands in the way of this page's purpose (a plan that may not be applied). */
  skipTo(step: StepId): void;
  /** Changes the form; whatever was planned or checked for the old one no longer holds. */
  edit(change: (form: WizardForm) => WizardForm): void;
  /** Ticks or unticks the terms; the moment of ticking is kept with them. */
  acceptTerms(isAccepted: boolean): void;
  /** Says that a field was left, so that its problem is shown from now on. */
  touch(path: string): void;
}

/** Moving between pages, and filling them in. While a run is going on, the page stays. */
export function navigationActions({ store, now }: ActionContext, drafts: DraftActions): NavigationActions {
  const moveTo = (step: StepId) => {
    store.setState((state) => (isRunning(state.run) ? state : arrivalAt(state, step)));
    drafts.flushDraft();
  };
  const edit = (change: (form: WizardForm) => WizardForm) => {
    store.setState(({ form }) => ({
      form: change(form),
      plan: { status: 'idle' },
      verification: { status: 'idle' },
    }));
  };
  return {
    goNext: () => {
      const state = store.getState();
      if (problemsOfPage(state, state.step).length > 0) {
        store.setState(refused);
        return;
      }
      const next = neighbourStep(pagesOf(state), state.step, 1);
      if (next) moveTo(next);
    },
    goBack: () => {
      const state = store.getState();
      const previous = neighbourStep(pagesOf(state), state.step, -1);
      if (previous) moveTo(previous);
    },
    openStep: (step) => {
      if (isReached(store.getState(), step)) moveTo(step);
    },
    skipTo: moveTo,
    edit,
    acceptTerms: (isAccepted) =>
      edit((form) => {
        const { type, number } = form.request.agreement;
        const terms = isAccepted ? { termsAccepted: true, termsAcceptedAt: now() } : { termsAccepted: false };
        return { ...form, request: { ...form.request, agreement: { type, number, ...terms } } };
      }),
    touch: (path) => {
      store.setState((state) => (state.touched.has(path) ? state : { touched: new Set(state.touched).add(path) }));
    },
  };
}

function refused(state: WizardState): Partial<WizardState> {
  return { checkedSteps: new Set(state.checkedSteps).add(state.step), refusals: state.refusals + 1 };
}
