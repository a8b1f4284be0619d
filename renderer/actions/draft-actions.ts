import type { ActionContext } from './action-context.ts';
import { arrivalAt } from '../state/arrival.ts';
import type { Draft } from '../../core/wizard/draft.ts';
import { EMPTY_FORM } from '../../core/wizard/form.ts';
import { isRunning, needsDecision } from '../../core/run/run.ts';
import { isPreparedProduct } from '../../core/deployment/products.ts';
import { type StepId, type WizardMode, nearestStep, stepsOf } from '../../core/steps.ts';
import type { WizardState } from '../state/state.ts';
import type { DeploymentActions } from './deployment-actions.ts';

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
  const resume = async (draft: Draft) => {
    const { preparedProduct, form } = draft;
    const mode = store.getState().app?.deployment ?? draft.mode;
    await practiseAs(draft.practiceProfile);
    const hasUnfinishedRun = await isDecisionNeeded(mode);
    store.setState((state) => {
      const arrival = arrivalAt({ ...state, form }, nearestStep(stepsOf(mode, form.goal), resumableStep(draft.step)));
      const step = hasUnfinishedRun ? 'start' : arrival.step;
      return { draftOffer: null, preparedProduct, form, furthest: arrival.furthest, step };
    });
    deployment.chooseMode(mode);
  };
  /** A run that did not come to its end comes before everything else. */
  const isDecisionNeeded = async (mode: WizardMode): Promise<boolean> => {
    if (mode === 'prepare') return false;
    const runs = await bridge.request('runs.list', { deployment: mode });
    return runs.ok && runs.value.slice(0, 1).some(needsDecision);
  };
  /** The product that was practised with. */
  const practiseAs = async (profile: string | undefined) => {
    const { practice } = store.getState();
    if (profile === undefined || profile === practice.profile || !isPreparedProduct(profile)) return;
    const chosen = await bridge.request('practice.choose', { ...practice, profile });
    if (chosen.ok) store.setState({ practice: { ...practice, profile } });
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
        ...(app.ok ? { practice: app.value.practice } : {}),
        draftMovedAside: loaded.ok ? loaded.value.movedAside : null,
        draftFailure: loaded.ok ? null : loaded.failure,
        draftOffer: isGoingOn ? null : draft,
        run,
      });
      store.subscribe(schedule);
      if (isGoingOn) {
        store.setState((state) => {
          const form = { ...(draft?.form ?? state.form), goal: run.goal };
          const preparedProduct = draft?.preparedProduct ?? '';
          return { form, preparedProduct, mode: run.deployment, ...arrivalAt({ ...state, form }, 'apply') };
        });
      } else if (!draft) preselect();
    },
    continueDraft: () => {
      const { draftOffer } = store.getState();
      if (draftOffer) void resume(draftOffer);
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
    state.preparedProduct !== previous.preparedProduct ||
    state.practice.profile !== previous.practice.profile
  );
}

function draftOf(state: WizardState, savedAt: string): Draft | null {
  const { draftOffer, mode, step, preparedProduct, practice, form } = state;
  if (draftOffer || mode === null) return null;
  return { version: 1, savedAt, step, mode, preparedProduct, practiceProfile: practice.profile, form };
}
