import * as z from 'zod/mini';
import type { Command } from '../../core/cmdlets.ts';
import { type Snapshot, snapshotSchema } from '../../core/deployment.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import type { PlannedChange, Subject } from '../../core/plan.ts';
import type { RunShell } from './run-plan.ts';

/** The one read that shows each kind of subject, and the part of a snapshot that it renews. */
const READERS = {
  'access-edge': { cmdlet: 'Get-CsAccessEdgeConfiguration', part: 'accessEdgeConfiguration' },
  policy: { cmdlet: 'Get-CsExternalAccessPolicy', part: 'externalAccessPolicies' },
  provider: { cmdlet: 'Get-CsPublicProvider', part: 'publicProviders' },
} as const satisfies Record<Subject['type'], { cmdlet: Command['cmdlet']; part: keyof Snapshot }>;

/** Reads again what the changes touch, and nothing else: the earlier picture with those parts renewed. */
export async function readTouched(
  shell: RunShell,
  changes: readonly PlannedChange[],
  before: Snapshot,
): Promise<Result<Snapshot>> {
  const parts: Record<string, unknown> = {};
  for (const type of new Set(changes.map(({ subject }) => subject.type))) {
    const { cmdlet, part } = READERS[type];
    const read = await shell.execute({ cmdlet, parameters: {} });
    if (!read.ok) return read;
    const { output } = read.value;
    parts[part] = type === 'access-edge' ? (output[0] ?? null) : output;
  }
  const renewed = z.safeParse(snapshotSchema, { ...before, ...parts });
  if (renewed.success) return success(renewed.data);
  return failed({
    kind: 'unreadable-answer',
    during: Object.keys(parts).join(', '),
    detail: z.prettifyError(renewed.error),
  });
}
