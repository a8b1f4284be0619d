/** A PowerShell: Windows' own, the PowerShell 7 that is installed here, or one that is installed into the cache. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cachePath } from '../context.mjs';
import { dotnetEnvironment, findDotnet, runtimeEnvironment } from '../dotnet.mjs';
import { PartFailure } from '../failure.mjs';
import { place, readText, stampOf } from '../files.mjs';
import { POWERSHELL } from '../pins.mjs';
import { findOnPath } from '../process.mjs';
import { chosenBy, firstOf } from '../ways.mjs';

const pointedTo = chosenBy('SKYPE_FEDERATION_POWERSHELL', (powershellPath) => ({ powershellPath }));

const windows = {
  name: 'Windows PowerShell',
  find({ env, platform }) {
    if (platform !== 'win32') return undefined;
    const system = path.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32');
    const powershellPath = path.join(system, 'WindowsPowerShell', 'v1.0', 'powershell.exe');
    return existsSync(powershellPath) ? { values: { powershellPath }, detail: 'Windows PowerShell' } : undefined;
  },
};

/** It is asked for its version once, and again when the program has changed: that takes as long as a start. */
const installed = {
  name: 'pwsh on PATH',
  find(context) {
    const powershellPath = findOnPath('pwsh', context.env);
    const [program, version] = readText(answerFile(context))?.split('\n') ?? [];
    const isKnown = powershellPath && program === fingerprint(powershellPath);
    return isKnown ? { values: { powershellPath }, detail: version } : undefined;
  },
  async make(context, { run, say }) {
    const file = findOnPath('pwsh', context.env);
    if (!file) throw new PartFailure('there is none.');
    say('asking pwsh for its version');
    const version = await askVersion(file, context.env, run);
    mkdirSync(path.dirname(answerFile(context)), { recursive: true });
    writeFileSync(answerFile(context), `${fingerprint(file)}\n${version}`);
  },
};

/** What the .NET tool calls itself; the stamp of its folder tells it from an older one, which had the tool as installed. */
const wanted = `PowerShell ${POWERSHELL}`;
const stamp = `${wanted} itself`;

const dotnetTool = {
  name: `${wanted} as a .NET tool`,
  find(context) {
    if (stampOf(toolFolder(context)) !== stamp) return undefined;
    return { values: { powershellPath: path.join(toolFolder(context), programName(context)) }, detail: wanted };
  },
  async make(context, { run, say, scratch }) {
    const dotnet = findDotnet(context);
    say(`installing ${wanted}, a .NET tool`);
    const tool = path.join(scratch, 'tool');
    const args = ['tool', 'install', 'PowerShell', '--version', POWERSHELL, '--tool-path', tool];
    await run(dotnet, args, { env: dotnetEnvironment(context), cwd: scratch });
    const made = programFolder(tool, context);
    const version = await askVersion(path.join(made, programName(context)), runtimeEnvironment(context), run);
    if (version !== wanted) throw new PartFailure(`what was installed calls itself ${version}.`);
    place(made, toolFolder(context), stamp);
  },
};

/** @type {import('../types').Part} */
export const powershell = {
  name: 'PowerShell',
  needs: [],
  what: 'there is no PowerShell here, and none could be installed.',
  next: 'install PowerShell 7 (https://aka.ms/powershell) or the .NET SDK 10 (https://dot.net), then run the command again.',
  ...firstOf([pointedTo, windows, installed, dotnetTool]),
};

/** Where the .NET tool's PowerShell is. */
export function toolFolder(context) {
  return cachePath(context, 'powershell', 'tool');
}

/** What a PowerShell calls itself, such as `PowerShell 7.6.9`; a PartFailure when it does not start. */
export async function askVersion(file, env, run) {
  const answer = await run(file, ['-Version'], { env: { ...env, NO_COLOR: '1', TERM: 'dumb' } });
  const [version] = answer.trim().split(/\r?\n/);
  if (!/\d+\.\d+/.test(version)) throw new PartFailure(`it gave no version, but: ${version}`);
  return version;
}

/**
 * Where PowerShell itself is in the tool. What `dotnet tool` puts in front of it starts a second .NET at each start; it is
 * used where the program inside, which is for Windows or for Linux on x64, does not run.
 */
function programFolder(tool, { platform, arch }) {
  const inside = { win32: 'win', linux: arch === 'x64' && 'unix' }[platform];
  const program = readdirSync(tool, { recursive: true }).find((name) =>
    name.endsWith(path.join(inside || '-', 'pwsh.dll')),
  );
  return program ? path.join(tool, path.dirname(program)) : tool;
}

function programName({ platform }) {
  return platform === 'win32' ? 'pwsh.exe' : 'pwsh';
}

function answerFile(context) {
  return cachePath(context, 'powershell', 'pwsh-on-path');
}

function fingerprint(file) {
  const { size, mtimeMs } = statSync(file);
  return `${file} ${size} ${mtimeMs}`;
}
