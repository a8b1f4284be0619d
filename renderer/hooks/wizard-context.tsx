import { createContext, useContext } from 'react';
import { useStore } from 'zustand/react';
import type { WizardState } from '../state/state.ts';
import type { Wizard, WizardActions } from '../actions/wizard.ts';

/** Carries the wizard to the pages; `app.tsx` provides it. */
export const WizardContext = createContext<Wizard | null>(null);

function useWizardContext(): Wizard {
  const wizard = useContext(WizardContext);
  if (!wizard) throw new Error('The page is used outside of the wizard.');
  return wizard;
}

/** A part of the state; the page is drawn again when that part changes. */
export function useWizard<T>(select: (state: WizardState) => T): T {
  return useStore(useWizardContext().store, select);
}

/** Everything that may be done. */
export function useActions(): WizardActions {
  return useWizardContext().actions;
}
