import type { WizardInput } from '../../core/contract/contract.ts';
import { failed } from '../../core/failure.ts';
import type { WizardState } from '../state/state.ts';

/** What is answered when something is asked that needs a deployment, and none is chosen. */
export const NOTHING_CHOSEN = failed({ kind: 'invalid-request', detail: 'No deployment is chosen.' });

/** What a request about the whole set-up carries; null before a deployment is chosen. */
export function inputOf({ mode, preparedProduct, form }: WizardState): WizardInput | null {
  return mode === null ? null : { mode, preparedProduct, form };
}
