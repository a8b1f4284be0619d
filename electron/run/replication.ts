import type { DeploymentKind } from '../../core/deployment/deployment.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import type { ReplicationProgress } from '../../core/run/replication.ts';
import type { Deployments } from '../deployment/deployments.ts';
import { type ReplicationWait, replicationOf, waitForReplication } from './replication-wait.ts';

/** What is waited for: the changes that were sent last at that time, and how long at the most. */
interface WaitedFor {
  readonly deployment: DeploymentKind;
  /** When the last change was sent, ISO 8601. */
  readonly changedAt: string;
  /** Five minutes when left out. */
  readonly limitMs?: number;
}

/** Waiting for changes to reach the servers: one wait at a time; a new one ends the one before. */
export interface Replication {
  /** Begins to wait; the promise inside settles at the end of the wait. */
  wait(waitedFor: WaitedFor): Promise<Result<{ readonly ended: Promise<ReplicationProgress> }>>;
  /** Forces replication to one server or (null) to all while one waits. Failure: `invalid-request` when nobody does. */
  force(fqdn: string | null): Promise<Result<null>>;
  cancel(): void;
}

/** Creates the keeper of the wait. */
export function createReplication(options: {
  readonly deployments: Deployments;
  readonly now: () => Date;
  readonly onProgress: (progress: ReplicationProgress) => void;
}): Replication {
  const current: { wait: ReplicationWait | null; cancelling: AbortController | null } = {
    wait: null,
    cancelling: null,
  };
  const cancel = (): void => current.cancelling?.abort();
  return {
    wait: async ({ deployment, changedAt, limitMs }) => {
      cancel();
      const open = await options.deployments.open(deployment);
      if (!open.ok) return open;
      const cancelling = new AbortController();
      const wait = waitForReplication({
        ...replicationOf(open.value.shell),
        now: options.now,
        changedAt,
        ...(limitMs === undefined ? {} : { limitMs }),
        signal: cancelling.signal,
        onProgress: options.onProgress,
      });
      current.cancelling = cancelling;
      current.wait = wait;
      return success({ ended: wait.ended });
    },
    force: async (fqdn) => {
      if (current.wait === null) return failed({ kind: 'invalid-request', detail: 'Nothing is being waited for.' });
      await current.wait.force(fqdn);
      return success(null);
    },
    cancel,
  };
}
