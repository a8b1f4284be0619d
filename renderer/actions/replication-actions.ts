import type { ActionContext } from './action-context.ts';
import type { loaded } from '../state/state.ts';

export interface ReplicationActions {
  /** Begins to wait until every server has what the run on show sent last. */
  waitForReplication(): Promise<void>;
  /** Forces replication to one server, or (null) to all. */
  forceReplication(fqdn: string | null): Promise<void>;
  stopWaiting(): Promise<void>;
  /** Follows the wait of the main process until the returned function is called. */
  followReplication(): () => void;
}

/** Waiting for the servers to hear of the changes. */
export function replicationActions({ store, bridge }: ActionContext): ReplicationActions {
  /** The pictures come as events; only why something could not be asked comes as its answer. */
  const fail = (asked: Parameters<typeof loaded<null>>[0]): void => {
    if (!asked.ok) store.setState({ replication: { status: 'failed', failure: asked.failure } });
  };
  return {
    waitForReplication: async () => {
      const { mode, run } = store.getState();
      if (mode === null || mode === 'prepare' || run === null || run.lastSentAt === null) return;
      store.setState({ replication: { status: 'loading' } });
      fail(await bridge.request('replication.wait', { deployment: mode, changedAt: run.lastSentAt }));
    },
    forceReplication: async (fqdn) => fail(await bridge.request('replication.force', { fqdn })),
    stopWaiting: async () => fail(await bridge.request('replication.cancel', null)),
    followReplication: () =>
      bridge.onEvent('replication.changed', (progress) =>
        store.setState({ replication: { status: 'ready', value: progress } }),
      ),
  };
}
