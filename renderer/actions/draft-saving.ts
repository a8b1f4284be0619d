import type { Draft } from '../../core/wizard/draft.ts';
import type { WizardState } from '../state/state.ts';
import type { ActionContext } from './action-context.ts';

/** Saves what is typed whenever typing pauses. */
export interface DraftSaving {
  /** From now on. */
  begin(): void;
  /** Saves what is not saved yet, at once. */
  flush(): void;
}

/** How long typing has to pause before the draft is saved. */
const SAVE_DELAY_MS = 400;

/** The one save that is still to come, if any. Nothing is saved over a draft that still waits for a decision. */
export function draftSaving({ store, bridge, now }: ActionContext): DraftSaving {
  const pending: { timer: ReturnType<typeof setTimeout> | null } = { timer: null };
  const save = async () => {
    pending.timer = null;
    const draft = draftOf(store.getState(), now());
    if (!draft) return;
    const saved = await bridge.request('draft.save', draft);
    store.setState({ draftFailure: saved.ok ? null : saved.failure });
  };
  const cancel = () => {
    if (pending.timer !== null) clearTimeout(pending.timer);
  };
  return {
    begin: () => {
      store.subscribe((state, previous) => {
        if (!isSavedPartChanged(state, previous)) return;
        cancel();
        pending.timer = setTimeout(() => void save(), SAVE_DELAY_MS);
      });
    },
    flush: () => {
      if (pending.timer === null) return;
      cancel();
      void save();
    },
  };
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
