import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { containing } from '../fakes/containing.ts';
import { quoted } from '../../core/deployment/command-text.ts';
import type { ManagementShell } from '../../electron/powershell/management-shell.ts';
import { type PracticeState, PROFILE, practiceState, valueOf } from '../fakes/practice-shell.ts';
import { type ScriptShell, openScripts } from '../fakes/script-shell.ts';
import { openSharedShell } from '../fakes/shell-pool.ts';

let state: PracticeState;
let shell: ManagementShell;
let scripts: ScriptShell;
beforeAll(async () => {
  state = await practiceState();
  shell = await openSharedShell();
  const target = { deployment: 'practice', statePath: state.path, profile: PROFILE } as const;
  valueOf(await shell.connect(target, { readOnly: true }));
  scripts = await openScripts(state.path);
});
afterAll(async () => {
  await Promise.all([shell.close(), scripts.close()]);
  await state.remove();
});

describe('export', () => {
  test('gives objects that PowerShell reads back with their types and values', async () => {
    const subjects = [
      { type: 'provider', identity: 'Messenger' },
      { type: 'policy', identity: 'Global' },
      { type: 'access-edge', identity: 'Global' },
      { type: 'user', identity: 'kmyer@contoso.com' },
    ] as const;
    const exported = valueOf(await shell.export(subjects));
    expect(exported.map(({ type, identity }) => ({ type, identity }))).toEqual(subjects);
    const read = await Promise.all(
      exported.map(async ({ type, clixml }) => {
        const path = join(state.folder, `${type}.xml`);
        await writeFile(path, clixml ?? '');
        return await scripts.output(`$o = Import-Clixml -LiteralPath ${quoted(path)}; $o.PSTypeNames[0]; $o`);
      }),
    );
    const settings = 'Deserialized.Microsoft.Rtc.Management.WritableConfig.Settings.Edge';
    const policies = 'Deserialized.Microsoft.Rtc.Management.WritableConfig.Policy.ExternalAccess';
    expect(read).toMatchObject([
      [`${settings}.DisplayPublicProvider`, { Identity: 'Messenger', Enabled: false }],
      [`${policies}.ExternalAccessPolicy`, { Identity: 'Global', EnablePublicCloudAccess: false }],
      [`${settings}.DisplayAccessEdgeSettingsDnsSrvRouting`, { Identity: 'Global', AllowFederatedUsers: false }],
      [containing('Deserialized.'), { Identity: containing('CN=Ken Myer'), SipAddress: 'sip:kmyer@contoso.com' }],
    ]);
  });

  test('gives null for an object that does not exist, and nothing for no subject', async () => {
    const subjects = [
      { type: 'provider', identity: 'Skype' },
      { type: 'policy', identity: 'Global' },
      { type: 'user', identity: '*' },
      { type: 'provider', identity: '$(1)' },
    ] as const;
    const exported = valueOf(await shell.export(subjects));
    expect(exported.map(({ clixml }) => clixml === null)).toEqual([true, false, true, true]);
    expect(valueOf(await shell.export([]))).toEqual([]);
  });

  test('finds names as PowerShell spells them and as people do, and asks once a type', async () => {
    const before = valueOf(await shell.tally());
    const exported = valueOf(
      await shell.export([
        { type: 'policy', identity: 'salesexternalaccess' },
        { type: 'policy', identity: 'Tag:SalesExternalAccess' },
        { type: 'policy', identity: 'site:redmond' },
        { type: 'user', identity: 'SIP:kmyer@contoso.com' },
        { type: 'user', identity: 'CN=Ken Myer,OU=Redmond,DC=contoso,DC=com' },
      ]),
    );
    const [byName, byTag, site, bySip, byIdentity] = exported.map(({ clixml }) => clixml);
    expect(byName).toContain('Tag:SalesExternalAccess');
    expect(byTag).toBe(byName);
    expect(site).toContain('Redmond');
    expect(bySip).toContain('CN=Ken Myer');
    expect(byIdentity).toBe(bySip);
    expect(valueOf(await shell.tally())).toEqual({ ...before, reads: before.reads + 2 });
  });
});
