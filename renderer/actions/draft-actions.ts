import { isRunning } from '../../core/run.ts';
import { type Draft, EMPTY_FORM, type StepId } from '../../core/wizard.ts';
import type { WizardState } from '../state.ts';
import type { ActionContext } from '../store.ts';
import type { DeploymentActions } from './deployment-actions.ts';

export interface DraftActions {
  /** Asks the program what it is, for a saved draft and for a run that is going on; then saves what is typed. */
  start(): Promise<void>;
  /** Goes on with the saved draft. */
  continueDraft(): void;
  /** Begins with empty pages; the saved draft is deleted. */
  discardDraft(): void;
  /** Saves what is not saved yet, at once. */
  flushDraft(): void;
}

/** How long typing has to pause before the draft is saved. */
const SAVE_DELAY_MS = 400;

/** Keeping what was typed over a restart. Nothing is saved over a draft that still waits for a decision. */
export function draftActions(context: ActionContext, deployment: DeploymentActions): DraftActions {
  const { store, bridge, now } = context;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const save = async () => {
    timer = undefined;
    const draft = draftOf(store.getState(), now());
    if (!draft) return;
    const saved = await bridge.request('draft.save', draft);
    store.setState({ draftFailure: saved.ok ? null : saved.failure });
  };
  const schedule = (state: WizardState, previous: WizardState) => {
    if (!isSavedPartChanged(state, previous)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void save(), SAVE_DELAY_MS);
  };
  const resume = (draft: Draft, step: StepId) => {
    const { mode, preparedProduct, form } = draft;
    store.setState({ draftOffer: null, preparedProduct, form, step, furthest: step });
    deployment.chooseMode(store.getState().app?.deployment ?? mode);
  };
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
      const isGoingOn = run !== null && isRunning(run);
      store.setState({
        app: app.ok ? app.value : null,
        draftMovedAside: loaded.ok ? loaded.value.movedAside : null,
        draftFailure: loaded.ok ? null : loaded.failure,
        draftOffer: isGoingOn ? null : draft,
        run,
      });
      store.subscribe(schedule);
      if (isGoingOn) {
        store.setState({
          step: 'apply',
          furthest: 'apply',
          mode: run.deployment,
          ...(draft ? { form: draft.form, preparedProduct: draft.preparedProduct } : {}),
        });
      } else if (!draft) preselect();
    },
    continueDraft: () => {
      const { draftOffer } = store.getState();
      if (draftOffer) resume(draftOffer, resumableStep(draftOffer.step));
    },
    discardDraft: () => {
      store.setState({ draftOffer: null, form: EMPTY_FORM });
      void bridge.request('draft.discard', null);
      preselect();
    },
    flushDraft: () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      void save();
    },
  };
}

/** A plan is made afresh after a restart, so the page that applies it is not where one continues. */
function resumableStep(step: StepId): StepId {
  return step === 'apply' ? 'review' : step;
}

function isSavedPartChanged(state: WizardState, previous: WizardState): boolean {
  return (
    state.form !== previous.form ||
    state.step !== previous.step ||
    state.mode !== previous.mode ||
    state.preparedProduct !== previous.preparedProduct
  );
}

function draftOf(state: WizardState, savedAt: string): Draft | null {
  const { draftOffer, mode, step, preparedProduct, form } = state;
  if (draftOffer || mode === null) return null;
  return { version: 1, savedAt, step, mode, preparedProduct, form };
}
