import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PracticeState, practiceState } from '../fakes/practice-shell.ts';
import { type ScriptShell, openScripts } from '../fakes/script-shell.ts';
import { productsPlayed } from '../fakes/scope.ts';

/** The examples of the cmdlet reference: what each does, the script, and what a look afterwards must show. */
const EXAMPLES: readonly (readonly [what: string, script: string, look: string, seen: readonly unknown[]])[] = [
  [
    'creates a provider',
    'New-CsPublicProvider -Identity "Fabrikam" -ProxyFqdn "proxyserver.fabrikam.com" -Enabled $True | Out-Null',
    '(Get-CsPublicProvider -Identity "Fabrikam").ProxyFqdn',
    ['proxyserver.fabrikam.com'],
  ],
  [
    'creates a provider from an instance in memory',
    `$x = New-CsPublicProvider -Identity "Fabrikam" -ProxyFqdn "proxyserver.fabrikam.com" -Enabled $True -InMemory
     $x.VerificationLevel = "AlwaysUnverifiable"
     Set-CsPublicProvider -Instance $x`,
    '(Get-CsPublicProvider Fabrikam).VerificationLevel',
    ['AlwaysUnverifiable'],
  ],
  [
    'finds providers by a wildcard',
    'New-CsPublicProvider -Identity "Windows Live" -ProxyFqdn live.example.com -Enabled $True | Out-Null',
    '(Get-CsPublicProvider -Filter Y*).Identity; (Get-CsPublicProvider -Filter "*Windows*").Identity',
    ['Yahoo!', 'Windows Live'],
  ],
  [
    'finds the providers that are disabled',
    'Set-CsPublicProvider -Identity "AOL" -Enabled $True',
    'Get-CsPublicProvider | Where-Object {$_.Enabled -eq $False} | ForEach-Object { $_.ProxyFqdn }',
    ['federation.messenger.msn.com', 'lcsap.msg.yahoo.com'],
  ],
  [
    'finds providers by what their level is not',
    'Set-CsPublicProvider AOL -VerificationLevel AlwaysVerifiable',
    '(Get-CsPublicProvider | Where-Object {$_.VerificationLevel -ne "AlwaysVerifiable"}).ProxyFqdn',
    ['federation.messenger.msn.com', 'lcsap.msg.yahoo.com'],
  ],
  [
    'sets a property of every provider that has another value now',
    `Get-CsPublicProvider | Where-Object {$_.VerificationLevel -eq "UseSourceVerification"} |
       Set-CsPublicProvider -VerificationLevel "AlwaysVerifiable"`,
    '(Get-CsPublicProvider).VerificationLevel',
    ['AlwaysVerifiable', 'AlwaysVerifiable', 'AlwaysVerifiable'],
  ],
  [
    'enables the providers that are disabled, and disables them again',
    'Get-CsPublicProvider | Where-Object {$_.Enabled -eq $False} | Enable-CsPublicProvider',
    `(Get-CsPublicProvider).Enabled
     Get-CsPublicProvider | Where-Object {$_.Enabled -eq $True} | Disable-CsPublicProvider
     (Get-CsPublicProvider).Enabled`,
    [true, true, true, false, false, false],
  ],
  [
    'removes the providers that are disabled',
    `Enable-CsPublicProvider AOL
     Get-CsPublicProvider | Where-Object {$_.Enabled -eq $False} | Remove-CsPublicProvider`,
    '(Get-CsPublicProvider).Identity',
    ['AOL'],
  ],
  [
    'finds policies by scope and by name, with the tag on what is for users',
    'New-CsExternalAccessPolicy -Identity RedmondAccessPolicy | Out-Null',
    `(Get-CsExternalAccessPolicy -Filter tag:*).Identity
     (Get-CsExternalAccessPolicy -Filter site:*).Identity
     (Get-CsExternalAccessPolicy -Filter "Red*").Identity`,
    ['Tag:SalesExternalAccess', 'Tag:RedmondAccessPolicy', 'site:Redmond', 'Tag:RedmondAccessPolicy'],
  ],
  [
    'finds policies by two of their values',
    'Set-CsExternalAccessPolicy -Identity global -EnableFederationAccess $True -EnablePublicCloudAccess $True',
    `(Get-CsExternalAccessPolicy |
       Where-Object {$_.EnableFederationAccess -eq $True -and $_.EnablePublicCloudAccess -eq $True}).Identity`,
    ['Global'],
  ],
  [
    'replaces the policy of a site',
    `Remove-CsExternalAccessPolicy -Identity site:Redmond
     New-CsExternalAccessPolicy -Identity site:Redmond -EnableFederationAccess $True -EnableOutsideAccess $True | Out-Null`,
    'Get-CsExternalAccessPolicy -Identity site:Redmond | ForEach-Object { $_.Identity; $_.EnableFederationAccess }',
    ['site:Redmond', true],
  ],
  [
    'creates a policy for users from an instance in memory',
    `$x = New-CsExternalAccessPolicy -Identity RedmondAccessPolicy -InMemory
     $x.EnableFederationAccess = $True
     $x.EnableOutsideAccess = $True
     Set-CsExternalAccessPolicy -Instance $x`,
    'Get-CsExternalAccessPolicy RedmondAccessPolicy | ForEach-Object { $_.Identity; $_.EnableOutsideAccess }',
    ['Tag:RedmondAccessPolicy', true],
  ],
  [
    'changes the policies that come through the pipeline',
    'Get-CsExternalAccessPolicy -Filter tag:* | Set-CsExternalAccessPolicy -EnablePublicCloudAccess $True',
    '(Get-CsExternalAccessPolicy).EnablePublicCloudAccess',
    [false, false, true],
  ],
  [
    'removes the policies of all sites',
    'Get-CsExternalAccessPolicy -Filter site:* | Remove-CsExternalAccessPolicy',
    '(Get-CsExternalAccessPolicy).Identity',
    ['Global', 'Tag:SalesExternalAccess'],
  ],
  [
    'grants a policy to a user, named without its tag',
    `New-CsExternalAccessPolicy -Identity RedmondAccessPolicy | Out-Null
     Grant-CsExternalAccessPolicy -Identity "Ken Myer" -PolicyName RedmondAccessPolicy`,
    '(Get-CsUser -Identity "Ken Myer").ExternalAccessPolicy',
    ['RedmondAccessPolicy'],
  ],
  [
    'grants a policy to every user who has none',
    'Get-CsUser -Filter {ExternalAccessPolicy -eq $Null} | Grant-CsExternalAccessPolicy -PolicyName SalesExternalAccess',
    '@(Get-CsUser | Where-Object {$_.ExternalAccessPolicy -eq "SalesExternalAccess"}).Count',
    [12],
  ],
  [
    'takes every policy from its users',
    'Get-CsUser | Grant-CsExternalAccessPolicy -PolicyName $Null',
    '@(Get-CsUser -Filter {ExternalAccessPolicy -ne $Null}).Count',
    [0],
  ],
  [
    'changes the routing of the Access Edge, and changes it back',
    `Get-CsPublicProvider | Remove-CsPublicProvider
     Set-CsAccessEdgeConfiguration -UseDefaultRouting -DefaultRouteFqdn "atl-edge-001.litwareinc.com"`,
    `(Get-CsAccessEdgeConfiguration).RoutingMethod
     Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery $True
     (Get-CsAccessEdgeConfiguration).RoutingMethod
     (Get-CsAccessEdgeConfiguration).EnablePartnerDiscovery`,
    ['UseDefaultRouting', 'UseDnsSrvRouting', true],
  ],
  [
    'finds the replicas that are behind, and sends them everything anew',
    'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $True',
    `Get-CsManagementStoreReplicationStatus | Where-Object {$_.UpToDate -eq $False} | Invoke-CsManagementStoreReplication
     @(Get-CsManagementStoreReplicationStatus | Where-Object {$_.UpToDate -eq $False}).Count`,
    [3],
  ],
  [
    'finds services by role, by pool and by site',
    'Get-CsService -ApplicationServer',
    `(Get-CsService -EdgeServer).Identity
     @(Get-CsService -PoolFqdn "pool02.contoso.com").Count
     (Get-CsService | Where-Object {$_.SiteID -eq "site:Dublin" -and $_.Role -eq "Registrar"}).Identity`,
    ['EdgeServer:edge.contoso.com', 3, 'Registrar:pool02.contoso.com'],
  ],
];

describe.each(productsPlayed('lync2013-cu5'))('on %s the reference’s example', (product) => {
  let state: PracticeState;
  let shell: ScriptShell;
  beforeAll(async () => {
    state = await practiceState(product);
    shell = await openScripts(state.path, product);
  });
  beforeEach(async () => {
    await state.reset();
    // An hour: nothing becomes up to date while an example runs.
    await state.change({ replicationLagSeconds: 3600 });
  });
  afterAll(async () => {
    await shell.close();
    await state.remove();
  });

  test.each(EXAMPLES)('%s', async (_what, script, look, seen) => {
    expect(await shell.output(script)).toEqual([]);
    expect(await shell.output(look)).toEqual(seen);
  });
});
