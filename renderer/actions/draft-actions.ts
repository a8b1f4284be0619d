import type { AppDescription, RequestOutputs } from '../../core/contract/contract.ts';
import type { Result } from '../../core/failure.ts';
import { type RunSnapshot, isRunning } from '../../core/run/run.ts';
import type { Draft } from '../../core/wizard/draft.ts';
import { EMPTY_FORM } from '../../core/wizard/form.ts';
import { arrivalAt } from '../state/arrival.ts';
import type { WizardState } from '../state/state.ts';
import type { ActionContext } from './action-context.ts';
import type { DeploymentActions } from './deployment-actions.ts';
import { resumeDraft } from './draft-resumption.ts';
import { draftSaving } from './draft-saving.ts';

export interface DraftActions {
  /** Asks the program what it is, for a saved draft and for a run that is going on; then saves what is typed. */
  start(): Promise<void>;
  /** Goes on with the saved draft: at its page, or at Start when there is a run to decide about first. */
  continueDraft(): void;
  /** Begins with empty pages; the saved draft is deleted. */
  discardDraft(): void;
  /** Saves what is not saved yet, at once. */
  flushDraft(): void;
}

/** Keeping what was typed over a restart. */
export function draftActions(context: ActionContext, deployment: DeploymentActions): DraftActions {
  const { store, bridge } = context;
  const saving = draftSaving(context);
  const preselect = () => {
    const chosen = store.getState().app?.deployment;
    if (chosen) deployment.chooseMode(chosen);
  };
  return {
    start: async () => {
      const [app, current, loaded] = await Promise.all([
        bridge.request('app.describe', null),
        bridge.request('run.current', null),
        bridge.request('draft.load', null),
      ]);
      const run = current.ok ? current.value : null;
      const draft = loaded.ok ? loaded.value.draft : null;
      store.setState({ ...startOf(app, loaded), run, draftOffer: isRunning(run) ? null : draft });
      saving.begin();
      if (run && isRunning(run)) store.setState((state) => returnToRun(state, run, draft));
      else if (!draft) preselect();
    },
    continueDraft: () => {
      const { draftOffer } = store.getState();
      if (draftOffer) void resumeDraft(context, deployment, draftOffer);
    },
    discardDraft: () => {
      store.setState({ draftOffer: null, form: EMPTY_FORM });
      void bridge.request('draft.discard', null);
      preselect();
    },
    flushDraft: saving.flush,
  };
}

/** What the program said of itself and of the saved draft. */
function startOf(app: Result<AppDescription>, draft: Result<RequestOutputs['draft.load']>): Partial<WizardState> {
  return {
    app: app.ok ? app.value : null,
    ...(app.ok ? { practice: app.value.practice } : {}),
    draftMovedAside: draft.ok ? draft.value.movedAside : null,
    draftFailure: draft.ok ? null : draft.failure,
  };
}

/** The page of a run that went on while the window was loaded again, with what was typed for it. */
function returnToRun(state: WizardState, run: RunSnapshot, draft: Draft | null): Partial<WizardState> {
  const form = { ...(draft?.form ?? state.form), goal: run.goal };
  const preparedProduct = draft?.preparedProduct ?? '';
  return { form, preparedProduct, mode: run.deployment, ...arrivalAt({ ...state, form }, 'apply') };
}
