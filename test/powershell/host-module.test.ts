import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { containing } from '../fakes/containing.ts';
import * as z from 'zod/mini';
import { CMDLETS } from '../../core/deployment/cmdlets.ts';
import { quoted } from '../../core/deployment/command-text.ts';
import type { ManagementShell } from '../../electron/powershell/management-shell.ts';
import { MODULES, type PracticeState, PROFILE, openShell, practiceState, valueOf } from '../fakes/practice-shell.ts';
import { openScripts } from '../fakes/script-shell.ts';
import { isWholeSet } from '../fakes/scope.ts';
import { openSharedShell } from '../fakes/shell-pool.ts';

let state: PracticeState;
let shell: ManagementShell;
beforeAll(async () => {
  state = await practiceState();
  shell = await openSharedShell();
  valueOf(await shell.connect({ deployment: 'practice', statePath: state.path, profile: PROFILE }));
});
beforeEach(() => state.reset());
afterAll(async () => {
  await shell.close();
  await state.remove();
});

const describePolicy = async (Description: string): Promise<unknown> => {
  valueOf(
    await shell.execute({ cmdlet: 'Set-CsExternalAccessPolicy', parameters: { Identity: 'Global', Description } }),
  );
  const { output } = valueOf(
    await shell.read({ cmdlet: 'Get-CsExternalAccessPolicy', parameters: { Identity: 'Global' } }),
  );
  return z.looseObject({ Description: z.unknown() }).parse(output[0]).Description;
};

describe('values', () => {
  test.each([
    ['quotes', `'"\u2018\u2019\u201a\u201b\u201c\u201d\u201e`],
    ['expressions', '$($x) ${y} `n @(1) %{2}'],
    ['line ends', 'a\nb\r\nc\rd\u2028e\u2029f\u0085g'],
    ['a null character', 'a\u0000b'],
    ['control characters', '\u0001\u001b[31m\u007f'],
    ['an emoji family', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
    ['what looks like a date', '2026-01-01T00:00:00Z'],
    ['what looks like JSON', '{"a":[null]}'],
    ['100 KB', 'é'.repeat(50_000)],
  ])('with %s go there and back unchanged', async (_what, text) => {
    expect(await describePolicy(text)).toBe(text);
  });

  test('keep their types', async () => {
    valueOf(
      await shell.execute({ cmdlet: 'Set-CsAccessEdgeConfiguration', parameters: { AllowFederatedUsers: true } }),
    );
    const { output } = valueOf(await shell.read({ cmdlet: 'Get-CsAccessEdgeConfiguration', parameters: {} }));
    expect(output).toMatchObject([
      { AllowFederatedUsers: true, OutgoingTlsCountForFederatedPartners: 4, RoutingMethod: 'UseDnsSrvRouting' },
    ]);
    const grant = { Identity: 'kmyer@contoso.com', PolicyName: null };
    valueOf(await shell.execute({ cmdlet: 'Grant-CsExternalAccessPolicy', parameters: grant }));
    const users = valueOf(await shell.snapshot()).users;
    expect(users.find(({ Identity }) => Identity.startsWith('CN=Ken Myer'))?.ExternalAccessPolicy).toBeNull();
  });
});

describe('connect', () => {
  test('reports product, module, engine and the cmdlets with their parameters', async () => {
    const connection = valueOf(
      await shell.connect({ deployment: 'practice', statePath: state.path, profile: PROFILE }),
    );
    expect(connection).toMatchObject({
      product: { name: 'Lync Server 2013', edition: 'lync2013', version: '5.0.8308.0' },
      module: { name: 'PracticeLync', path: containing('PracticeLync'), behavesAs: 'Lync' },
      powershell: { is64Bit: true },
      searched: ['SkypeForBusiness', 'Lync'],
    });
    expect(connection.cmdlets['New-CsPublicProvider']).toEqual(
      expect.arrayContaining(['Identity', 'ProxyFqdn', 'NameDecorationRoutingDomain', 'WhatIf', 'Confirm', 'Force']),
    );
    expect(connection.cmdlets['New-CsPublicProvider']).not.toContain('EnableSkypeIdRouting');
    expect(connection.cmdlets['New-CsPublicProvider']).not.toContain('Verbose');
    expect(connection.cmdlets['Invoke-CsManagementStoreReplication']).not.toContain('WhatIf');
  });
});

describe('snapshot', () => {
  test('reads every part, with empty lists as lists and enums as names', async () => {
    const snapshot = valueOf(await shell.snapshot());
    expect(snapshot.unreadable).toEqual([]);
    expect(snapshot.publicProviders.map(({ Identity }) => Identity)).toEqual(['Messenger', 'AOL', 'Yahoo!']);
    expect(snapshot.publicProviders[0]?.VerificationLevel).toBe('UseSourceVerification');
    expect([snapshot.hostingProviders, snapshot.allowedDomains, snapshot.blockedDomains]).toEqual([[], [], []]);
    expect(snapshot.sipDomains.map(({ Name }) => Name)).toEqual(['contoso.com', 'fabrikam.com']);
    expect(snapshot.edgeServices).toMatchObject([
      { AccessEdgeExternalFqdn: 'sip.contoso.com', AccessEdgeExternalSipPort: 5061 },
    ]);
    expect(snapshot.replication[0]?.LastStatusReport).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u);
    expect(snapshot.registrars).toContainEqual({
      Identity: 'Registrar:pool01.contoso.com',
      PoolFqdn: 'pool01.contoso.com',
      SiteId: 'site:Redmond',
    });
    const pools = new Set(snapshot.registrars.map(({ PoolFqdn }) => PoolFqdn));
    expect(snapshot.users).toHaveLength(12);
    expect(snapshot.users.every(({ RegistrarPool }) => pools.has(RegistrarPool))).toBe(true);
    expect(snapshot.verificationLevels).toEqual({
      AlwaysVerifiable: 0,
      AlwaysUnverifiable: 1,
      UseSourceVerification: 2,
    });
  });

  test('goes on when a part cannot be read, and says which', async () => {
    const other = await openSharedShell();
    const faultsPath = join(state.folder, 'faults.json');
    await writeFile(faultsPath, JSON.stringify([{ cmdlet: 'Get-CsUser', call: 1, kind: 'access-denied' }]));
    const target = { deployment: 'practice', statePath: state.path, profile: PROFILE, faultsPath } as const;
    valueOf(await other.connect(target));
    const snapshot = valueOf(await other.snapshot());
    expect(snapshot.users).toEqual([]);
    expect(snapshot.unreadable).toMatchObject([
      { part: 'users', error: { cmdlet: 'Get-CsUser', category: 'PermissionDenied' } },
    ]);
    expect(snapshot.publicProviders).toHaveLength(3);
    await other.close();
  });
});

describe('execute', () => {
  test('turns an error that would not end a pipeline into a failure with the cmdlet’s name', async () => {
    const result = await shell.execute({ cmdlet: 'Disable-CsPublicProvider', parameters: { Identity: 'AOL' } });
    expect(result).toMatchObject({
      ok: false,
      failure: {
        kind: 'cmdlet-failed',
        during: 'Disable-CsPublicProvider',
        error: {
          errorId: 'ProviderAlreadyDisabled,Disable-CsPublicProvider',
          category: 'InvalidOperation',
          cmdlet: 'Disable-CsPublicProvider',
          message: containing('AOL'),
        },
      },
    });
  });

  test('returns the output and how long it took', async () => {
    const executed = valueOf(await shell.execute({ cmdlet: 'Get-CsServerVersion', parameters: {} }));
    expect(executed.output).toEqual(['Microsoft Lync Server 2013 (5.0.8308.0): Volume license key installed.']);
    expect(executed.durationMs).toBeGreaterThanOrEqual(0);
    expect(executed.warnings).toEqual([]);
  });
});

test('show is what a shell prints: a list, without colours', async () => {
  const text = valueOf(await shell.show());
  expect(text).toMatch(/Identity +: Messenger\n(.+\n)*Enabled +: False\n/u);
  expect(text).not.toContain('\u001b');
});

test('the module’s list of allowed cmdlets is the table of cmdlets, effects included', async () => {
  const scripts = await openScripts(state.path);
  const path = quoted(join(MODULES, 'FederationHost', 'AllowedCmdlets.ps1'));
  const [allowed] = await scripts.output(`& ([scriptblock]::Create([IO.File]::ReadAllText(${path})))`);
  expect(allowed).toEqual(Object.fromEntries(Object.entries(CMDLETS).map(([name, { effect }]) => [name, effect])));
  await scripts.close();
});

test.runIf(isWholeSet)(
  'the operator of a practice deployment is in the groups that it says, if it says any',
  async () => {
    const cases: readonly (readonly [string, readonly string[] | null])[] = [
      [
        "return , [string[]]@('CONTOSO\\RTCUniversalServerAdmins', 'CONTOSO\\CsAdministrator')",
        ['CONTOSO\\RTCUniversalServerAdmins', 'CONTOSO\\CsAdministrator'],
      ],
      ["return , [string[]]@('One')", ['One']],
      ['return , [string[]]@()', []],
      ['return $null', null],
    ];
    const folder = await mkdtemp(join(tmpdir(), 'operator-'));
    await cp(MODULES, folder, { recursive: true });
    const module = join(folder, 'PracticeLync', 'PracticeLync.psm1');
    const script = await readFile(module, 'utf8');
    const other = await openShell({ modulePath: join(folder, 'FederationHost', 'FederationHost.psd1') });
    for (const [body, groups] of cases) {
      await writeFile(module, `${script}\nfunction Get-PracticeOperatorGroup { ${body} }\n`);
      const target = { deployment: 'practice', statePath: join(folder, 's.json'), profile: PROFILE } as const;
      const { operator } = valueOf(await other.connect(target));
      expect(operator).toEqual({ name: containing(userInfo().username), groups });
    }
    await other.close();
    await rm(folder, { recursive: true });
  },
);

test.runIf(isWholeSet)(
  'the module is found in a folder whose name holds quotes, brackets and letters beyond ASCII',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "it's [a] J\u00f6rg\u2019s $(x) "));
    await cp(MODULES, folder, { recursive: true });
    const moved = await openShell({ modulePath: join(folder, 'FederationHost', 'FederationHost.psd1') });
    const connection = valueOf(
      await moved.connect({ deployment: 'practice', statePath: join(folder, 's.json'), profile: PROFILE }),
    );
    expect(connection.module.path).toContain(folder);
    expect(valueOf(await moved.snapshot()).unreadable).toEqual([]);
    await moved.close();
    await rm(folder, { recursive: true });
  },
);
