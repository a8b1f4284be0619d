import type { DeploymentShell } from '../../electron/deployment/deployment-shell.ts';
import type { Command } from '../../core/deployment/cmdlets.ts';
import type { Snapshot } from '../../core/deployment/deployment.ts';
import { failed, success } from '../../core/failure.ts';
import { afterCommand } from './simulated-deployment.ts';

/** A management shell on a deployment in memory; the commands that it is sent are written down. */
export interface SimulatedShell extends DeploymentShell {
  readonly sent: readonly Command['cmdlet'][];
  live(): Snapshot;
}

/** `refused`: the changing cmdlets that report an error and do nothing. */
export function simulatedShell(before: Snapshot, refused: readonly Command['cmdlet'][] = []): SimulatedShell {
  const sent: Command['cmdlet'][] = [];
  let live = before;
  const reads: Readonly<Record<string, () => readonly unknown[]>> = {
    'Get-CsPublicProvider': () => live.publicProviders,
    'Get-CsExternalAccessPolicy': () => live.externalAccessPolicies,
    'Get-CsAccessEdgeConfiguration': () => [live.accessEdgeConfiguration],
  };
  return {
    sent,
    live: () => live,
    execute: async (command) => {
      const output = reads[command.cmdlet]?.();
      if (output) return success({ output, warnings: [], durationMs: 1 });
      sent.push(command.cmdlet);
      if (refused.includes(command.cmdlet)) return failed({ kind: 'invalid-request', detail: 'refused' });
      live = afterCommand(live, command);
      return success({ output: [], warnings: [], durationMs: 1 });
    },
    snapshot: async () => success(live),
    show: async () => success(''),
  };
}
