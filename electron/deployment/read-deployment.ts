import * as z from 'zod/mini';
import type { Command } from '../../core/deployment/cmdlets.ts';
import { type Snapshot, findUser, snapshotSchema, userSchema } from '../../core/deployment/deployment.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import type { PlannedChange, Subject } from '../../core/plan/change.ts';
import type { DeploymentShell } from './deployment-shell.ts';

/** The part of a snapshot that shows each kind of subject, and the one read that renews it. */
const READERS = {
  'access-edge': { cmdlet: 'Get-CsAccessEdgeConfiguration', part: 'accessEdgeConfiguration' },
  policy: { cmdlet: 'Get-CsExternalAccessPolicy', part: 'externalAccessPolicies' },
  provider: { cmdlet: 'Get-CsPublicProvider', part: 'publicProviders' },
  user: { cmdlet: 'Get-CsUser', part: 'users' },
} as const satisfies Record<Subject['type'], { cmdlet: Command['cmdlet']; part: keyof Snapshot }>;

/**
 * Reads the whole deployment. That a part which the changes touch cannot be read is a failure: its empty list would say
 * that everything in it has gone.
 */
export async function readDeployment(
  shell: Pick<DeploymentShell, 'snapshot'>,
  changes: readonly PlannedChange[],
): Promise<Result<Snapshot>> {
  const read = await shell.snapshot();
  if (!read.ok) return read;
  const touched = changes.filter(({ call }) => call !== null).map(({ subject }) => READERS[subject.type]);
  for (const { cmdlet, part } of touched) {
    const unread = read.value.unreadable.find((one) => one.part === part);
    if (unread) return failed({ kind: 'cmdlet-failed', during: cmdlet, error: unread.error });
  }
  return read;
}

/** Reads again what the changes touch, and nothing else: the earlier picture with those parts renewed. */
export async function readTouched(
  shell: Pick<DeploymentShell, 'execute'>,
  changes: readonly PlannedChange[],
  before: Snapshot,
  options: { readonly signal?: AbortSignal } = {},
): Promise<Result<Snapshot>> {
  let latest = before;
  for (const [cmdlet, subject] of readsOf(changes)) {
    const read = await shell.execute(cmdlet, options);
    if (!read.ok) return read;
    const renewed = withPart(latest, subject, read.value.output);
    if (!renewed.ok) return renewed;
    latest = renewed.value;
  }
  return success(latest);
}

/** One read a kind of subject; a user is read alone, because there may be a hundred thousand. */
function readsOf(changes: readonly PlannedChange[]): readonly (readonly [Command, Subject])[] {
  const reads = changes.map(({ subject }) => {
    const parameters = subject.type === 'user' ? { Identity: subject.identity } : {};
    return [{ cmdlet: READERS[subject.type].cmdlet, parameters }, subject] as const;
  });
  return [...new Map(reads.map((read) => [JSON.stringify(read[0]), read])).values()];
}

function withPart(before: Snapshot, subject: Subject, output: readonly unknown[]): Result<Snapshot> {
  const { cmdlet, part } = READERS[subject.type];
  const content = subject.type === 'access-edge' ? (output[0] ?? null) : output;
  const parsed = z.safeParse(snapshotSchema.shape[part], content);
  if (!parsed.success) {
    return failed({ kind: 'unreadable-answer', during: cmdlet, detail: z.prettifyError(parsed.error) });
  }
  if (subject.type !== 'user') return success({ ...before, [part]: parsed.data });
  const others = before.users.filter((user) => findUser([user], subject.identity) === null);
  const read = z.array(userSchema).parse(parsed.data);
  return success({ ...before, users: [...others, ...read] });
}
