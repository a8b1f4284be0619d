import { execFile } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PAGES } from '../../build/practice-run/journey.mjs';
import { expect, test } from './app-fixture.ts';
import { checkoutRoot } from './electron-app.ts';
import { IN_WHOLE_SET } from './scope.ts';

/** What `npm start` runs where there is no display. */
const PROGRAM = join(checkoutRoot, 'build/practice-run/practice-run.mjs');

/** The provider that the run creates, as Get-CsPublicProvider shows it. */
const SKYPE = `Identity                         : Skype
Name                             : Skype
ProxyFqdn                        : federation.messenger.msn.com
IconUrl                          : https://images.edge.messenger.live.com/Messenger_16x16.png
NameDecorationDomain             : 
NameDecorationRoutingDomain      : msn.com
NameDecorationExcludedDomainList : msn.com,outlook.com,live.com,hotmail.com
VerificationLevel                : UseSourceVerification
Enabled                          : True`;

test(
  'a practice run prints what ran, the providers, the outcome and where pictures and report are',
  IN_WHOLE_SET,
  async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [PROGRAM]);
    expect(stderr).toBe(`Pages: ${PAGES.map(({ step }) => step).join(', ')}\n`);
    const [commands, ...rest] = stdout.split('\n\n');
    expect(commands?.split('\n')).toEqual([
      'Commands that ran:',
      '  Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true',
      "  Set-CsExternalAccessPolicy -Identity 'Global' -EnablePublicCloudAccess $true -EnablePublicCloudAudioVideoAccess $true",
      "  Remove-CsPublicProvider -Identity 'Messenger'",
      "  New-CsPublicProvider -Identity 'Skype' -ProxyFqdn 'federation.messenger.msn.com' -IconUrl 'https://images.edge.messenger.live.com/Messenger_16x16.png' -NameDecorationRoutingDomain 'msn.com' -NameDecorationExcludedDomainList 'msn.com,outlook.com,live.com,hotmail.com' -VerificationLevel UseSourceVerification -Enabled $true",
    ]);
    const identities = rest.map((part) => /^Identity +: (.*)$/mu.exec(part)?.[1]);
    expect(identities).toEqual([undefined, 'AOL', 'Yahoo!', 'Skype', undefined]);
    expect(rest[0]).toBe('Get-CsPublicProvider:');
    expect(rest[3]).toBe(SKYPE);
    expect(rest[4]).toBe(
      ['Outcome: done', 'Pictures: 14 in out/practice-run', 'Report: out/practice-run/report.html', ''].join('\n'),
    );
    const folder = join(checkoutRoot, 'out/practice-run');
    const pictures = (await readdir(folder)).filter((name) => name.endsWith('.png'));
    expect(pictures).toHaveLength(14);
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('New-CsPublicProvider');
  },
);

test('a practice run does not begin where a setup is under way', async ({ folder }) => {
  await writeFile(join(folder, 'draft.json'), '{}');
  const ended = promisify(execFile)(process.execPath, [PROGRAM, '--data-dir', folder]);
  await expect(ended).rejects.toMatchObject({ code: 2, stdout: '' });
  await expect(ended).rejects.toThrow('name another folder, or leave --data-dir out.');
});
