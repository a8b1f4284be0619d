import { contextBridge, ipcRenderer } from 'electron';
import { EVENT_CHANNEL, REQUEST_CHANNEL } from '../core/contract/channels.ts';
import type { Bridge, EventName, Events, RequestOutputs } from '../core/contract/contract.ts';
import type { Result } from '../core/failure.ts';

/** All that the page can reach: two functions on two channels. The other side checks what comes. */
const bridge: Bridge = {
  // The main process is the trusted side: its answers are typed by the contract and not parsed again (decision 005).
  request: <Name extends keyof RequestOutputs>(name: Name, input: unknown) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    ipcRenderer.invoke(REQUEST_CHANNEL, name, input) as Promise<Result<RequestOutputs[Name]>>,
  onEvent<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void) {
    const receive = (_event: unknown, sent: EventName, payload: Events[Name]): void => {
      if (sent === name) listener(payload);
    };
    ipcRenderer.on(EVENT_CHANNEL, receive);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, receive);
    };
  },
};

contextBridge.exposeInMainWorld('federation', bridge);
