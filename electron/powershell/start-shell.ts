import { PowerShell } from 'node-powershell';
import { plainLiteral } from '../../core/deployment/command-text.ts';
import { type StartedShell, holdProcess } from './shell-process.ts';

/** Which PowerShell to start, and what it does first. */
export interface StartOptions {
  /** Full path of a PowerShell. */
  readonly executable: string;
  /** The statement that loads the FederationHost module: one line of printable ASCII. */
  readonly bootLine: string;
  /** The environment that the shell inherits; our own when left out. */
  readonly env?: NodeJS.ProcessEnv;
}

/** The statement that loads the FederationHost module from the full path of its manifest. */
export function moduleBootLine(modulePath: string): string {
  return `Import-Module -Name ${plainLiteral(modulePath)} -ErrorAction Stop`;
}

/**
 * Starts a PowerShell, which loads the module while nobody listens yet. Throws when the process cannot be started at
 * once; that it could not be found is told later, by how it ended.
 */
export function startShell({ executable, bootLine, env: inherited = process.env }: StartOptions): StartedShell {
  const env = shellEnvironment(inherited);
  const shell = new HostedPowerShell({
    executable,
    executableOptions: { '-NoProfile': true, '-NonInteractive': true },
    spawnOptions: { env, windowsHide: true },
    throwOnInvocationError: false,
  });
  const started = holdProcess(shell, env);
  started.write(bootLine);
  return started;
}

/** The library's shell with the executable that it is told: by itself it follows the variable NODE_POWERSHELL instead. */
class HostedPowerShell extends PowerShell {
  protected override setExecutable({ executable = '' }: { executable?: string }): string {
    return executable;
  }
}

/**
 * A terminal that can show nothing: otherwise PowerShell writes escape sequences before answers and colours into texts.
 * And a PowerShell that asks the network for nothing: by itself, PowerShell 7 reports its start and looks for updates.
 * Its runtime need not measure the code for optimising it later: that pays off in hours, and costs a tenth of every start.
 * And it keeps out of the record of past starts in the user's cache folder: one that was written by two shells at once ends
 * every later PowerShell of that user as it starts (docs/decisions/014).
 */
function shellEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => name.toUpperCase() !== 'NODE_POWERSHELL');
  return {
    ...Object.fromEntries(kept),
    TERM: 'dumb',
    NO_COLOR: '1',
    POWERSHELL_TELEMETRY_OPTOUT: '1',
    POWERSHELL_UPDATECHECK: 'Off',
    DOTNET_TieredPGO: '0',
    DOTNET_MultiCoreJitMinNumCpus: 'ffff',
    // The module ends the shell when this process is gone, in the middle of a command too (FederationHost/Owner.ps1).
    FEDERATION_OWNER_PROCESS: String(process.pid),
  };
}
