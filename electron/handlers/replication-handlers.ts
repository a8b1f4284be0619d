import { success } from '../../core/failure.ts';
import type { FederationSetup } from '../setup/federation-setup.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Waiting until the servers have the changes. */
export function replicationHandlers({ replication }: FederationSetup) {
  return {
    'replication.wait': async (wanted) => {
      const waiting = await replication.wait(wanted);
      return waiting.ok ? success(null) : waiting;
    },
    'replication.force': ({ fqdn }) => replication.force(fqdn),
    'replication.cancel': async () => {
      replication.cancel();
      return success(null);
    },
  } satisfies HandlersOf<'replication'>;
}
