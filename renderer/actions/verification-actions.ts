import { loaded } from '../state/state.ts';
import type { ActionContext } from './action-context.ts';
import { inputOf } from './wizard-input.ts';

export interface VerificationActions {
  /** Reads the deployment and compares it with what was asked for. */
  verify(): Promise<void>;
  /** Verifies again; what is known stays on show until then. */
  verifyAgain(): Promise<void>;
}

/** Comparing. An answer for a form that has changed since is dropped. */
export function verificationActions({ store, bridge }: ActionContext): VerificationActions {
  const again = { isOn: false };
  return {
    verify: async () => {
      const input = inputOf(store.getState());
      if (!input) return;
      store.setState({ verification: { status: 'loading' } });
      const checked = await bridge.request('deployment.verify', input);
      if (store.getState().form === input.form) store.setState({ verification: loaded(checked) });
    },
    verifyAgain: async () => {
      const input = inputOf(store.getState());
      if (!input || again.isOn) return;
      again.isOn = true;
      const checked = await bridge.request('deployment.verify', input);
      again.isOn = false;
      const { form, verification } = store.getState();
      if (form === input.form && verification.status === 'ready') store.setState({ verification: loaded(checked) });
    },
  };
}
