/** The set-up as the commands use it: which parts there are, and what they mean for the programs started afterwards. */
import { createContext } from './context.mjs';
import { runtimeEnvironment } from './dotnet.mjs';
import { makeReady } from './parts.mjs';
import { build } from './parts/build.mjs';
import { dependencies } from './parts/dependencies.mjs';
import { dnsServer } from './parts/dns-server.mjs';
import { electron } from './parts/electron.mjs';
import { powershell } from './parts/powershell.mjs';
import { compiledPowerShell } from './parts/powershell-compiled.mjs';
import { systemLibraries } from './parts/system-libraries.mjs';
import { createProgress } from './progress.mjs';

/** In an order in which each comes after those it needs. */
const parts = [dependencies, electron, systemLibraries, powershell, build];

/** What tests alone need; what it is for is skipped where it cannot be made. */
const testParts = [compiledPowerShell, dnsServer];

/**
 * Makes parts ready, all of them unless told otherwise.
 * @param {import('./types').PrepareOptions} [options]
 * @returns {Promise<{ready: boolean, context: import('./types').Context, env: NodeJS.ProcessEnv}>} `env` is the
 *   environment to start the app, its command line and its tests in
 */
export async function prepare({ only, forTests = false, optional = [], quiet } = {}) {
  const context = createContext();
  const wanted = [...parts, ...(forTests ? testParts : [])]
    .filter(({ name }) => !only || only.includes(name))
    .map((part) => (optional.includes(part.name) ? { ...part, optional: true } : part));
  const ready = await makeReady(wanted, context, createProgress({ quiet }));
  return { ready, context, env: childEnvironment(context) };
}

/** Electron and PowerShell under the names that electron-vite, Playwright and the app look for. */
function childEnvironment(context) {
  const { electronPath, electronFolder, testPowerShellPath } = context.values;
  const powershellPath = testPowerShellPath ?? context.values.powershellPath;
  const env = { ...(powershellPath ? runtimeEnvironment(context) : context.env) };
  if (electronPath)
    Object.assign(env, { ELECTRON_EXEC_PATH: electronPath, ELECTRON_OVERRIDE_DIST_PATH: electronFolder });
  if (powershellPath) env['SKYPE_FEDERATION_POWERSHELL'] = powershellPath;
  // Left behind by some editors' terminals; it would turn the app into a plain Node.
  delete env['ELECTRON_RUN_AS_NODE'];
  return env;
}
