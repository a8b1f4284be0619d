import type { StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../core/contract/contract.ts';
import type { WizardState } from '../state/state.ts';

/** What every group of actions works with. */
export interface ActionContext {
  readonly store: StoreApi<WizardState>;
  readonly bridge: Bridge;
  /** The present time as an ISO 8601 text. */
  readonly now: () => string;
}
