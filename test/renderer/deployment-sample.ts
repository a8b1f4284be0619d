import { factsOfPreparedProduct } from '../../core/plan/planning-facts.ts';
import type { ConnectedDeployment } from '../../core/contract/contract.ts';
import type { Snapshot } from '../../core/deployment/deployment.ts';

const product = { name: 'Lync Server 2013', edition: 'lync2013-cu5', version: '5.0.8308.738' };

/** A site that has never been set up: built-in providers disabled, federation off. */
export const SAMPLE_SNAPSHOT: Snapshot = {
  product,
  publicProviders: [
    provider('Messenger', 'federation.messenger.msn.com'),
    provider('AOL', 'sip.oscar.aol.com'),
    provider('Yahoo!', 'lcsap.msg.yahoo.com'),
  ],
  hostingProviders: [],
  externalAccessPolicies: [policy('Global'), policy('site:Redmond'), policy('Tag:Sales')],
  accessEdgeConfiguration: {
    Identity: 'Global',
    AllowAnonymousUsers: false,
    AllowFederatedUsers: false,
    AllowOutsideUsers: true,
    BeClearingHouse: false,
    EnablePartnerDiscovery: false,
    EnableArchivingDisclaimer: false,
    KeepCrlsUpToDateForPeers: true,
    MarkSourceVerifiableOnOutgoingMessages: true,
    OutgoingTlsCountForFederatedPartners: 4,
    RoutingMethod: 'UseDnsSrvRouting',
  },
  sipDomains: [
    { Identity: 'fabrikam.com', Name: 'fabrikam.com', IsDefault: false },
    { Identity: 'contoso.com', Name: 'contoso.com', IsDefault: true },
  ],
  edgeServices: [
    {
      Identity: 'EdgeServer:edge.contoso.com',
      AccessEdgeExternalFqdn: 'sip.contoso.com',
      AccessEdgeExternalSipPort: 5061,
      PoolFqdn: 'edge.contoso.com',
      SiteId: 'site:Redmond',
    },
  ],
  registrars: [{ Identity: 'Registrar:fe.contoso.com', PoolFqdn: 'fe.contoso.com', SiteId: 'site:Redmond' }],
  replication: [
    { ReplicaFqdn: 'fe.contoso.com', UpToDate: true, LastStatusReport: '2024-05-06T10:00:00Z' },
    { ReplicaFqdn: 'edge.contoso.com', UpToDate: true, LastStatusReport: '2024-05-06T10:00:00Z' },
  ],
  allowedDomains: [],
  blockedDomains: [],
  users: Array.from({ length: 12 }, (_, index) => ({
    Identity: `user${index + 1}@contoso.com`,
    ExternalAccessPolicy: index < 3 ? 'Sales' : null,
  })),
  verificationLevels: { AlwaysVerifiable: 0, AlwaysUnverifiable: 1, UseSourceVerification: 2 },
  unreadable: [],
};

export const SAMPLE_CONNECTION: ConnectedDeployment = {
  powershellPath: String.raw`C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe`,
  connection: {
    product,
    module: {
      name: 'Lync',
      version: '5.0.8308.0',
      path: String.raw`C:\Program Files\Common Files\Microsoft Lync Server 2013\Modules\Lync\Lync.psd1`,
    },
    powershell: { edition: 'Desktop', version: '5.1.17763.1', is64Bit: true, processId: 4242 },
    operator: { name: String.raw`CONTOSO\admin`, groups: ['RTCUniversalServerAdmins', 'RTCUniversalUserAdmins'] },
    readOnly: false,
    cmdlets: copyOfCapabilities(),
    searched: [],
  },
  movedAside: null,
};

function provider(Identity: string, ProxyFqdn: string): Snapshot['publicProviders'][number] {
  return {
    Identity,
    Name: Identity,
    ProxyFqdn,
    IconUrl: '',
    NameDecorationDomain: '',
    NameDecorationRoutingDomain: '',
    NameDecorationExcludedDomainList: '',
    VerificationLevel: 'UseSourceVerification',
    Enabled: false,
  };
}

function policy(Identity: string): Snapshot['externalAccessPolicies'][number] {
  return {
    Identity,
    Description: null,
    EnableFederationAccess: false,
    EnablePublicCloudAccess: false,
    EnablePublicCloudAudioVideoAccess: false,
    EnableOutsideAccess: false,
  };
}

function copyOfCapabilities(): Record<string, string[]> {
  const { capabilities } = factsOfPreparedProduct('lync2013-cu5');
  return Object.fromEntries(Object.entries(capabilities).map(([name, parameters]) => [name, [...parameters]]));
}
