import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');
const practiceModule = path.join(root, 'assets', 'powershell', 'PracticeLync', 'PracticeLync.psd1');
const run = promisify(execFile);

/** The two ways to the same end, each counted from the start of its process: the command line, and a script by hand. */
export async function applyMeasurements(folder) {
  const answersPath = path.join(root, 'docs', 'answers.example.json');
  const scriptPath = path.join(folder, 'by-hand.ps1');
  await writeFile(scriptPath, SCRIPT);
  return {
    product: async () => {
      const state = await freshState(folder, 'product');
      const args = [
        'apply',
        '--deployment',
        'practice',
        '--practice-state',
        state,
        '--data-dir',
        folder,
        '--answers',
        answersPath,
        '--yes',
      ];
      return timed(process.execPath, [path.join(root, 'out', 'main', 'cli.js'), ...args]);
    },
    byHand: async () => {
      const state = await freshState(folder, 'by-hand');
      return timed(process.env['SKYPE_FEDERATION_POWERSHELL'], [
        '-NoLogo',
        '-NoProfile',
        '-NonInteractive',
        '-File',
        scriptPath,
        practiceModule,
        state,
      ]);
    },
  };
}

const SCRIPT = `param($Module, $State)
$ErrorActionPreference = 'Stop'
Import-Module $Module -ArgumentList $State
Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true
Set-CsExternalAccessPolicy -Identity Global -EnablePublicCloudAccess $true -EnablePublicCloudAudioVideoAccess $true
Remove-CsPublicProvider -Identity Messenger -Confirm:$false
New-CsPublicProvider -Identity Skype -ProxyFqdn federation.messenger.msn.com -IconUrl https://images.edge.messenger.live.com/Messenger_16x16.png -NameDecorationRoutingDomain msn.com -NameDecorationExcludedDomainList 'msn.com,outlook.com,live.com,hotmail.com' -VerificationLevel UseSourceVerification -Enabled $true
Get-CsPublicProvider
`;

async function freshState(folder, name) {
  const state = path.join(folder, `${name}.json`);
  await rm(state, { force: true });
  return state;
}

async function timed(file, args) {
  const startedAt = performance.now();
  await run(file, args);
  return performance.now() - startedAt;
}
