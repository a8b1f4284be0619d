import type { ReplicationProgress } from '../../../core/run/replication.ts';
import { replicationText as say } from '../../../core/texts/replication.ts';
import { type CommandContext, print, refuse } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';

/** Waits until every server has the changes; the changes themselves count as made whatever comes of it. */
export async function waitFor(
  context: CommandContext,
  changedAt: string,
  limitMs: number | null,
): Promise<ReplicationProgress | null> {
  const { deployment } = context.options;
  const waiting = await context.setup.replication.wait({
    deployment,
    changedAt,
    ...(limitMs === null ? {} : { limitMs }),
  });
  return waiting.ok ? waiting.value.ended : null;
}

/** Waits for the changes of the newest run, with `--force` after a full replication was asked for. */
export async function replicateCommand(context: CommandContext): Promise<ExitCode> {
  const { setup, options } = context;
  const [newest] = await setup.runs.list(options.deployment);
  const changedAt = newest?.lastSentAt ?? newest?.startedAt ?? new Date().toISOString();
  const waiting = await setup.replication.wait({
    deployment: options.deployment,
    changedAt,
    ...(options.waitReplicationMs === null ? {} : { limitMs: options.waitReplicationMs }),
  });
  if (!waiting.ok) return refuse(context, waiting.failure);
  const forced = options.force ? await setup.replication.force(null) : null;
  if (forced && !forced.ok) return refuse(context, forced.failure);
  const progress = await waiting.value.ended;
  const { title, body } = say.states[progress.state];
  const words = [title, body, ...progress.replicas.map((replica) => say.replica(replica))].join('\n');
  return print(context, { json: progress, words }, progress.state === 'up-to-date' ? EXIT.done : EXIT.changesPending);
}
