import type { Result } from '../../../core/failure.ts';
import type { ReplicationProgress } from '../../../core/run/replication.ts';
import type { CommandContext } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print, refuse } from '../output.ts';
import { replicationView } from '../views/replication-view.ts';

/** `replicate`: waits for the changes of the newest run, with `--force` after a full replication was asked for. */
export async function replicateCommand(context: CommandContext): Promise<ExitCode> {
  const { setup, options } = context;
  const { runs } = await setup.runs.list(options.deployment);
  const [newest] = runs;
  const changedAt = newest?.lastSentAt ?? newest?.startedAt ?? new Date().toISOString();
  const waiting = await beginToWait(context, changedAt, options.waitReplicationMs);
  if (!waiting.ok) return refuse(context, waiting.failure);
  const forced = options.force ? await setup.replication.force(null) : null;
  if (forced && !forced.ok) return refuse(context, forced.failure);
  const progress = await waiting.value.ended;
  const isUpToDate = progress.state === 'up-to-date';
  return print(context, replicationView(progress), isUpToDate ? EXIT.done : EXIT.changesPending);
}

/** Waits until every server has the changes; the changes themselves count as made whatever comes of it. */
export async function waitForServers(
  context: CommandContext,
  changedAt: string,
  limitMs: number,
): Promise<ReplicationProgress | null> {
  const waiting = await beginToWait(context, changedAt, limitMs);
  return waiting.ok ? waiting.value.ended : null;
}

function beginToWait(
  { setup, options: { deployment } }: CommandContext,
  changedAt: string,
  limitMs: number | null,
): Promise<Result<{ readonly ended: Promise<ReplicationProgress> }>> {
  return setup.replication.wait({ deployment, changedAt, ...(limitMs === null ? {} : { limitMs }) });
}
