import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PracticeState, practiceState } from '../fakes/practice-shell.ts';
import { type ScriptShell, openScripts } from '../fakes/script-shell.ts';

const REMOVE_PROVIDERS = 'Get-CsPublicProvider | Remove-CsPublicProvider';
const DEFAULT_ROUTE = 'Set-CsAccessEdgeConfiguration -UseDefaultRouting -DefaultRouteFqdn route.example';

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

describe('external access policies', () => {
  test('start as Global, one for a site and one for users, in the reference’s order of properties', async () => {
    const policies = await shell.output('Get-CsExternalAccessPolicy');
    expect(policies).toMatchObject([
      { Identity: 'Global' },
      { Identity: 'site:Redmond' },
      { Identity: 'Tag:SalesExternalAccess' },
    ]);
    expect(Object.keys(policies[0] ?? {})).toEqual([
      'Identity',
      'Description',
      'EnableFederationAccess',
      'EnableXmppAccess',
      'EnablePublicCloudAccess',
      'EnablePublicCloudAudioVideoAccess',
      'EnableOutsideAccess',
    ]);
  });

  test.each([
    ['global', 'Global'],
    ['SITE:redmond', 'site:Redmond'],
    ['salesexternalaccess', 'Tag:SalesExternalAccess'],
    ['tag:SalesExternalAccess', 'Tag:SalesExternalAccess'],
  ])('are found by the spelling %s', async (spelling, identity) => {
    expect(await shell.output(`(Get-CsExternalAccessPolicy ${spelling}).Identity`)).toEqual([identity]);
  });

  test('are filtered by scope', async () => {
    expect(await shell.output('(Get-CsExternalAccessPolicy -Filter "tag:*").Identity')).toEqual([
      'Tag:SalesExternalAccess',
    ]);
  });

  test('Set without an identity changes Global alone', async () => {
    await shell.output('Set-CsExternalAccessPolicy -EnablePublicCloudAccess $true');
    expect(await shell.output('(Get-CsExternalAccessPolicy | Where-Object EnablePublicCloudAccess).Identity')).toEqual([
      'Global',
    ]);
  });

  test('Set leaves alone what is not named', async () => {
    await shell.output('Set-CsExternalAccessPolicy site:Redmond -EnablePublicCloudAccess $true');
    expect(await shell.output('Get-CsExternalAccessPolicy site:Redmond')).toMatchObject([
      { Description: 'Head office', EnableOutsideAccess: true, EnablePublicCloudAccess: true },
    ]);
  });

  test('Remove of Global only resets it', async () => {
    await shell.output(
      'Set-CsExternalAccessPolicy -EnablePublicCloudAccess $true -Description changed; Remove-CsExternalAccessPolicy Global',
    );
    expect(await shell.output('Get-CsExternalAccessPolicy Global')).toMatchObject([
      { Identity: 'Global', Description: null, EnablePublicCloudAccess: false },
    ]);
  });

  test('Remove of a per-user policy takes it from its users', async () => {
    await shell.output('Remove-CsExternalAccessPolicy SalesExternalAccess');
    expect(await shell.output('(Get-CsExternalAccessPolicy).Identity')).toEqual(['Global', 'site:Redmond']);
    expect(await shell.output(`Get-CsUser -Filter 'ExternalAccessPolicy -ne $null'`)).toEqual([]);
  });

  test('New makes one for users and one for a site, and -InMemory none until Set', async () => {
    expect(await shell.output('(New-CsExternalAccessPolicy Pilot -EnablePublicCloudAccess $true).Identity')).toEqual([
      'Tag:Pilot',
    ]);
    expect(await shell.output('(New-CsExternalAccessPolicy site:Dublin).Identity')).toEqual(['site:Dublin']);
    const script = '$new = New-CsExternalAccessPolicy Later -InMemory; $before = @(Get-CsExternalAccessPolicy).Count; ';
    expect(
      await shell.output(
        `${script} $before; Set-CsExternalAccessPolicy -Instance $new; (Get-CsExternalAccessPolicy Later).Identity`,
      ),
    ).toEqual([5, 'Tag:Later']);
  });

  test.each([
    ['New-CsExternalAccessPolicy site:Redmond', 'PolicyAlreadyExists,New-CsExternalAccessPolicy', 'ResourceExists'],
    [
      'New-CsExternalAccessPolicy salesexternalaccess',
      'PolicyAlreadyExists,New-CsExternalAccessPolicy',
      'ResourceExists',
    ],
    ['New-CsExternalAccessPolicy Global', 'PolicyAlreadyExists,New-CsExternalAccessPolicy', 'ResourceExists'],
    ['New-CsExternalAccessPolicy site:Nowhere', 'SiteNotFound,New-CsExternalAccessPolicy', 'ObjectNotFound'],
    ['New-CsExternalAccessPolicy other:Scope', 'InvalidIdentity,New-CsExternalAccessPolicy', 'InvalidArgument'],
    [
      'Set-CsExternalAccessPolicy Nobody -EnableOutsideAccess $true',
      'PolicyNotFound,Set-CsExternalAccessPolicy',
      'ObjectNotFound',
    ],
    ['Remove-CsExternalAccessPolicy Nobody', 'PolicyNotFound,Remove-CsExternalAccessPolicy', 'ObjectNotFound'],
    ['Get-CsExternalAccessPolicy Nobody', 'PolicyNotFound,Get-CsExternalAccessPolicy', 'ObjectNotFound'],
    [
      'Grant-CsExternalAccessPolicy kmyer@contoso.com Nobody',
      'PolicyNotFound,Grant-CsExternalAccessPolicy',
      'ObjectNotFound',
    ],
    [
      'Grant-CsExternalAccessPolicy kmyer@contoso.com Global',
      'NotAUserPolicy,Grant-CsExternalAccessPolicy',
      'InvalidArgument',
    ],
    [
      'Grant-CsExternalAccessPolicy nobody@contoso.com SalesExternalAccess',
      'UserNotFound,Grant-CsExternalAccessPolicy',
      'ObjectNotFound',
    ],
  ])('%s is an error that does not end the pipeline', async (script, id, category) => {
    expect(await shell.error(script)).toEqual({ id, category, isTerminating: false });
  });

  test('an error ends the command where the caller asks for it', async () => {
    expect(await shell.error('Get-CsExternalAccessPolicy Nobody -ErrorAction Stop')).toMatchObject({
      id: 'PolicyNotFound,Get-CsExternalAccessPolicy',
      isTerminating: true,
    });
  });
});

describe('users', () => {
  test('are twelve, and four of them have the per-user policy', async () => {
    expect(await shell.output('@(Get-CsUser).Count')).toEqual([12]);
    expect(await shell.output(`@(Get-CsUser -Filter 'ExternalAccessPolicy -eq "SalesExternalAccess"').Count`)).toEqual([
      4,
    ]);
  });

  test.each([
    'sip:alarsen@contoso.com',
    'alarsen@contoso.com',
    String.raw`CONTOSO\alarsen`,
    "'Ashley Larsen'",
    "'Ashley*'",
    "'CN=Ashley Larsen,OU=Redmond,DC=contoso,DC=com'",
  ])('take a policy by the identity %s, and $null takes it away', async (identity) => {
    const policy = `(Get-CsUser ${identity}).ExternalAccessPolicy`;
    expect(await shell.output(`Grant-CsExternalAccessPolicy ${identity} tag:salesexternalaccess; ${policy}`)).toEqual([
      'SalesExternalAccess',
    ]);
    expect(await shell.output(`Grant-CsExternalAccessPolicy ${identity} $null; $null -eq ${policy}`)).toEqual([true]);
  });

  test('come through the pipeline, and are returned with -PassThru only', async () => {
    const script = `Get-CsUser -Filter 'SipAddress -like "*@fabrikam.com"' | Grant-CsExternalAccessPolicy -PolicyName SalesExternalAccess`;
    expect(await shell.output(script)).toEqual([]);
    expect(await shell.output(`(${script} -PassThru).ExternalAccessPolicy`)).toEqual(
      Array(4).fill('SalesExternalAccess'),
    );
  });
});

describe('the Access Edge', () => {
  test('starts with federation off, in the reference’s order of properties', async () => {
    const [edge] = await shell.output('Get-CsAccessEdgeConfiguration');
    expect(edge).toMatchObject({ Identity: 'Global', AllowFederatedUsers: false, RoutingMethod: 'UseDnsSrvRouting' });
    expect(Object.keys(edge ?? {}).slice(0, 6)).toEqual([
      'Identity',
      'AllowAnonymousUsers',
      'AllowFederatedUsers',
      'AllowOutsideUsers',
      'BeClearingHouse',
      'EnablePartnerDiscovery',
    ]);
    expect(Object.keys(edge ?? {}).at(-1)).toBe('RoutingMethod');
  });

  test('takes the master switch, and changes nothing else', async () => {
    const [before] = await shell.output('Get-CsAccessEdgeConfiguration');
    expect(await shell.output('Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true')).toEqual([]);
    expect(await shell.output('Get-CsAccessEdgeConfiguration')).toEqual([
      { ...Object(before), AllowFederatedUsers: true },
    ]);
  });

  test('cannot take a default route while providers exist', async () => {
    expect(await shell.error(DEFAULT_ROUTE)).toEqual({
      id: 'ProvidersExist,Set-CsAccessEdgeConfiguration',
      category: 'InvalidOperation',
      isTerminating: false,
    });
  });

  test('with a default route refuses every provider', async () => {
    const [edge] = await shell.output(`${REMOVE_PROVIDERS}; ${DEFAULT_ROUTE}; Get-CsAccessEdgeConfiguration`);
    expect(edge).toMatchObject({ RoutingMethod: 'UseDefaultRouting', DefaultRouteFqdn: 'route.example' });
    expect(await shell.error('New-CsPublicProvider Skype -ProxyFqdn s.example -Enabled $true')).toEqual({
      id: 'DefaultRoutingInUse,New-CsPublicProvider',
      category: 'InvalidOperation',
      isTerminating: false,
    });
  });

  test.each([
    ['Set-CsAccessEdgeConfiguration -UseDnsSrvRouting', 'PartnerDiscoveryRequired'],
    ['Set-CsAccessEdgeConfiguration -UseDefaultRouting', 'DefaultRouteFqdnRequired'],
    ['Set-CsAccessEdgeConfiguration -DefaultRouteFqdn a.example', 'RoutingMethodMismatch'],
    ['Set-CsAccessEdgeConfiguration -Identity Other -AllowFederatedUsers $true', 'ConfigurationNotFound'],
  ])('refuses %s', async (script, id) => {
    expect(await shell.error(script)).toMatchObject({
      id: `${id},Set-CsAccessEdgeConfiguration`,
      isTerminating: false,
    });
  });

  test.each([
    ['Set-CsAccessEdgeConfiguration -OutgoingTlsCountForFederatedPartners 5', 'ParameterArgumentValidationError'],
    ['Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -DefaultRouteFqdn a.example', 'AmbiguousParameterSet'],
  ])('does not bind %s', async (script, id) => {
    expect(await shell.error(script)).toMatchObject({ id: `${id},Set-CsAccessEdgeConfiguration`, isTerminating: true });
  });
});

describe('what can only be looked at', () => {
  test('is one Edge pool, two SIP domains and the version', async () => {
    expect(await shell.output('(Get-CsSipDomain).Name')).toEqual(['contoso.com', 'fabrikam.com']);
    expect(await shell.output('(Get-CsService -EdgeServer).AccessEdgeExternalFqdn')).toEqual(['sip.contoso.com']);
    expect(await shell.output('Get-CsServerVersion')).toEqual([
      'Microsoft Lync Server 2013 (5.0.8308.0): Volume license key installed.',
    ]);
  });

  test('takes one role of services a call', async () => {
    expect(await shell.error('Get-CsService -EdgeServer -Registrar')).toMatchObject({ isTerminating: true });
  });
});
