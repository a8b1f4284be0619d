import { statSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import type { DeploymentKind } from '../../core/deployment/deployment.ts';

/** Everything about a machine that decides which PowerShell is used. */
export interface MachineFacts {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** True in a 32-bit process on 64-bit Windows, which is shown a 32-bit System32. */
  readonly is32BitOn64: boolean;
  /** The PowerShell that was chosen explicitly; null when none was. */
  readonly override: string | null;
  /** What it is for: a local deployment on Windows needs Windows PowerShell. */
  readonly deployment: DeploymentKind;
  /** True when the path is a file. */
  readonly exists: (path: string) => boolean;
}

/** The PowerShell to use, or every place that was looked at. */
export type FoundPowerShell = { readonly found: string } | { readonly searched: readonly string[] };

/** The first candidate that exists. */
export function findPowerShell(facts: MachineFacts): FoundPowerShell {
  const searched: string[] = [];
  for (const candidate of new Set(candidates(facts))) {
    if (facts.exists(candidate)) return { found: candidate };
    searched.push(candidate);
  }
  return { searched };
}

/** The PowerShell of the machine that this process runs on. */
export function findPowerShellHere(
  deployment: DeploymentKind,
  override: string | null,
  env: NodeJS.ProcessEnv = process.env,
): FoundPowerShell {
  const { platform, arch } = process;
  const is32BitOn64 = platform === 'win32' && arch === 'ia32' && env['PROCESSOR_ARCHITEW6432'] !== undefined;
  return findPowerShell({ platform, env, is32BitOn64, override, deployment, exists: isFile });
}

/**
 * In order of preference. An explicit choice is the only candidate: when it is wrong, that must be said, not hidden behind
 * another. The modules of the management shells are .NET Framework assemblies, which PowerShell 7 does not load, so a local
 * deployment on Windows takes Windows PowerShell or none.
 */
function* candidates(facts: MachineFacts): Generator<string> {
  if (facts.override !== null) {
    yield facts.override;
    return;
  }
  if (facts.platform === 'win32') {
    yield windowsPowerShell(facts);
    if (facts.deployment === 'local') return;
  }
  yield* powerShellsOnPath(facts);
}

/** The 64-bit Windows PowerShell: the modules are not installed for 32-bit ones. */
function windowsPowerShell({ env, is32BitOn64 }: MachineFacts): string {
  const folder = is32BitOn64 ? 'Sysnative' : 'System32';
  const root = variable(env, 'SystemRoot') ?? String.raw`C:\Windows`;
  return win32.join(root, folder, 'WindowsPowerShell', 'v1.0', 'powershell.exe');
}

/** Relative folders are left out: the current folder must not decide which program runs. */
function* powerShellsOnPath({ platform, env }: MachineFacts): Generator<string> {
  const isWindows = platform === 'win32';
  const paths = isWindows ? win32 : posix;
  const folders = ((isWindows ? variable(env, 'PATH') : env['PATH']) ?? '').split(paths.delimiter);
  for (const folder of folders) {
    const path = isWindows ? folder.replaceAll('"', '').trim() : folder;
    if (paths.isAbsolute(path)) yield paths.join(path, isWindows ? 'pwsh.exe' : 'pwsh');
  }
}

/** A variable of a Windows environment, whose names compare without case. */
function variable(env: MachineFacts['env'], name: string): string | undefined {
  const key = Object.keys(env).find((one) => one.toUpperCase() === name.toUpperCase());
  return key === undefined ? undefined : env[key];
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // It is not there, or may not be looked at: either way it cannot be started.
    return false;
  }
}
