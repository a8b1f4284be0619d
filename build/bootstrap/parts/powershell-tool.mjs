/** PowerShell 7 as a .NET tool, for those whose NuGet feed has it. That a feed lacks it is remembered. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cachePath } from '../context.mjs';
import { contentHash } from '../content-hash.mjs';
import { dotnetEnvironment, findDotnet, runtimeEnvironment } from '../dotnet.mjs';
import { PartFailure } from '../failure.mjs';
import { askVersion } from '../powershell-answer.mjs';
import { place, stampOf } from '../place.mjs';

/** @type {import('../alternatives.mjs').Alternative} */
export const dotnetTool = {
  name: 'dotnet tool install PowerShell',
  find(context) {
    const powershellPath = programIn(folderOf(context), context);
    const version = stampOf(folderOf(context));
    return version && existsSync(powershellPath) ? { values: { powershellPath }, detail: version } : undefined;
  },
  async make(context, { run, say, scratch }) {
    const dotnet = findDotnet(context);
    if (wasRefused(context)) throw new PartFailure('tried before with this lock file; the NuGet feed did not have it.');
    say('looking for PowerShell among the .NET tools');
    const made = path.join(scratch, 'tool');
    const args = ['tool', 'install', 'PowerShell', '--tool-path', made];
    const { ok, reason } = await run(dotnet, args, {
      env: dotnetEnvironment(context),
      cwd: scratch,
      timeoutMs: 120_000,
    });
    try {
      if (!ok) throw new PartFailure(reason);
      const version = await askVersion(programIn(made, context), runtimeEnvironment(context), run, scratch);
      place(made, folderOf(context), version);
      await askVersion(programIn(folderOf(context), context), runtimeEnvironment(context), run, scratch);
    } catch (error) {
      remember(context);
      throw error;
    }
  },
};

function folderOf(context) {
  return cachePath(context, 'powershell', 'tool');
}

function programIn(folder, { platform }) {
  return path.join(folder, platform === 'win32' ? 'pwsh.exe' : 'pwsh');
}

function refusalFile(context) {
  return cachePath(context, 'powershell', 'tool-not-available');
}

function lockHash({ root }) {
  return contentHash(root, ['package-lock.json']);
}

function wasRefused(context) {
  const file = refusalFile(context);
  return existsSync(file) && readFileSync(file, 'utf8') === lockHash(context);
}

function remember(context) {
  mkdirSync(path.dirname(refusalFile(context)), { recursive: true });
  writeFileSync(refusalFile(context), lockHash(context));
}
