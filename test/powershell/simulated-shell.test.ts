import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Command, isCmdletName, CMDLETS } from '../../core/deployment/cmdlets.ts';
import type { Connection } from '../../core/deployment/deployment.ts';
import type { Result } from '../../core/failure.ts';
import type { ManagementShell } from '../../electron/powershell/management-shell.ts';
import { stateText } from '../faults/deployment-state.ts';
import { differences, withoutItsOwn } from '../faults/trace.ts';
import type { Fault } from '../fakes/practice-setup.ts';
import { type PracticeState, practiceState, valueOf } from '../fakes/practice-shell.ts';
import { productsPlayed } from '../fakes/scope.ts';
import { openSharedShell } from '../fakes/shell-pool.ts';
import { type SimulatedSite, simulatedSite } from '../fakes/simulated-cmdlets.ts';
import { simulatedShells } from '../fakes/simulated-management-shell.ts';
import { freshState } from '../fakes/simulated-site.ts';

const of = (cmdlet: Command['cmdlet'], parameters: Command['parameters'] = {}): Command => ({ cmdlet, parameters });

/** What is asked one after the other: every cmdlet that the product sends, what each makes, and each reason to refuse. */
const CALLS: readonly Command[] = [
  of('Get-CsServerVersion'),
  of('New-CsPublicProvider', { Identity: 'AOL', ProxyFqdn: 'new.example', Enabled: true }),
  of('New-CsPublicProvider', { Identity: 'New', ProxyFqdn: 'SIP.oscar.aol.com', Enabled: true }),
  of('New-CsPublicProvider', { Identity: 'New', ProxyFqdn: 'new.example', Enabled: true }),
  of('New-CsPublicProvider', {
    Identity: 'Newer',
    ProxyFqdn: 'newer.example',
    VerificationLevel: 'AlwaysUnverifiable',
    Enabled: false,
  }),
  of('Get-CsPublicProvider'),
  of('Get-CsPublicProvider', { Identity: 'new' }),
  of('Get-CsPublicProvider', { Identity: 'None' }),
  of('Set-CsPublicProvider', { Identity: 'newer', Enabled: true, VerificationLevel: 'AlwaysVerifiable' }),
  of('Set-CsPublicProvider', { Identity: 'None', Enabled: true }),
  of('Enable-CsPublicProvider', { Identity: 'AOL' }),
  of('Enable-CsPublicProvider', { Identity: 'aol' }),
  of('Enable-CsPublicProvider', { Identity: 'None' }),
  of('Disable-CsPublicProvider', { Identity: 'AOL' }),
  of('Disable-CsPublicProvider', { Identity: 'AOL' }),
  of('Remove-CsPublicProvider', { Identity: 'NEW' }),
  of('Remove-CsPublicProvider', { Identity: 'New' }),
  of('New-CsExternalAccessPolicy', { Identity: 'Pilot', EnablePublicCloudAccess: true, Description: 'It’s one' }),
  of('New-CsExternalAccessPolicy', { Identity: 'tag:pilot' }),
  of('New-CsExternalAccessPolicy', { Identity: 'Global' }),
  of('Get-CsExternalAccessPolicy'),
  of('Get-CsExternalAccessPolicy', { Identity: 'pilot' }),
  of('Get-CsExternalAccessPolicy', { Identity: 'None' }),
  of('Set-CsExternalAccessPolicy', { EnableOutsideAccess: true }),
  of('Set-CsExternalAccessPolicy', { Identity: 'SITE:redmond', EnablePublicCloudAudioVideoAccess: true }),
  of('Set-CsExternalAccessPolicy', { Identity: 'None', EnableOutsideAccess: true }),
  of('Grant-CsExternalAccessPolicy', { Identity: 'alarsen@contoso.com', PolicyName: 'PILOT' }),
  of('Grant-CsExternalAccessPolicy', { Identity: 'sip:kmyer@contoso.com', PolicyName: 'Tag:Pilot' }),
  of('Grant-CsExternalAccessPolicy', {
    Identity: 'CN=Pilar Ackerman,OU=Redmond,DC=contoso,DC=com',
    PolicyName: null,
  }),
  of('Grant-CsExternalAccessPolicy', { Identity: 'nobody@contoso.com', PolicyName: 'Pilot' }),
  of('Grant-CsExternalAccessPolicy', { Identity: 'kmyer@contoso.com', PolicyName: 'None' }),
  of('Grant-CsExternalAccessPolicy', { Identity: 'kmyer@contoso.com', PolicyName: 'Global' }),
  of('Get-CsUser'),
  of('Get-CsUser', { Identity: 'alarsen@contoso.com' }),
  of('Get-CsUser', { Identity: 'nobody@contoso.com' }),
  of('Remove-CsExternalAccessPolicy', { Identity: 'Pilot' }),
  of('Remove-CsExternalAccessPolicy', { Identity: 'Pilot' }),
  of('Remove-CsExternalAccessPolicy', { Identity: 'Global' }),
  of('Set-CsAccessEdgeConfiguration', { AllowFederatedUsers: true }),
  of('Get-CsAccessEdgeConfiguration'),
  of('Get-CsHostingProvider'),
  of('Get-CsSipDomain'),
  of('Get-CsService', { EdgeServer: true }),
  of('Get-CsService', { Registrar: true }),
  of('Get-CsManagementStoreReplicationStatus'),
  of('Get-CsAllowedDomain'),
  of('Get-CsBlockedDomain'),
];

/** Kinds of fault after which the same shell goes on; those that end it are played in test/faults/powershell.test.ts. */
const KINDS = ['error', 'access-denied', 'silent', 'partial', 'garbage', 'replication-stuck'];

describe.each(productsPlayed('lync2013-rtm'))('the simulation of a practice deployment of %s', (product) => {
  let state: PracticeState;
  let real: ManagementShell;
  let simulated: ManagementShell;
  let site: SimulatedSite;

  beforeAll(async () => {
    state = await practiceState(product);
    real = await openSharedShell();
    simulated = valueOf(await simulatedShells(() => site)({ executable: '', modulePath: '' }));
  });
  afterAll(async () => {
    await real.close();
    await state.remove();
  });

  /** Connects both to a site that was never set up. */
  async function connect(faults: readonly Fault[] = [], readOnly = false): Promise<readonly Result<Connection>[]> {
    await state.reset();
    await rm(`${state.path}.calls`, { force: true });
    // No server catches up while calls are compared.
    await state.change({ replicationLagSeconds: 3600 });
    site = simulatedSite(product, { ...freshState(product), replicationLagSeconds: 3600 }, faults);
    const faultsPath = join(state.folder, 'faults.json');
    await writeFile(faultsPath, JSON.stringify(faults));
    const target = { deployment: 'practice', statePath: state.path, profile: product, faultsPath } as const;
    return [await real.connect(target, { readOnly }), await simulated.connect(target, { readOnly })];
  }

  /** What is different in what both say, and in what they make of the deployment. */
  async function compare(ask: (shell: ManagementShell) => Promise<unknown>): Promise<readonly string[]> {
    const [said, simulatedSaid] = [await ask(real), await ask(simulated)].map(withoutItsOwn);
    return [
      ...differences(said, simulatedSaid, 'the answer'),
      ...differences(stateText(await state.read()), stateText(site.state), 'the state'),
    ];
  }

  test('begins with the same site, and is found to be the same product', async () => {
    const [found, simulatedFound] = (await connect()).map(valueOf);
    expect(stateText(site.state)).toBe(stateText(await state.read()));
    expect(withoutItsOwn({ ...simulatedFound, cmdlets: null, operator: simulatedFound?.operator.groups })).toEqual(
      withoutItsOwn({ ...found, cmdlets: null, operator: found?.operator.groups }),
    );
    expect(simulatedFound?.module).toMatchObject({ name: found?.module.name, behavesAs: found?.module.behavesAs });
    expect(simulatedFound?.cmdlets).toEqual(sentParameters(found?.cmdlets ?? {}));
  });

  test('answers every call alike, and makes the same of the deployment', async () => {
    await connect();
    const asked: readonly ((shell: ManagementShell) => Promise<unknown>)[] = [
      ...CALLS.map((command) => (shell: ManagementShell) => shell.execute(command)),
      (shell) => shell.snapshot(),
      (shell) => shell.show(),
      (shell) => shell.tally(),
    ];
    const different: string[] = [];
    for (const [place, ask] of asked.entries()) {
      different.push(...(await compare(ask)).map((what) => `${JSON.stringify(CALLS[place])}: ${what}`));
    }
    expect(different).toEqual([]);
  });

  test('keeps the same objects as evidence, under each name by which they are known', async () => {
    await connect();
    const subjects = [
      { type: 'provider', identity: 'messenger' },
      { type: 'provider', identity: 'None' },
      { type: 'policy', identity: 'SalesExternalAccess' },
      { type: 'policy', identity: 'Tag:salesexternalaccess' },
      { type: 'access-edge', identity: 'Global' },
      { type: 'user', identity: 'kmyer@contoso.com' },
      { type: 'user', identity: 'SIP:kmyer@contoso.com' },
      { type: 'user', identity: 'nobody@contoso.com' },
    ] as const;
    const exported = async (shell: ManagementShell): Promise<unknown> =>
      valueOf(await shell.export(subjects)).map(({ clixml, ...subject }) => [subject, clixml === null]);
    expect(await compare(exported)).toEqual([]);
    expect(await compare((shell) => shell.tally())).toEqual([]);
  });

  test('refuses alike what it may not change', async () => {
    await connect([], true);
    expect(await compare((shell) => shell.execute(of('Remove-CsPublicProvider', { Identity: 'AOL' })))).toEqual([]);
    expect(await compare((shell) => shell.read(of('Remove-CsPublicProvider', { Identity: 'AOL' })))).toEqual([]);
    expect(await compare((shell) => shell.tally())).toEqual([]);
  });

  test.each(KINDS)('suffers the fault %s alike, when it reads and when it changes something', async (kind) => {
    const read = of('Get-CsPublicProvider');
    const write = of('Set-CsPublicProvider', { Identity: 'AOL', Enabled: true });
    const faults = [read, write].map(({ cmdlet }) => ({ cmdlet, call: 1, kind }));
    await connect([...faults, { cmdlet: 'Get-CsServerVersion', call: 1, kind }]);
    for (const command of [read, write, write, read]) {
      expect(await compare((shell) => shell.execute(command)), command.cmdlet).toEqual([]);
    }
    expect(await compare((shell) => shell.snapshot())).toEqual([]);
  });
});

/** Of the parameters of each cmdlet, those that the product sends. */
function sentParameters(cmdlets: Connection['cmdlets']): Connection['cmdlets'] {
  return Object.fromEntries(
    Object.entries(cmdlets).map(([name, parameters]) => [
      name,
      isCmdletName(name) ? Object.keys(CMDLETS[name].parameters).filter((one) => parameters.includes(one)) : [],
    ]),
  );
}
