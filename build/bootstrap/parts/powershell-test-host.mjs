/** The project's own host of the PowerShell engine, for development and tests where no PowerShell is to be had. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cachePath } from '../context.mjs';
import { contentHash } from '../content-hash.mjs';
import { dotnetEnvironment, findDotnet, runtimeEnvironment } from '../dotnet.mjs';
import { PartFailure } from '../failure.mjs';
import { askVersion } from '../powershell-answer.mjs';
import { place, stampOf } from '../place.mjs';

const project = 'build/powershell-host';
const folderPrefix = 'host-';
const systems = { linux: 'linux', darwin: 'osx', win32: 'win' };

/** @type {import('../alternatives.mjs').Alternative} */
export const testHost = {
  name: 'test host',
  find(context) {
    const folder = folderOf(context);
    const powershellPath = programIn(folder, context);
    const version = stampOf(folder);
    return version && existsSync(powershellPath)
      ? { values: { powershellPath }, detail: `test host, ${version}` }
      : undefined;
  },
  async make(context, { run, say, scratch }) {
    const dotnet = findDotnet(context);
    say('compiling the test host');
    const made = path.join(scratch, 'host');
    const args = ['publish', project, '--configuration', 'Release', '--runtime', runtimeOf(context)];
    // Intermediate files go to the scratch folder too: an interrupted compilation leaves nothing that is used again.
    args.push('--self-contained', 'false', '--output', made, '--artifacts-path', path.join(scratch, 'artifacts'));
    const { ok, reason } = await run(dotnet, args, { env: dotnetEnvironment(context), timeoutMs: 300_000 });
    if (!ok) throw new PartFailure(reason);
    const version = await askVersion(programIn(made, context), runtimeEnvironment(context), run, scratch);
    removeOthers(context);
    place(made, folderOf(context), version);
  },
};

/** Compiled from these very sources, for this system. */
function folderOf(context) {
  const hash = contentHash(context.root, [project], { skip: ['bin', 'obj'], also: [runtimeOf(context)] });
  return cachePath(context, 'powershell', `${folderPrefix}${hash.slice(0, 16)}`);
}

function programIn(folder, { platform }) {
  return path.join(folder, platform === 'win32' ? 'powershell-host.exe' : 'powershell-host');
}

/** .NET's name for this system. */
export function runtimeOf({ platform, arch }) {
  return `${systems[platform] ?? platform}-${arch}`;
}

function removeOthers(context) {
  const folder = cachePath(context, 'powershell');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(folderPrefix)) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}
