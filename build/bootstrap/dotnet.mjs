/** The .NET SDK, kept to the cache folder: nothing is written to the home folder, and no server is left running. */
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { cachePath } from './context.mjs';
import { PartFailure } from './failure.mjs';
import { findOnPath } from './process.mjs';

const systems = { linux: 'linux', darwin: 'osx', win32: 'win' };

/**
 * @param {import('./context.mjs').Context} context
 * @returns {string} path of `dotnet`; a PartFailure when there is none
 */
export function findDotnet({ env }) {
  const file = findOnPath('dotnet', env);
  if (!file) throw new PartFailure('the .NET SDK (dotnet) was not found on PATH.');
  return file;
}

/**
 * @param {import('./context.mjs').Context} context
 * @returns {NodeJS.ProcessEnv} environment to run dotnet in
 */
export function dotnetEnvironment(context) {
  return {
    ...context.env,
    DOTNET_CLI_HOME: cachePath(context, 'dotnet'),
    NUGET_PACKAGES: cachePath(context, 'nuget'),
    DOTNET_NOLOGO: '1',
    DOTNET_CLI_TELEMETRY_OPTOUT: '1',
    DOTNET_SKIP_FIRST_TIME_EXPERIENCE: '1',
    DOTNET_GENERATE_ASPNET_CERTIFICATE: 'false',
    DOTNET_CLI_USE_MSBUILD_SERVER: '0',
    DOTNET_CLI_UI_LANGUAGE: 'en',
    MSBUILDDISABLENODEREUSE: '1',
    UseSharedCompilation: 'false',
  };
}

/**
 * Environment for programs made by `dotnet`, which look for its runtime only in the usual places; an SDK that lies
 * elsewhere is named to them.
 * @param {import('./context.mjs').Context} context
 * @returns {NodeJS.ProcessEnv}
 */
export function runtimeEnvironment({ env }) {
  const dotnet = findOnPath('dotnet', env);
  const folder = dotnet && path.dirname(realpathSync(dotnet));
  const isRoot = folder && existsSync(path.join(folder, 'shared', 'Microsoft.NETCore.App'));
  return isRoot && !env['DOTNET_ROOT'] ? { ...env, DOTNET_ROOT: folder } : env;
}

/** .NET's name for this system, such as `linux-x64`. @param {import('./context.mjs').Context} context */
export function runtimeOf({ platform, arch }) {
  return `${systems[platform] ?? platform}-${arch}`;
}
