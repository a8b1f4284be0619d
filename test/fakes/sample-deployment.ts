import { allCapabilities } from '../../core/deployment/cmdlets.ts';
import type { PlanningFacts } from '../../core/plan/planning-facts.ts';
import type { Capabilities, PublicProvider, Snapshot } from '../../core/deployment/deployment.ts';
import { SAMPLE_ANSWERS } from './sample-answers.ts';

const { provider: asked } = SAMPLE_ANSWERS;
const PRODUCT = { name: 'Lync Server 2013', edition: 'lync2013', version: '5.0.8308.738' };

/** Lync Server 2013 cannot search the Skype directory. */
const SKYPE_SEARCH = ['EnableSkypeIdRouting', 'EnableSkypeDirectorySearch'];

/** A provider as the shell returns it, with the given differences. */
export function provider(values: Partial<PublicProvider> & { Identity: string; ProxyFqdn: string }): PublicProvider {
  return {
    Name: values.Identity,
    IconUrl: '',
    NameDecorationDomain: '',
    NameDecorationRoutingDomain: '',
    NameDecorationExcludedDomainList: '',
    VerificationLevel: 'UseSourceVerification',
    Enabled: false,
    ...values,
  };
}

/** The provider that the article creates, as it is read back. */
export const SKYPE = provider({
  Identity: asked.identity,
  ProxyFqdn: asked.proxyFqdn,
  IconUrl: asked.iconUrl,
  NameDecorationRoutingDomain: asked.nameDecorationRoutingDomain,
  NameDecorationExcludedDomainList: asked.nameDecorationExcludedDomains?.join(','),
  Enabled: true,
});

/** A site that has never been set up, with the given differences. */
export function snapshot(differences: Partial<Snapshot> = {}): Snapshot {
  return {
    product: PRODUCT,
    publicProviders: [
      provider({ Identity: 'Messenger', ProxyFqdn: asked.proxyFqdn }),
      provider({ Identity: 'AOL', ProxyFqdn: 'sip.oscar.aol.com' }),
      provider({ Identity: 'Yahoo!', ProxyFqdn: 'lcsap.msg.yahoo.com' }),
    ],
    hostingProviders: [],
    externalAccessPolicies: [
      { Identity: 'Global', EnablePublicCloudAccess: false, EnablePublicCloudAudioVideoAccess: false },
      { Identity: 'Site:Redmond', EnablePublicCloudAccess: false, EnablePublicCloudAudioVideoAccess: false },
      { Identity: 'Tag:Pilot', EnablePublicCloudAccess: false, EnablePublicCloudAudioVideoAccess: false },
    ],
    accessEdgeConfiguration: { Identity: 'Global', AllowFederatedUsers: false, RoutingMethod: 'UseDnsSrvRouting' },
    sipDomains: [{ Identity: 'contoso.com', Name: 'contoso.com', IsDefault: true }],
    edgeServices: [{ Identity: 'EdgeServer:edge.contoso.com', AccessEdgeExternalFqdn: 'sip.contoso.com' }],
    registrars: [{ Identity: 'Registrar:pool.contoso.com', PoolFqdn: 'pool.contoso.com', SiteId: 'site:Redmond' }],
    replication: [{ ReplicaFqdn: 'edge.contoso.com', UpToDate: true }],
    allowedDomains: [],
    blockedDomains: [],
    users: [
      { Identity: 'CN=Ann', ExternalAccessPolicy: 'Pilot' },
      { Identity: 'CN=Bob', ExternalAccessPolicy: null },
    ],
    verificationLevels: { AlwaysVerifiable: 0, AlwaysUnverifiable: 1, UseSourceVerification: 2 },
    unreadable: [],
    ...differences,
  };
}

/** Planning facts of that site; `lacks` takes parameters away from `New-CsPublicProvider`. */
export function facts(
  differences: Partial<Snapshot> = {},
  lacks: readonly string[] = [],
): PlanningFacts & { snapshot: Snapshot } {
  const all = allCapabilities();
  const capabilities: Capabilities = {
    ...all,
    'New-CsPublicProvider': (all['New-CsPublicProvider'] ?? []).filter(
      (name) => ![...SKYPE_SEARCH, ...lacks].includes(name),
    ),
  };
  return { product: PRODUCT, capabilities, snapshot: snapshot(differences), environment: null, readAt: null };
}
