import { factsOfPreparedProduct } from '../../core/plan/planning-facts.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CMDLETS, isCmdletName } from '../../core/deployment/cmdlets.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import { DOCUMENTED_PROPERTIES, propertiesIn } from '../fakes/documented-properties.ts';
import { type PracticeState, practiceState, valueOf } from '../fakes/practice-shell.ts';
import { type ScriptShell, openScripts } from '../fakes/script-shell.ts';
import { openSharedShell } from '../fakes/shell-pool.ts';
import { productsPlayed } from '../fakes/scope.ts';

/** What a site that was never set up says of its product (facts D.1, D.2, D.4, I). */
interface ProductFacts {
  readonly edition: string;
  readonly module: string;
  /** The base version, as Get-CsServerVersion gives it. */
  readonly version: string;
  readonly replicas: string;
  readonly serviceVersion: number;
  readonly providers: readonly string[];
  /** Settings of the Access Edge that differ from product to product. */
  readonly edge: Readonly<Record<string, unknown>>;
}

const SEARCH = { DnsSrvCacheRecordCount: 131_072, SkypeSearchUrl: 'https://skypegraph.skype.com/search/v1.0' };
const SHIPPED = ['Messenger', 'AOL', 'Yahoo!'];

const FACTS: Readonly<Record<PreparedProductId, ProductFacts>> = {
  lync2010: {
    edition: 'lync2010',
    module: 'Lync',
    version: '4.0.7577.0',
    replicas: '4.0.7577.0',
    serviceVersion: 5,
    providers: ['MSN', 'AOL', 'Yahoo!'],
    edge: {},
  },
  'lync2013-rtm': {
    edition: 'lync2013',
    module: 'Lync',
    version: '5.0.8308.0',
    replicas: '5.0.8308.0',
    serviceVersion: 6,
    providers: SHIPPED,
    edge: { EnableUserReplicator: true, DiscoveredPartnerStandardRate: 20 },
  },
  'lync2013-cu5': {
    edition: 'lync2013',
    module: 'Lync',
    version: '5.0.8308.0',
    replicas: '5.0.8308.738',
    serviceVersion: 6,
    providers: SHIPPED,
    edge: { EnableUserReplicator: true, DiscoveredPartnerStandardRate: 20 },
  },
  sfb2015: {
    edition: 'sfb2015',
    module: 'SkypeForBusiness',
    version: '6.0.9319.0',
    replicas: '6.0.9319.0',
    serviceVersion: 7,
    providers: SHIPPED,
    edge: { EnableUserReplicator: false, ...SEARCH },
  },
  sfb2019: {
    edition: 'sfb2019',
    module: 'SkypeForBusiness',
    version: '7.0.2046.0',
    replicas: '7.0.2046.0',
    serviceVersion: 8,
    providers: SHIPPED,
    edge: { EnableUserReplicator: false, ...SEARCH },
  },
};

const ALLOWED_DOMAIN = {
  Identity: 'fabrikam.com',
  Domain: 'fabrikam.com',
  ProxyFqdn: null,
  Comment: null,
  MarkForMonitoring: false,
  VerificationLevel: 'UseSourceVerification',
};

const SKYPE = 'New-CsPublicProvider -Identity Skype -ProxyFqdn skype.example.com -Enabled $true';

describe.each(productsPlayed('sfb2019'))('the practice deployment of %s', (product) => {
  const facts = FACTS[product];
  let state: PracticeState;
  let shell: ScriptShell;
  beforeAll(async () => {
    state = await practiceState(product);
    shell = await openScripts(state.path, product);
  });
  beforeEach(() => state.reset());
  afterAll(async () => {
    await shell.close();
    await state.remove();
  });

  test('is that product to the host module, and has the parameters that a script is prepared with', async () => {
    const host = await openSharedShell();
    const connection = valueOf(await host.connect({ deployment: 'practice', statePath: state.path, profile: product }));
    expect(connection).toMatchObject({
      product: { edition: facts.edition, version: facts.version },
      module: { name: 'PracticeLync', behavesAs: facts.module },
    });
    const prepared = factsOfPreparedProduct(product).capabilities;
    const offered = Object.entries(connection.cmdlets).map(([cmdlet, parameters]) => {
      const sent = isCmdletName(cmdlet) ? Object.keys(CMDLETS[cmdlet].parameters) : [];
      return [cmdlet, sent.filter((name) => parameters.includes(name))];
    });
    expect(Object.fromEntries(offered)).toEqual(prepared);
    expect(valueOf(await host.snapshot()).unreadable).toEqual([]);
    await host.close();
  });

  test('tells its version, its providers, its services and its replicas', async () => {
    const [version] = await shell.output('Get-CsServerVersion');
    expect(version).toContain(`(${facts.version})`);
    expect(await shell.output('(Get-CsPublicProvider).Identity')).toEqual(facts.providers);
    expect(await shell.output('Get-CsPublicProvider | Where-Object Enabled')).toEqual([]);
    const [first] = await shell.output('Get-CsPublicProvider');
    expect(first).toMatchObject({ ProxyFqdn: 'federation.messenger.msn.com' });
    const versions = await shell.output('(Get-CsService).Version');
    expect(new Set(versions)).toEqual(new Set([facts.serviceVersion]));
    const replicas = await shell.output('(Get-CsManagementStoreReplicationStatus).ProductVersion');
    expect(replicas).toEqual([facts.replicas, facts.replicas, facts.replicas]);
    const [edge] = await shell.output('Get-CsAccessEdgeConfiguration');
    expect(edge).toMatchObject({ AllowFederatedUsers: false, AllowOutsideUsers: true, ...facts.edge });
  });

  test.each(DOCUMENTED_PROPERTIES)(
    'prints the properties of %s in the documented order',
    async (_what, script, properties) => {
      await state.change({ allowedDomains: [ALLOWED_DOMAIN] });
      const [object] = await shell.output(script);
      expect(Object.keys(object ?? {})).toEqual(propertiesIn(product, properties));
    },
  );

  test('does not bind a parameter that the product lacks, and says so as PowerShell does', async () => {
    const { capabilities } = factsOfPreparedProduct(product);
    const lacking = Object.entries(CMDLETS).flatMap(([cmdlet, { parameters }]) =>
      Object.keys(parameters)
        .filter((name) => !capabilities[cmdlet]?.includes(name))
        .map((name) => ({ cmdlet, name })),
    );
    for (const { cmdlet, name } of lacking) {
      const call = cmdlet === 'New-CsPublicProvider' ? SKYPE : `${cmdlet} -Identity site:Dublin`;
      expect(await shell.error(`${call} -${name} $true`)).toEqual({
        id: `NamedParameterNotFound,${cmdlet}`,
        category: 'InvalidArgument',
        isTerminating: true,
      });
    }
    expect(await shell.output('(Get-CsPublicProvider).Identity')).toEqual(facts.providers);
  });

  test('has users in two sites, of which one has a policy of its own', async () => {
    const script = `
      $siteOf = @{}
      foreach ($registrar in Get-CsService -Registrar) { $siteOf[$registrar.PoolFqdn] = $registrar.SiteId }
      foreach ($user in Get-CsUser) { $siteOf[$user.RegistrarPool] }`;
    const sites = await shell.output(script);
    expect(new Set(sites)).toEqual(new Set(['site:Redmond', 'site:Dublin']));
    expect(await shell.output('(Get-CsExternalAccessPolicy -Filter "site:*").Identity')).toEqual(['site:Redmond']);
  });
});
