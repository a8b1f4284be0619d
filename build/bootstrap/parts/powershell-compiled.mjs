/**
 * The .NET tool's PowerShell with machine code, for tests. The packages by which PowerShell is installed have it, the tool
 * has not, so that much compiling comes before the first statement of every start.
 */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { cachePath } from '../context.mjs';
import { dotnetEnvironment, findDotnet, runtimeEnvironment } from '../dotnet.mjs';
import { PartFailure } from '../failure.mjs';
import { place, stampOf } from '../files.mjs';
import { CROSSGEN } from '../pins.mjs';
import { askVersion, toolFolder } from './powershell.mjs';

/** What every start and our own modules run. */
const assemblies = [
  'System.Management.Automation.dll',
  'Microsoft.PowerShell.ConsoleHost.dll',
  'Microsoft.PowerShell.Commands.Management.dll',
  'Microsoft.PowerShell.Commands.Utility.dll',
  'Microsoft.PowerShell.Security.dll',
];

/** @type {import('../types').Part} */
export const compiledPowerShell = {
  name: 'Compiled tool',
  needs: ['PowerShell'],
  optional: true,
  what: 'the .NET tool could not be compiled; tests use it as it is, and take longer.',
  next: 'nothing has to be done.',

  find(context) {
    const { powershellPath } = context.values;
    if (!powershellPath || path.dirname(powershellPath) !== toolFolder(context)) return { detail: 'not needed' };
    if (stampOf(compiledFolder(context)) !== stampOf(toolFolder(context))) return undefined;
    return { values: { testPowerShellPath: path.join(compiledFolder(context), path.basename(powershellPath)) } };
  },

  async make(context, { run, say, scratch }) {
    const dotnet = findDotnet(context);
    const settings = { env: dotnetEnvironment(context), cwd: scratch };
    say('fetching the compiler of .NET');
    const system = context.platform === 'win32' ? 'win' : context.platform;
    const compiler = `microsoft.netcore.app.crossgen2.${system}-${context.arch}`;
    await run(dotnet, ['package', 'download', `${compiler}@${CROSSGEN}`, '--output', scratch], settings);
    const crossgen = path.join(scratch, compiler, CROSSGEN, 'tools', 'crossgen2');
    const framework = newestFramework(await run(dotnet, ['--list-runtimes'], settings));
    say('compiling PowerShell ahead of time');
    const tool = toolFolder(context);
    const copy = path.join(scratch, 'copy');
    cpSync(tool, copy, { recursive: true });
    const references = [framework, tool].flatMap((folder) => ['--reference', path.join(folder, '*.dll')]);
    for (const name of assemblies) {
      await run(crossgen, [path.join(tool, name), '--out', path.join(copy, name), ...references]);
    }
    await askVersion(path.join(copy, path.basename(context.values.powershellPath)), runtimeEnvironment(context), run);
    place(copy, compiledFolder(context), stampOf(tool));
  },
};

function compiledFolder(context) {
  return cachePath(context, 'powershell', 'compiled');
}

/** The folder of the runtime's own assemblies, from lines such as `Microsoft.NETCore.App 10.0.12 [FOLDER]`. */
function newestFramework(runtimes) {
  const [, version, folder] = [...runtimes.matchAll(/^Microsoft\.NETCore\.App (\S+) \[(.+)\]\r?$/gm)].at(-1) ?? [];
  if (!folder) throw new PartFailure('there is no .NET runtime beside the SDK.');
  return path.join(folder, version);
}
