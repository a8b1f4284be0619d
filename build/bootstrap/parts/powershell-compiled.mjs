/**
 * The .NET tool's PowerShell with machine code, for tests. The packages by which PowerShell is installed have it, the
 * tool has not, so that half a second of compiling comes before the first statement of every start.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cachePath } from '../context.mjs';
import { dotnetEnvironment, findDotnet, runtimeEnvironment, runtimeOf } from '../dotnet.mjs';
import { PartFailure } from '../failure.mjs';
import { place, stampOf } from '../place.mjs';
import { askVersion } from '../powershell-answer.mjs';
import { toolFolder } from './powershell-tool.mjs';

const project = path.join('build', 'compiled-powershell');
const engine = 'System.Management.Automation.dll';

/** @type {import('../parts.mjs').Part} */
export const compiledPowerShell = {
  name: 'Compiled tool',
  needs: ['PowerShell'],
  optional: true,
  what: 'the .NET tool could not be compiled; tests use it as it is, and take longer.',
  next: 'nothing has to be done.',

  find(context) {
    const { powershellPath } = context.values;
    const tool = toolFolder(context);
    if (!powershellPath || path.dirname(powershellPath) !== tool) return { detail: 'not needed' };
    const testPowerShellPath = path.join(compiledFolder(context), path.basename(powershellPath));
    const isCurrent = stampOf(compiledFolder(context)) === stampOf(tool) && existsSync(testPowerShellPath);
    return isCurrent ? { values: { testPowerShellPath } } : undefined;
  },

  async make(context, { run, say, scratch }) {
    const dotnet = findDotnet(context);
    const copy = path.join(scratch, 'tool');
    linkFolder(toolFolder(context), copy);
    const assemblies = folderOfEngine(copy, context);
    if (!assemblies) throw new PartFailure(`the tool has no ${engine}.`);
    say('compiling PowerShell ahead of time');
    const compiled = path.join(scratch, 'compiled');
    const args = ['publish', project, '--configuration', 'Release', '--runtime', runtimeOf(context)];
    args.push(`-p:PowerShellFolder=${assemblies}`, '--output', compiled);
    args.push('--artifacts-path', path.join(scratch, 'artifacts'));
    const options = { cwd: context.root, env: dotnetEnvironment(context), timeoutMs: 180_000 };
    const { ok, reason } = await run(dotnet, args, options);
    if (!ok) throw new PartFailure(reason);
    for (const name of readdirSync(compiled)) {
      const old = path.join(assemblies, name);
      if (!name.endsWith('.dll') || !existsSync(old)) continue;
      // Not written into: the tool itself has the same file.
      rmSync(old);
      copyFileSync(path.join(compiled, name), old);
    }
    const program = path.join(copy, path.basename(context.values.powershellPath));
    await askVersion(program, runtimeEnvironment(context), run, scratch);
    place(copy, compiledFolder(context), stampOf(toolFolder(context)));
  },
};

function compiledFolder(context) {
  return cachePath(context, 'powershell', 'compiled');
}

/** A copy that takes no room: each file is the same file under another name. Without the stamp. */
function linkFolder(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [old, made] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(old, made);
    else if (entry.name !== '.setup-stamp') linkSync(old, made);
  }
}

/** The tool holds one set of assemblies for Windows, and one for everything else. */
function folderOfEngine(folder, { platform }) {
  const system = platform === 'win32' ? 'win' : 'unix';
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === engine && path.basename(entry.parentPath) === system)
    .map((entry) => entry.parentPath)[0];
}
