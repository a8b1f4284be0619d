import type { ReplicationProgress } from '../../../core/run/replication.ts';
import { replicationText as say } from '../../../core/texts/replication.ts';
import type { Printable } from '../output.ts';

/** What `replicate` prints: how far each server is. */
export function replicationView(progress: ReplicationProgress): Printable {
  const { title, body } = say.states[progress.state];
  const words = [title, body, ...progress.replicas.map((replica) => say.replica(replica))].join('\n');
  return { json: progress, words };
}
