/**
 * Machine code for the .NET tool's PowerShell. The packages by which PowerShell is installed have it; the tool's has
 * not, so that half a second of compiling comes before the first statement of every start.
 */
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { dotnetEnvironment, findDotnet } from '../dotnet.mjs';
import { runtimeOf } from './powershell-test-host.mjs';

const project = path.join('build', 'compiled-powershell');
const engine = 'System.Management.Automation.dll';

/**
 * Compiles the assemblies below a folder, and puts them in the place of the others.
 * @param {string} folder where the tool was installed
 * @param {import('../context.mjs').Context} context
 * @param {import('../parts.mjs').Job} job
 * @returns {Promise<string>} why it was not done, which only costs time; empty when it was
 */
export async function compileAhead(folder, context, { run, say, scratch }) {
  const assemblies = folderOfEngine(folder, context);
  if (!assemblies) return 'there is no engine to compile';
  say('compiling it ahead of time');
  const made = path.join(scratch, 'compiled');
  const args = ['publish', project, '--configuration', 'Release', '--runtime', runtimeOf(context)];
  args.push(`-p:PowerShellFolder=${assemblies}`, '--output', made, '--artifacts-path', path.join(scratch, 'artifacts'));
  const options = { cwd: context.root, env: dotnetEnvironment(context), timeoutMs: 180_000 };
  const { ok, reason } = await run(findDotnet(context), args, options);
  if (!ok) return reason;
  for (const name of readdirSync(made)) {
    const place = path.join(assemblies, name);
    if (!name.endsWith('.dll') || !existsSync(place)) continue;
    // Not written into: the file may have other names, in the cache of packages or in other checkouts.
    rmSync(place);
    copyFileSync(path.join(made, name), place);
  }
  return '';
}

/** The tool holds one set of assemblies for Windows, and one for everything else. */
function folderOfEngine(folder, { platform }) {
  const system = platform === 'win32' ? 'win' : 'unix';
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === engine && path.basename(entry.parentPath) === system)
    .map((entry) => entry.parentPath)[0];
}
