/** The .NET SDK, kept to the cache folder: nothing is written to the home folder. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { cachePath } from './context.mjs';
import { PartFailure } from './failure.mjs';
import { findOnPath } from './process.mjs';

/** The path of `dotnet`, or a PartFailure. */
export function findDotnet({ env }) {
  const file = findOnPath('dotnet', env);
  if (!file) throw new PartFailure('the .NET SDK (dotnet) was not found on PATH.');
  return file;
}

/** The environment to run dotnet in. */
export function dotnetEnvironment(context) {
  return {
    ...context.env,
    DOTNET_CLI_HOME: cachePath(context, 'dotnet'),
    NUGET_PACKAGES: cachePath(context, 'nuget'),
    DOTNET_NOLOGO: '1',
    DOTNET_CLI_TELEMETRY_OPTOUT: '1',
    DOTNET_GENERATE_ASPNET_CERTIFICATE: 'false',
    DOTNET_CLI_UI_LANGUAGE: 'en',
  };
}

/** The environment for programs that look for .NET only in the usual places: one that lies elsewhere is named to them. */
export function runtimeEnvironment({ env }) {
  const dotnet = findOnPath('dotnet', env);
  const folder = dotnet && path.dirname(realpathSync(dotnet));
  const isRoot = folder && existsSync(path.join(folder, 'shared', 'Microsoft.NETCore.App'));
  return isRoot && !env['DOTNET_ROOT'] ? { ...env, DOTNET_ROOT: folder } : env;
}
