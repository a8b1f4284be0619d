import type { Bridge } from '../../core/contract/contract.ts';
import { failed } from '../../core/failure.ts';

/** The same bridge, on which a request that breaks off is a failure like any other instead of a rejected promise. */
export function safeBridge(bridge: Bridge): Bridge {
  return {
    request: async (name, input) => {
      try {
        return await bridge.request(name, input);
      } catch (error) {
        return failed({ kind: 'unexpected', detail: error instanceof Error ? error.message : String(error) });
      }
    },
    onEvent: (name, listener) => bridge.onEvent(name, listener),
  };
}
