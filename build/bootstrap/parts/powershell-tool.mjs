/** PowerShell 7 as a .NET tool, installed into the cache by its exact version. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { cachePath } from '../context.mjs';
import { dotnetEnvironment, findDotnet, runtimeEnvironment } from '../dotnet.mjs';
import { PartFailure } from '../failure.mjs';
import { POWERSHELL } from '../pins.mjs';
import { place, stampOf } from '../place.mjs';
import { askVersion } from '../powershell-answer.mjs';

/** What it calls itself, and what its folder is stamped with. */
const wanted = `PowerShell ${POWERSHELL}`;

/** @type {import('../alternatives.mjs').Alternative} */
export const dotnetTool = {
  name: `${wanted} as a .NET tool`,
  find(context) {
    const powershellPath = programIn(toolFolder(context), context);
    const isCurrent = stampOf(toolFolder(context)) === wanted && existsSync(powershellPath);
    return isCurrent ? { values: { powershellPath }, detail: wanted } : undefined;
  },
  async make(context, { run, say, scratch }) {
    const dotnet = findDotnet(context);
    say(`installing ${wanted}, a .NET tool`);
    const made = path.join(scratch, 'tool');
    const args = ['tool', 'install', 'PowerShell', '--version', POWERSHELL, '--tool-path', made];
    const { ok, reason } = await run(dotnet, args, { env: dotnetEnvironment(context), cwd: scratch });
    if (!ok) throw new PartFailure(reason);
    const version = await askVersion(programIn(made, context), runtimeEnvironment(context), run, scratch);
    if (version !== wanted) throw new PartFailure(`what was installed calls itself ${version}.`);
    place(made, toolFolder(context), wanted);
  },
};

/** @param {import('../context.mjs').Context} context */
export function toolFolder(context) {
  return cachePath(context, 'powershell', 'tool');
}

function programIn(folder, { platform }) {
  return path.join(folder, platform === 'win32' ? 'pwsh.exe' : 'pwsh');
}
