import type { ExitCode } from './exit-codes.ts';
import type { CliEnvironment } from './run-cli.ts';
import { startShellAhead } from './shell-ahead.ts';

/** Runs one command line like `runCli`, of which nothing is loaded before PowerShell has been started. */
export async function startCli(
  args: readonly string[],
  environment: Omit<CliEnvironment, 'takeStartedShell'>,
): Promise<ExitCode> {
  const takeStartedShell = startShellAhead(args, environment);
  const { runCli } = await import('./run-cli.ts');
  return await runCli(args, { ...environment, takeStartedShell });
}
