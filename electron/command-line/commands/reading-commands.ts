import type { CommandContext } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print, refuse } from '../output.ts';
import { connectedView, shownView, snapshotView } from '../views/deployment-view.ts';

/** `detect`: says which PowerShell and which management shell answer. */
export async function detectCommand(context: CommandContext): Promise<ExitCode> {
  const { deployment } = context.options;
  const connected = await context.setup.connect(deployment, 'read-only');
  if (!connected.ok) return refuse(context, connected.failure);
  return print(context, connectedView(deployment, connected.value), EXIT.done);
}

/** `snapshot`: reads everything that a plan needs. */
export async function snapshotCommand(context: CommandContext): Promise<ExitCode> {
  const snapshot = await context.setup.read(context.options.deployment, 'read-only');
  return snapshot.ok ? print(context, snapshotView(snapshot.value), EXIT.done) : refuse(context, snapshot.failure);
}

/** `show`: what the shell itself prints for `Get-CsPublicProvider`. */
export async function showCommand(context: CommandContext): Promise<ExitCode> {
  const shown = await context.setup.show(context.options.deployment, 'read-only');
  return shown.ok ? print(context, shownView(shown.value), EXIT.done) : refuse(context, shown.failure);
}
