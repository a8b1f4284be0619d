/**
 * This folder is what shell and pages share beside their components: the wizard itself, here, and one hook a file for
 * what several of them need.
 */
import { createContext, useContext, useEffect } from 'react';
import { useStore } from 'zustand/react';
import { useShallow } from 'zustand/react/shallow';
import type { Wizard, WizardActions } from '../actions/wizard.ts';
import type { WizardState } from '../state/state.ts';

/** Carries the wizard to the pages; `app.tsx` provides it. */
export const WizardContext = createContext<Wizard | null>(null);

function useWizardContext(): Wizard {
  const wizard = useContext(WizardContext);
  if (!wizard) throw new Error('The page is used outside of the wizard.');
  return wizard;
}

/** A part of the state; the page is drawn again when that part changes. Select what is shown, never the whole. */
export function useWizard<T>(select: (state: WizardState) => T): T {
  return useStore(useWizardContext().store, select);
}

/** Several parts at once, as an object or a list; the page is drawn again when one of them has become another. */
export function useWizardParts<T>(select: (state: WizardState) => T): T {
  return useWizard(useShallow(select));
}

/** Has something done after each change of the state, without drawing anything. `changed` stays the same function. */
export function useStateChange(changed: () => void): void {
  const { store } = useWizardContext();
  useEffect(() => store.subscribe(changed), [store, changed]);
}

/** Everything that may be done. */
export function useActions(): WizardActions {
  return useWizardContext().actions;
}
