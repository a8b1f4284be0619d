import type { CMDLETS, CmdletName } from '../../core/deployment/cmdlets.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';

/**
 * One parameter as the cmdlet reference gives it. An identity is a string here, a user's identity any object. The
 * reference counts the first positional parameter as 1 or 2, depending on the page; here it is 1.
 */
export interface ReferenceParameter {
  readonly type: 'String' | 'Boolean' | 'UInt32' | 'SwitchParameter' | 'VerificationLevelType' | 'PSObject';
  readonly mandatory?: true;
  readonly position?: 1 | 2;
  readonly pipeline?: 'by value' | 'by name' | 'by value and name';
  /** All, when left out. */
  readonly sets?: readonly string[];
  /** The first and the last product that has it; every product, when left out. */
  readonly since?: PreparedProductId;
  readonly until?: PreparedProductId;
}

type Reference = {
  readonly [Name in CmdletName]: Readonly<Record<keyof (typeof CMDLETS)[Name]['parameters'], ReferenceParameter>> &
    Readonly<Record<string, ReferenceParameter>>;
};

const text = { type: 'String' } as const;
const flag = { type: 'Boolean' } as const;
const count = { type: 'UInt32' } as const;
const present = { type: 'SwitchParameter' } as const;
const level = { type: 'VerificationLevelType' } as const;

const since2013 = { since: 'lync2013-rtm' } as const;
const since2013Update = { since: 'lync2013-cu5' } as const;
const since2015 = { since: 'sfb2015' } as const;

const oneOf = { ...text, position: 1, sets: ['Identity'] } as const;
const named = { ...text, mandatory: true, position: 1 } as const;
const instance = { type: 'PSObject', pipeline: 'by value', sets: ['Instance'] } as const;
const filter = { ...text, sets: ['Filter'] } as const;
const listing = { Identity: oneOf, Filter: filter };
const stored = { ...listing, LocalStore: present };
const userIdentity = { type: 'PSObject', position: 1, pipeline: 'by value and name' } as const;

const externalAccessFlags = {
  Description: text,
  EnableFederationAccess: flag,
  EnableXmppAccess: { ...flag, ...since2013 },
  EnablePublicCloudAccess: flag,
  EnablePublicCloudAudioVideoAccess: flag,
  EnableOutsideAccess: flag,
};

const anyRouting = { sets: ['Identity', 'DefaultRoute', 'DnsSrvRouting'] } as const;
const defaultRoute = { sets: ['DefaultRoute'] } as const;
const dnsSrvRouting = { sets: ['DnsSrvRouting'] } as const;

function roles(names: readonly string[], products: Pick<ReferenceParameter, 'since' | 'until'> = {}) {
  return Object.fromEntries(names.map((name) => [name, { ...present, ...products, sets: [name] }]));
}

/** Every parameter that a practice cmdlet may have, beside WhatIf, Confirm and the common ones (facts A). */
export const REFERENCE: Reference = {
  'Get-CsPublicProvider': stored,
  'New-CsPublicProvider': {
    Identity: named,
    ProxyFqdn: { ...text, mandatory: true },
    Enabled: { ...flag, mandatory: true },
    VerificationLevel: level,
    IconUrl: { ...text, ...since2013 },
    NameDecorationDomain: { ...text, ...since2013Update },
    NameDecorationRoutingDomain: { ...text, ...since2013Update },
    NameDecorationExcludedDomainList: { ...text, ...since2013Update },
    EnableSkypeIdRouting: { ...flag, ...since2015 },
    EnableSkypeDirectorySearch: { ...flag, ...since2015 },
    InMemory: present,
    Force: present,
  },
  'Set-CsPublicProvider': {
    Identity: oneOf,
    Instance: instance,
    Enabled: flag,
    VerificationLevel: level,
    Force: present,
  },
  'Remove-CsPublicProvider': { Identity: { ...named, pipeline: 'by name' }, Force: present },
  'Enable-CsPublicProvider': { Identity: oneOf, Instance: instance, Force: present },
  'Disable-CsPublicProvider': { Identity: oneOf, Instance: instance, Force: present },
  'Get-CsHostingProvider': stored,
  'Get-CsExternalAccessPolicy': stored,
  'New-CsExternalAccessPolicy': { Identity: named, ...externalAccessFlags, InMemory: present, Force: present },
  'Set-CsExternalAccessPolicy': { Identity: oneOf, Instance: instance, ...externalAccessFlags, Force: present },
  'Remove-CsExternalAccessPolicy': { Identity: { ...named, pipeline: 'by name' }, Force: present },
  'Grant-CsExternalAccessPolicy': {
    Identity: { ...userIdentity, mandatory: true },
    PolicyName: { ...text, position: 2 },
    DomainController: text,
    PassThru: present,
  },
  'Get-CsAccessEdgeConfiguration': stored,
  'Set-CsAccessEdgeConfiguration': {
    Identity: oneOf,
    Instance: instance,
    AllowAnonymousUsers: { ...flag, ...anyRouting },
    AllowFederatedUsers: { ...flag, ...anyRouting },
    AllowOutsideUsers: { ...flag, ...anyRouting },
    EnableArchivingDisclaimer: { ...flag, ...anyRouting },
    KeepCrlsUpToDateForPeers: { ...flag, ...anyRouting },
    MarkSourceVerifiableOnOutgoingMessages: { ...flag, ...anyRouting },
    OutgoingTlsCountForFederatedPartners: { ...count, ...anyRouting },
    EnableUserReplicator: { ...flag, ...anyRouting, ...since2013 },
    DiscoveredPartnerStandardRate: { ...count, ...anyRouting, ...since2013 },
    EnableDiscoveredPartnerContactsLimit: { ...flag, ...anyRouting, ...since2013 },
    MaxContactsPerDiscoveredPartner: { ...count, ...anyRouting, ...since2013 },
    DiscoveredPartnerReportPeriodMinutes: { ...count, ...anyRouting, ...since2013 },
    MaxAcceptedCertificatesStored: { ...count, ...anyRouting, ...since2013 },
    MaxRejectedCertificatesStored: { ...count, ...anyRouting, ...since2013 },
    CertificatesDeletedPercentage: { ...count, ...anyRouting, ...since2013 },
    DnsSrvCacheRecordCount: { ...count, ...anyRouting, ...since2015 },
    SkypeSearchUrl: { ...text, ...anyRouting, ...since2015 },
    UseDefaultRouting: { ...present, ...defaultRoute },
    DefaultRouteFqdn: { ...text, ...defaultRoute },
    IsPublicProvider: { ...flag, ...defaultRoute },
    VerificationLevel: { ...level, ...defaultRoute },
    UseDnsSrvRouting: { ...present, ...dnsSrvRouting },
    BeClearingHouse: { ...flag, ...dnsSrvRouting },
    EnablePartnerDiscovery: { ...flag, ...dnsSrvRouting },
    DiscoveredPartnerVerificationLevel: { ...level, ...dnsSrvRouting, ...since2013 },
    Force: present,
  },
  'Get-CsSipDomain': listing,
  'Get-CsService': {
    ...listing,
    PoolFqdn: text,
    EdgeServer: { ...present, sets: ['EdgeServer'] },
    Registrar: { ...present, sets: ['Registrar'] },
    ...roles(['ApplicationDatabase', 'ApplicationServer', 'ArchivingDatabase', 'ArchivingServer']),
    ...roles(['CentralManagement', 'CentralManagementDatabase', 'ConferencingServer', 'Director', 'FileStore']),
    ...roles(['ManagementServer', 'MediationServer', 'MonitoringDatabase', 'MonitoringServer', 'PstnGateway']),
    ...roles(['TrustedApplicationPool', 'UserDatabase', 'UserServer', 'WebServer']),
    ...roles(['ProvisionDatabase', 'ProvisionServer'], { until: 'lync2010' }),
    ...roles(['BackupServer', 'WacServer'], since2013),
    ...roles(['PersistentChatComplianceDatabase', 'PersistentChatDatabase', 'PersistentChatServer'], since2013),
    ...roles(['LegalInterceptServer'], { ...since2013, until: 'lync2013-cu5' }),
    ...roles(['VideoGateway', 'VideoInteropServer'], since2015),
  },
  'Get-CsManagementStoreReplicationStatus': {
    ReplicaFqdn: { ...text, position: 1, pipeline: 'by name' },
    CentralManagementStoreStatus: { ...present, pipeline: 'by name' },
  },
  'Invoke-CsManagementStoreReplication': {
    ReplicaFqdn: { ...text, position: 1, pipeline: 'by name' },
    Force: present,
  },
  'Get-CsServerVersion': {},
  'Get-CsUser': { Identity: userIdentity, Filter: text, DomainController: text, ResultSize: count },
  'Get-CsAllowedDomain': stored,
  'Get-CsBlockedDomain': stored,
};
