import { type Result, failed, success } from '../../core/failure.ts';
import type { ShellProcess } from '../../core/run/run-events.ts';
import { endProcessTree } from '../powershell/process-tree.ts';
import { startTimer } from '../powershell/timer.ts';
import { isStillRunning, ownIdentity, processMark } from './process-identity.ts';

/** How long a shell may take to end by itself, or when it is asked to; more than it ever needs (FederationHost/Owner.ps1). */
const PATIENCE_MS = 10_000;
/** How long one that is asked to end may take before it is forced. */
const GRACE_MS = 2_000;
const POLL_MS = 50;

/** The PowerShell that works for this very process, as a run and its lock name it; null where there is no process. */
export function shellProcess(processId: number | null): ShellProcess | null {
  if (processId === null) return null;
  const { host, processId: ownId, startedAt } = ownIdentity();
  return { host, ...processMark(processId), owner: { processId: ownId, startedAt } };
}

/**
 * Ends the PowerShells that have outlived the program which they worked for, before anything is read: a command that one of
 * them has in hand would change what was read. One of which it is not certain that it is the very process is not ended, but
 * waited for. Failure: `shell-outlives` when one is still there; those of another computer cannot be seen from here.
 */
export async function endOutlivedShells(
  shells: readonly ShellProcess[],
  patienceMs = PATIENCE_MS,
): Promise<Result<null>> {
  const { host } = ownIdentity();
  for (const shell of shells) {
    if (shell.host.toLowerCase() !== host.toLowerCase() || !isOutliving(shell)) continue;
    if (shell.startedAt !== null) {
      await endProcessTree(shell.processId, { graceMs: GRACE_MS, startTimer }, process.env);
    }
    if (!(await hasGone(shell, patienceMs))) return failed({ kind: 'shell-outlives', processId: shell.processId });
  }
  return success(null);
}

function isOutliving(shell: ShellProcess): boolean {
  return !isStillRunning(shell.owner) && isStillRunning(shell);
}

async function hasGone(shell: ShellProcess, patienceMs: number): Promise<boolean> {
  for (let waited = 0; waited < patienceMs; waited += POLL_MS) {
    if (!isStillRunning(shell)) return true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return !isStillRunning(shell);
}
