# Objects of the management shell in any product. A kind of object is named like its section of the state file.
@{
    # Kind of object -> full name of its type.
    TypeNames     = @{
        publicProviders          = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.DisplayPublicProvider'
        hostingProviders         = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.DisplayHostingProvider'
        externalAccessPolicies   = 'Microsoft.Rtc.Management.WritableConfig.Policy.ExternalAccess.ExternalAccessPolicy'
        accessEdgeDnsSrvRouting  = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.DisplayAccessEdgeSettingsDnsSrvRouting'
        accessEdgeDefaultRouting = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.DisplayAccessEdgeSettingsDefaultRoute'
        sipDomains               = 'Microsoft.Rtc.Management.Xds.SipDomain'
        edgeServices             = 'Microsoft.Rtc.Management.Xds.DisplayEdgeServer'
        otherServices            = 'Microsoft.Rtc.Management.Xds.DisplayService'
        allowedDomains           = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.AllowedDomain'
        blockedDomains           = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.BlockedDomain'
        replicaStates            = 'Microsoft.Rtc.Management.Xds.ReplicaState'
        storeStatus              = 'Microsoft.Rtc.Management.Xds.CentralManagementStoreStatusResult'
        users                    = 'Microsoft.Rtc.Management.ADConnect.Schema.OCSADUser'
    }
    # Kind of object -> its properties, in the order in which they print.
    Properties    = @{
        publicProviders          = @(
            'Identity', 'Name', 'ProxyFqdn', 'IconUrl', 'NameDecorationDomain', 'NameDecorationRoutingDomain',
            'NameDecorationExcludedDomainList', 'VerificationLevel', 'Enabled', 'EnableSkypeIdRouting',
            'EnableSkypeDirectorySearch'
        )
        hostingProviders         = @(
            'Identity', 'Name', 'ProxyFqdn', 'VerificationLevel', 'Enabled', 'EnabledSharedAddressSpace',
            'HostsOCSUsers', 'IsLocal', 'AutodiscoverUrl'
        )
        externalAccessPolicies   = @(
            'Identity', 'Description', 'EnableFederationAccess', 'EnableXmppAccess', 'EnablePublicCloudAccess',
            'EnablePublicCloudAudioVideoAccess', 'EnableOutsideAccess'
        )
        accessEdgeDnsSrvRouting  = @(
            'Identity', 'AllowAnonymousUsers', 'AllowFederatedUsers', 'AllowOutsideUsers', 'BeClearingHouse',
            'EnablePartnerDiscovery', 'DiscoveredPartnerVerificationLevel', 'EnableArchivingDisclaimer',
            'EnableUserReplicator', 'KeepCrlsUpToDateForPeers', 'MarkSourceVerifiableOnOutgoingMessages',
            'OutgoingTlsCountForFederatedPartners', 'DnsSrvCacheRecordCount', 'DiscoveredPartnerStandardRate',
            'EnableDiscoveredPartnerContactsLimit', 'MaxContactsPerDiscoveredPartner',
            'DiscoveredPartnerReportPeriodMinutes', 'EnablePartnerMonitoringCosmosOutput',
            'EnablePartnerMonitoringIfxLog', 'MaxAcceptedCertificatesStored', 'MaxRejectedCertificatesStored',
            'CertificatesDeletedPercentage', 'SkypeSearchUrl', 'RoutingMethod'
        )
        accessEdgeDefaultRouting = @(
            'Identity', 'AllowAnonymousUsers', 'AllowFederatedUsers', 'AllowOutsideUsers', 'DefaultRouteFqdn',
            'IsPublicProvider', 'VerificationLevel', 'EnableArchivingDisclaimer', 'EnableUserReplicator',
            'KeepCrlsUpToDateForPeers', 'MarkSourceVerifiableOnOutgoingMessages',
            'OutgoingTlsCountForFederatedPartners', 'DnsSrvCacheRecordCount', 'DiscoveredPartnerStandardRate',
            'EnableDiscoveredPartnerContactsLimit', 'MaxContactsPerDiscoveredPartner',
            'DiscoveredPartnerReportPeriodMinutes', 'EnablePartnerMonitoringCosmosOutput',
            'EnablePartnerMonitoringIfxLog', 'MaxAcceptedCertificatesStored', 'MaxRejectedCertificatesStored',
            'CertificatesDeletedPercentage', 'SkypeSearchUrl', 'RoutingMethod'
        )
        sipDomains               = 'Identity', 'Name', 'IsDefault'
        edgeServices             = @(
            'Identity', 'Registrar', 'AccessEdgeInternalSipPort', 'AccessEdgeExternalSipPort',
            'AccessEdgeClientSipPort', 'DataPsomServerPort', 'DataPsomClientPort', 'MediaRelayAuthEdgePort',
            'MediaCommunicationPortStart', 'MediaCommunicationPortCount', 'AccessEdgeExternalFqdn',
            'DataEdgeExternalFqdn', 'AVEdgeExternalFqdn', 'InternalInterfaceFqdn', 'ExternalMrasFqdn',
            'SkypeSearchProxyPort', 'DependentServiceList', 'ServiceId', 'SiteId', 'PoolFqdn', 'Version', 'Role'
        )
        otherServices            = 'Identity', 'ServiceId', 'SiteId', 'PoolFqdn', 'Version', 'Role'
        allowedDomains           = @(
            'Identity', 'Domain', 'ProxyFqdn', 'Comment', 'MarkForMonitoring', 'VerificationLevel'
        )
        blockedDomains           = 'Identity', 'Domain', 'Comment'
        replicaStates            = 'UpToDate', 'ReplicaFqdn', 'LastStatusReport', 'LastUpdateCreation', 'ProductVersion'
        storeStatus              = 'ActiveMasterFqdn', 'ActiveFileTransferAgents', 'ActiveReplicas', 'DeletedReplicas'
        users                    = @(
            'Identity', 'ExternalAccessPolicy', 'RegistrarPool', 'Enabled', 'SipAddress', 'DisplayName',
            'SamAccountName', 'UserPrincipalName'
        )
    }
    # Property -> its type, where that is not string.
    PropertyTypes = @{
        AllowAnonymousUsers                    = 'bool'
        AllowFederatedUsers                    = 'bool'
        AllowOutsideUsers                      = 'bool'
        BeClearingHouse                        = 'bool'
        Enabled                                = 'bool'
        EnabledSharedAddressSpace              = 'bool'
        EnableArchivingDisclaimer              = 'bool'
        EnableDiscoveredPartnerContactsLimit   = 'bool'
        EnableFederationAccess                 = 'bool'
        EnableOutsideAccess                    = 'bool'
        EnablePartnerDiscovery                 = 'bool'
        EnablePartnerMonitoringCosmosOutput    = 'bool'
        EnablePartnerMonitoringIfxLog          = 'bool'
        EnablePublicCloudAccess                = 'bool'
        EnablePublicCloudAudioVideoAccess      = 'bool'
        EnableSkypeDirectorySearch             = 'bool'
        EnableSkypeIdRouting                   = 'bool'
        EnableUserReplicator                   = 'bool'
        EnableXmppAccess                       = 'bool'
        HostsOCSUsers                          = 'bool'
        IsDefault                              = 'bool'
        IsLocal                                = 'bool'
        IsPublicProvider                       = 'bool'
        KeepCrlsUpToDateForPeers               = 'bool'
        MarkForMonitoring                      = 'bool'
        MarkSourceVerifiableOnOutgoingMessages = 'bool'
        UpToDate                               = 'bool'
        AccessEdgeClientSipPort                = 'uint32'
        AccessEdgeExternalSipPort              = 'uint32'
        AccessEdgeInternalSipPort              = 'uint32'
        CertificatesDeletedPercentage          = 'uint32'
        DataPsomClientPort                     = 'uint32'
        DataPsomServerPort                     = 'uint32'
        DiscoveredPartnerReportPeriodMinutes   = 'uint32'
        DiscoveredPartnerStandardRate          = 'uint32'
        DnsSrvCacheRecordCount                 = 'uint32'
        MaxAcceptedCertificatesStored          = 'uint32'
        MaxContactsPerDiscoveredPartner        = 'uint32'
        MaxRejectedCertificatesStored          = 'uint32'
        MediaCommunicationPortCount            = 'uint32'
        MediaCommunicationPortStart            = 'uint32'
        MediaRelayAuthEdgePort                 = 'uint32'
        OutgoingTlsCountForFederatedPartners   = 'uint32'
        SipClientPort                          = 'uint32'
        SkypeSearchProxyPort                   = 'uint32'
        Version                                = 'uint32'
        DiscoveredPartnerVerificationLevel     = 'VerificationLevel'
        VerificationLevel                      = 'VerificationLevel'
        LastStatusReport                       = 'datetime'
        LastUpdateCreation                     = 'datetime'
        DependentServiceList                   = 'list'
        ActiveFileTransferAgents               = 'list'
        ActiveReplicas                         = 'list'
        DeletedReplicas                        = 'list'
    }
    # What a new or reset object holds, where nothing else is said.
    Defaults      = @{
        publicProviders        = @{
            VerificationLevel          = 'AlwaysVerifiable'
            EnableSkypeIdRouting       = $false
            EnableSkypeDirectorySearch = $false
        }
        externalAccessPolicies = @{
            EnableFederationAccess            = $false
            EnableXmppAccess                  = $false
            EnablePublicCloudAccess           = $false
            EnablePublicCloudAudioVideoAccess = $false
            EnableOutsideAccess               = $false
        }
    }
}
