import * as z from 'zod/mini';
import type { Command } from '../../core/cmdlets.ts';
import { type Snapshot, snapshotSchema } from '../../core/deployment.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import type { PlannedChange, Properties } from '../../core/plan.ts';
import { readBackOf } from '../../core/verification.ts';
import type { RunShell } from './run-plan.ts';

/** The one read that shows each kind of subject, and the part of a snapshot that it renews. */
const READERS = {
  'access-edge': { cmdlet: 'Get-CsAccessEdgeConfiguration', part: 'accessEdgeConfiguration' },
  policy: { cmdlet: 'Get-CsExternalAccessPolicy', part: 'externalAccessPolicies' },
  provider: { cmdlet: 'Get-CsPublicProvider', part: 'publicProviders' },
} as const satisfies Record<string, { cmdlet: Command['cmdlet']; part: keyof Snapshot }>;

/** Reads back what a change touches: its properties as they are now, null when the object is not there. */
export async function readSubject(
  shell: RunShell,
  change: PlannedChange,
  before: Snapshot,
): Promise<Result<Properties | null>> {
  const { cmdlet, part } = READERS[change.subject.type];
  const read = await shell.execute({ cmdlet, parameters: {} });
  if (!read.ok) return read;
  const { output } = read.value;
  const renewed = z.safeParse(snapshotSchema, {
    ...before,
    [part]: part === 'accessEdgeConfiguration' ? (output[0] ?? null) : output,
  });
  if (!renewed.success)
    return failed({ kind: 'unreadable-answer', during: cmdlet, detail: z.prettifyError(renewed.error) });
  return success(readBackOf(renewed.data, change));
}
