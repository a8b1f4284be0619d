import { PREPARED_PRODUCT_IDS, type PreparedProductId } from '../../core/deployment/products.ts';

/**
 * Properties in the order in which they print, each with the first product that has it, where that is not the oldest
 * (facts A.4, D): what the object is, the script that reads it, its properties.
 */
export const DOCUMENTED_PROPERTIES: readonly (readonly [
  what: string,
  script: string,
  properties: readonly string[],
])[] = [
  [
    'a public provider',
    'Get-CsPublicProvider AOL',
    [
      'Identity',
      'Name',
      'ProxyFqdn',
      'IconUrl lync2013-rtm',
      'NameDecorationDomain lync2013-cu5',
      'NameDecorationRoutingDomain lync2013-cu5',
      'NameDecorationExcludedDomainList lync2013-cu5',
      'VerificationLevel',
      'Enabled',
      'EnableSkypeIdRouting sfb2015',
      'EnableSkypeDirectorySearch sfb2015',
    ],
  ],
  [
    'an external access policy',
    'Get-CsExternalAccessPolicy Global',
    [
      'Identity',
      'Description',
      'EnableFederationAccess',
      'EnableXmppAccess lync2013-rtm',
      'EnablePublicCloudAccess',
      'EnablePublicCloudAudioVideoAccess',
      'EnableOutsideAccess',
    ],
  ],
  [
    'the Access Edge configuration',
    'Get-CsAccessEdgeConfiguration',
    [
      'Identity',
      'AllowAnonymousUsers',
      'AllowFederatedUsers',
      'AllowOutsideUsers',
      'BeClearingHouse',
      'EnablePartnerDiscovery',
      'DiscoveredPartnerVerificationLevel sfb2015',
      'EnableArchivingDisclaimer',
      'EnableUserReplicator lync2013-rtm',
      'KeepCrlsUpToDateForPeers',
      'MarkSourceVerifiableOnOutgoingMessages',
      'OutgoingTlsCountForFederatedPartners',
      'DnsSrvCacheRecordCount sfb2015',
      'DiscoveredPartnerStandardRate lync2013-rtm',
      'EnableDiscoveredPartnerContactsLimit lync2013-rtm',
      'MaxContactsPerDiscoveredPartner lync2013-rtm',
      'DiscoveredPartnerReportPeriodMinutes lync2013-rtm',
      'EnablePartnerMonitoringCosmosOutput sfb2019',
      'EnablePartnerMonitoringIfxLog sfb2019',
      'MaxAcceptedCertificatesStored lync2013-rtm',
      'MaxRejectedCertificatesStored lync2013-rtm',
      'CertificatesDeletedPercentage lync2013-rtm',
      'SkypeSearchUrl sfb2015',
      'RoutingMethod',
    ],
  ],
  [
    'an Edge service',
    'Get-CsService -EdgeServer',
    [
      'Identity',
      'Registrar',
      'AccessEdgeInternalSipPort',
      'AccessEdgeExternalSipPort',
      'AccessEdgeClientSipPort',
      'DataPsomServerPort',
      'DataPsomClientPort',
      'MediaRelayAuthEdgePort',
      'MediaCommunicationPortStart',
      'MediaCommunicationPortCount',
      'AccessEdgeExternalFqdn',
      'DataEdgeExternalFqdn',
      'AVEdgeExternalFqdn',
      'InternalInterfaceFqdn',
      'ExternalMrasFqdn',
      'SkypeSearchProxyPort sfb2015',
      'DependentServiceList',
      'ServiceId',
      'SiteId',
      'PoolFqdn',
      'Version',
      'Role',
    ],
  ],
  [
    'an allowed domain',
    'Get-CsAllowedDomain',
    ['Identity', 'Domain', 'ProxyFqdn', 'Comment', 'MarkForMonitoring', 'VerificationLevel sfb2015'],
  ],
];

/** The names of those properties that the product has. */
export function propertiesIn(product: PreparedProductId, properties: readonly string[]): readonly string[] {
  return properties
    .map((line) => line.split(' '))
    .filter(([, since = 'lync2010']) => PREPARED_PRODUCT_IDS.indexOf(since) <= PREPARED_PRODUCT_IDS.indexOf(product))
    .map(([name]) => name ?? '');
}
