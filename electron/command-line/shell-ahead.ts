import { join } from 'node:path';
import { findPowerShellHere } from '../powershell/find-powershell.ts';
import type { StartedShell } from '../powershell/shell-process.ts';
import { moduleBootLine, startShell } from '../powershell/start-shell.ts';
import type { CommandName } from './options/deployment-options.ts';

/** Gives away a shell that has been started, once, to whoever needs that very executable; else null. */
export type TakeStartedShell = (executable: string) => StartedShell | null;

/** The commands that begin by asking the deployment. */
const ASKING = new Set<string>([
  'detect',
  'snapshot',
  'plan',
  'apply',
  'verify',
  'show',
  'report',
  'replicate',
] satisfies CommandName[]);

/**
 * Starts a PowerShell for a command that will need one, before anything is known but its name: that takes longer than all
 * else that a command does before its first question. One that nobody takes leaves when this program ends.
 */
export function startShellAhead(
  args: readonly string[],
  { assetsDir, powershellOverride }: { readonly assetsDir: string; readonly powershellOverride: string | null },
): TakeStartedShell {
  const [name = ''] = args;
  if (!ASKING.has(name) || args.includes('--help') || args.includes('-h')) return () => null;
  const powershell = findPowerShellHere('local', powershellOverride);
  if (!('found' in powershell)) return () => null;
  const { found } = powershell;
  let started: StartedShell | null = startOrNull(found, assetsDir);
  return (executable) => {
    if (executable !== found) return null;
    const taken = started;
    started = null;
    return taken;
  };
}

/** Why it could not be started is told when it is tried again. */
function startOrNull(executable: string, assetsDir: string): StartedShell | null {
  const modulePath = join(assetsDir, 'powershell', 'FederationHost', 'FederationHost.psd1');
  try {
    return startShell({ executable, bootLine: moduleBootLine(modulePath) });
  } catch {
    return null;
  }
}
