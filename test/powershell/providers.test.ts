import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PracticeState, practiceState } from '../fakes/practice-shell.ts';
import { type ScriptShell, openScripts } from '../fakes/script-shell.ts';

const NEW_SKYPE = 'New-CsPublicProvider -Identity Skype -ProxyFqdn sip.skype.example -Enabled $true';
const HOSTED = {
  Identity: 'Hosted',
  Name: 'Hosted',
  ProxyFqdn: 'sipfed.hosted.example',
  VerificationLevel: 'UseSourceVerification',
  Enabled: true,
  EnabledSharedAddressSpace: false,
  HostsOCSUsers: false,
  IsLocal: false,
  AutodiscoverUrl: null,
};

let state: PracticeState;
let shell: ScriptShell;
beforeAll(async () => {
  state = await practiceState();
  shell = await openScripts(state.path);
});
beforeEach(() => state.reset());
afterAll(async () => {
  await shell.close();
  await state.remove();
});

const identities = async (): Promise<readonly unknown[]> => await shell.output('(Get-CsPublicProvider).Identity');

describe('a site that has never been set up', () => {
  test('has the three built-in providers, all disabled, and no hosting provider', async () => {
    expect(await shell.output('Get-CsPublicProvider | ForEach-Object { "$($_.Identity) $($_.Enabled)" }')).toEqual([
      'Messenger False',
      'AOL False',
      'Yahoo! False',
    ]);
    expect(await shell.output('Get-CsHostingProvider')).toEqual([]);
  });

  test('shows a provider’s properties in the reference’s order', async () => {
    const [provider] = await shell.output('Get-CsPublicProvider Messenger');
    expect(Object.keys(provider ?? {})).toEqual([
      'Identity',
      'Name',
      'ProxyFqdn',
      'IconUrl',
      'NameDecorationDomain',
      'NameDecorationRoutingDomain',
      'NameDecorationExcludedDomainList',
      'VerificationLevel',
      'Enabled',
    ]);
  });

  test('names the types as the management shell does, and the levels by number and name', async () => {
    const edge = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge';
    expect(await shell.output('(Get-CsPublicProvider Messenger).PSTypeNames[0]')).toEqual([
      `${edge}.DisplayPublicProvider`,
    ]);
    expect(
      await shell.output(
        '$level = (Get-CsPublicProvider AOL).VerificationLevel; $level.GetType().FullName; [int]$level',
      ),
    ).toEqual([`${edge}.VerificationLevelType`, 2]);
  });
});

describe('New-CsPublicProvider', () => {
  test('creates a provider and returns it', async () => {
    const [created] = await shell.output(`${NEW_SKYPE} -VerificationLevel 1 -NameDecorationRoutingDomain msn.com`);
    expect(created).toMatchObject({
      Identity: 'Skype',
      Name: 'Skype',
      ProxyFqdn: 'sip.skype.example',
      VerificationLevel: 'AlwaysUnverifiable',
      NameDecorationRoutingDomain: 'msn.com',
      IconUrl: null,
      Enabled: true,
    });
    expect(await shell.output('Get-CsPublicProvider -Identity skype')).toEqual([created]);
  });

  test('takes the documented default level when none is given', async () => {
    expect(await shell.output(`(${NEW_SKYPE}).VerificationLevel`)).toEqual(['AlwaysVerifiable']);
  });

  test.each([
    [
      'an identity of another public provider',
      'New-CsPublicProvider aol -ProxyFqdn new.example -Enabled $true',
      'ProviderAlreadyExists',
    ],
    [
      'an identity of a hosting provider',
      'New-CsPublicProvider HOSTED -ProxyFqdn new.example -Enabled $true',
      'ProviderAlreadyExists',
    ],
    [
      'a proxy of another public provider',
      'New-CsPublicProvider Skype -ProxyFqdn Federation.Messenger.MSN.com -Enabled 1',
      'ProxyFqdnInUse',
    ],
    [
      'a proxy of a hosting provider',
      'New-CsPublicProvider Skype -ProxyFqdn SIPFED.hosted.example -Enabled 0',
      'ProxyFqdnInUse',
    ],
  ])('refuses %s, without ending the pipeline', async (_what, script, id) => {
    await state.change({ hostingProviders: [HOSTED] });
    expect(await shell.error(script)).toEqual({
      id: `${id},New-CsPublicProvider`,
      category: 'ResourceExists',
      isTerminating: false,
    });
    expect(await identities()).toEqual(['Messenger', 'AOL', 'Yahoo!']);
  });

  test.each([
    ['no Enabled', 'New-CsPublicProvider Skype -ProxyFqdn a.example', 'MissingMandatoryParameter,New-CsPublicProvider'],
    ['no ProxyFqdn', 'New-CsPublicProvider Skype -Enabled $true', 'MissingMandatoryParameter,New-CsPublicProvider'],
    [
      'an empty identity',
      `New-CsPublicProvider '' -ProxyFqdn a.example -Enabled $true`,
      'ParameterArgumentValidationErrorEmptyStringNotAllowed,New-CsPublicProvider',
    ],
    [
      'an unknown level',
      `${NEW_SKYPE} -VerificationLevel Sometimes`,
      'CannotConvertArgumentNoMessage,New-CsPublicProvider',
    ],
    [
      'a parameter of a later product',
      `${NEW_SKYPE} -EnableSkypeIdRouting $true`,
      'NamedParameterNotFound,New-CsPublicProvider',
    ],
  ])('does not bind with %s', async (_what, script, id) => {
    expect(await shell.error(script)).toMatchObject({ id, isTerminating: true });
  });

  test('takes no pipeline input', async () => {
    expect(
      await shell.error(
        'Get-CsPublicProvider AOL | New-CsPublicProvider -ProxyFqdn b.example -Enabled $true -Identity x',
      ),
    ).toMatchObject({
      id: 'InputObjectNotBound,New-CsPublicProvider',
    });
  });

  test('with -InMemory creates nothing, until Set with -Instance does', async () => {
    const script = `$new = ${NEW_SKYPE} -InMemory -IconUrl https://icon.example/; $new.Enabled = $false; `;
    expect(await shell.output(`${script} (Get-CsPublicProvider).Identity`)).toEqual(['Messenger', 'AOL', 'Yahoo!']);
    expect(await shell.output(`${script} $new | Set-CsPublicProvider; Get-CsPublicProvider Skype`)).toMatchObject([
      { Identity: 'Skype', ProxyFqdn: 'sip.skype.example', IconUrl: 'https://icon.example/', Enabled: false },
    ]);
  });

  test('keeps the uniqueness rules for an object made with -InMemory', async () => {
    const script =
      '$new = New-CsPublicProvider AOL2 -ProxyFqdn sip.oscar.aol.com -Enabled $true -InMemory; Set-CsPublicProvider -Instance $new';
    expect(await shell.error(script)).toMatchObject({ id: 'ProxyFqdnInUse,Set-CsPublicProvider' });
  });
});

describe('Set-CsPublicProvider', () => {
  test('changes Enabled and VerificationLevel, and returns nothing', async () => {
    expect(await shell.output('Set-CsPublicProvider AOL -Enabled $true -VerificationLevel AlwaysVerifiable')).toEqual(
      [],
    );
    expect(await shell.output('Get-CsPublicProvider AOL')).toMatchObject([
      { Enabled: true, VerificationLevel: 'AlwaysVerifiable' },
    ]);
  });

  test.each(['ProxyFqdn', 'IconUrl', 'NameDecorationRoutingDomain'])('has no parameter %s', async (name) => {
    expect(await shell.error(`Set-CsPublicProvider AOL -${name} x`)).toMatchObject({
      id: 'NamedParameterNotFound,Set-CsPublicProvider',
      isTerminating: true,
    });
  });

  test('with an instance changes these two and no other property', async () => {
    const script =
      '$aol = Get-CsPublicProvider AOL; $aol.ProxyFqdn = "other.example"; $aol.Enabled = $true; $aol | Set-CsPublicProvider';
    await shell.output(script);
    expect(await shell.output('Get-CsPublicProvider AOL')).toMatchObject([
      { ProxyFqdn: 'sip.oscar.aol.com', Enabled: true },
    ]);
  });

  test('of an unknown provider fails without ending the pipeline', async () => {
    expect(await shell.error('Set-CsPublicProvider Nobody -Enabled $true')).toEqual({
      id: 'ProviderNotFound,Set-CsPublicProvider',
      category: 'ObjectNotFound',
      isTerminating: false,
    });
  });
});

describe('Enable- and Disable-CsPublicProvider', () => {
  test('change the switch', async () => {
    expect(await shell.output('Enable-CsPublicProvider AOL; (Get-CsPublicProvider AOL).Enabled')).toEqual([true]);
    expect(
      await shell.output('Get-CsPublicProvider AOL | Disable-CsPublicProvider; (Get-CsPublicProvider AOL).Enabled'),
    ).toEqual([false]);
  });

  test.each([
    ['Enable-CsPublicProvider AOL; Enable-CsPublicProvider AOL', 'ProviderAlreadyEnabled,Enable-CsPublicProvider'],
    ['Disable-CsPublicProvider AOL', 'ProviderAlreadyDisabled,Disable-CsPublicProvider'],
  ])('fail when it is so already: %s', async (script, id) => {
    expect(await shell.error(script)).toEqual({ id, category: 'InvalidOperation', isTerminating: false });
  });
});

describe('Remove-CsPublicProvider', () => {
  test('removes by name, by pipeline, and says which it did not find', async () => {
    await shell.output(
      'Remove-CsPublicProvider messenger; Get-CsPublicProvider -Filter "Y*" | Remove-CsPublicProvider',
    );
    expect(await identities()).toEqual(['AOL']);
    expect(await shell.error('Remove-CsPublicProvider Messenger')).toMatchObject({
      id: 'ProviderNotFound,Remove-CsPublicProvider',
      isTerminating: false,
    });
  });
});

describe('-WhatIf', () => {
  test.each([
    `${NEW_SKYPE} -WhatIf`,
    'Set-CsPublicProvider AOL -Enabled $true -WhatIf',
    'Remove-CsPublicProvider AOL -WhatIf',
    'Enable-CsPublicProvider AOL -WhatIf',
    'Set-CsExternalAccessPolicy -EnablePublicCloudAccess $true -WhatIf',
    'New-CsExternalAccessPolicy Pilot -WhatIf',
    'Remove-CsExternalAccessPolicy SalesExternalAccess -WhatIf',
    'Grant-CsExternalAccessPolicy kmyer@contoso.com -PolicyName $null -WhatIf',
    'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true -WhatIf',
  ])('changes nothing: %s', async (script) => {
    await shell.output('Get-CsPublicProvider');
    const before = await state.read();
    const said = shell.lines.length;
    expect(await shell.output(script)).toEqual([]);
    expect(await state.read()).toEqual(before);
    expect(shell.lines.slice(said).join('\n')).toContain('What if: Performing the operation');
  });
});
