import type { Failure, Result } from '../../core/failure.ts';
import type { ProvisioningView, ProvisioningEventKind } from '../../core/provisioning/provisioning.ts';
import type { ActionContext } from './action-context.ts';
import { loaded } from '../state/state.ts';

export interface ProvisioningActions {
  /** Reads the record of the request; what is due follows from the present time. */
  readProvisioning(): Promise<void>;
  /** Records what happened: on a day, or (null) now. What is sent goes along as it is filled in. Null, or what is wrong. */
  recordProvisioning(event: {
    readonly kind: ProvisioningEventKind;
    readonly on: string | null;
    readonly seen: string;
  }): Promise<Failure | null>;
  /** Saves the due times that are still to come; null when the dialog was closed. */
  saveReminder(): Promise<Result<string | null>>;
}

/** Following a request to its end. */
export function provisioningActions({ store, bridge }: ActionContext): ProvisioningActions {
  const show = (result: Result<ProvisioningView>) => store.setState({ provisioning: loaded(result) });
  return {
    readProvisioning: async () => show(await bridge.request('provisioning.read', null)),
    recordProvisioning: async (event) => {
      const isSending = event.kind === 'sent' || event.kind === 'adjusted';
      const form = isSending ? store.getState().form : null;
      const recorded = await bridge.request('provisioning.record', { ...event, form });
      if (!recorded.ok) return recorded.failure;
      show(recorded);
      return null;
    },
    saveReminder: () => bridge.request('provisioning.reminder', null),
  };
}
