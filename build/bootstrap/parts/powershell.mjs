/** A PowerShell: Windows' own, the PowerShell 7 that is installed here, or one that is installed into the cache. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findFirst, makeFirst } from '../alternatives.mjs';
import { PartFailure } from '../failure.mjs';
import { installed } from './powershell-installed.mjs';
import { dotnetTool } from './powershell-tool.mjs';

const pointedTo = {
  name: 'SKYPE_FEDERATION_POWERSHELL',
  find({ env }) {
    const powershellPath = env['SKYPE_FEDERATION_POWERSHELL'];
    if (!powershellPath) return undefined;
    if (!existsSync(powershellPath)) {
      throw new PartFailure(
        `SKYPE_FEDERATION_POWERSHELL is set, and there is no ${powershellPath}.`,
        'correct SKYPE_FEDERATION_POWERSHELL, or unset it.',
      );
    }
    return { values: { powershellPath }, detail: 'as SKYPE_FEDERATION_POWERSHELL says' };
  },
};

const windows = {
  name: 'Windows PowerShell',
  find({ env, platform }) {
    if (platform !== 'win32') return undefined;
    // A 32-bit process sees another System32 than the one it names.
    const system = env['PROCESSOR_ARCHITEW6432'] ? 'Sysnative' : 'System32';
    const folder = path.join(env['SystemRoot'] ?? 'C:\\Windows', system, 'WindowsPowerShell', 'v1.0');
    const powershellPath = path.join(folder, 'powershell.exe');
    return existsSync(powershellPath) ? { values: { powershellPath }, detail: 'Windows PowerShell' } : undefined;
  },
};

const alternatives = [pointedTo, windows, installed, dotnetTool];

/** @type {import('../parts.mjs').Part} */
export const powershell = {
  name: 'PowerShell',
  needs: [],
  what: 'there is no PowerShell here, and none could be installed.',
  next: 'install PowerShell 7 (https://aka.ms/powershell) or the .NET SDK 10 (https://dot.net), then run the command again.',
  find: findFirst(alternatives),
  make: makeFirst(alternatives),
};
