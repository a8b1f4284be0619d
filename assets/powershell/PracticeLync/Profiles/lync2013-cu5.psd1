# Lync Server 2013 with Cumulative Update 5 (August 2014) or later: the first with name decoration for Skype.
# To add a product, add a file like this one and its <name>.state.json; no code names a profile.
@{
    ServerVersion  = 'Microsoft Lync Server 2013 (5.0.8308.0)'
    # Cmdlet -> the parameters that it has, of those in ../Reference.
    Cmdlets        = @{
        'Get-CsPublicProvider'                   = 'Identity', 'Filter', 'LocalStore'
        'New-CsPublicProvider'                   = @(
            'Identity', 'ProxyFqdn', 'Enabled', 'VerificationLevel', 'IconUrl', 'NameDecorationDomain',
            'NameDecorationRoutingDomain', 'NameDecorationExcludedDomainList', 'InMemory', 'Force'
        )
        'Set-CsPublicProvider'                   = 'Identity', 'Instance', 'Enabled', 'VerificationLevel', 'Force'
        'Remove-CsPublicProvider'                = 'Identity', 'Force'
        'Enable-CsPublicProvider'                = 'Identity', 'Instance', 'Force'
        'Disable-CsPublicProvider'               = 'Identity', 'Instance', 'Force'
        'Get-CsHostingProvider'                  = 'Identity', 'Filter', 'LocalStore'
        'Get-CsExternalAccessPolicy'             = 'Identity', 'Filter', 'LocalStore'
        'New-CsExternalAccessPolicy'             = @(
            'Identity', 'Description', 'EnableFederationAccess', 'EnableXmppAccess', 'EnablePublicCloudAccess',
            'EnablePublicCloudAudioVideoAccess', 'EnableOutsideAccess', 'InMemory', 'Force'
        )
        'Set-CsExternalAccessPolicy'             = @(
            'Identity', 'Instance', 'Description', 'EnableFederationAccess', 'EnableXmppAccess',
            'EnablePublicCloudAccess', 'EnablePublicCloudAudioVideoAccess', 'EnableOutsideAccess', 'Force'
        )
        'Remove-CsExternalAccessPolicy'          = 'Identity', 'Force'
        'Grant-CsExternalAccessPolicy'           = 'Identity', 'PolicyName', 'DomainController', 'PassThru'
        'Get-CsAccessEdgeConfiguration'          = 'Identity', 'Filter', 'LocalStore'
        'Set-CsAccessEdgeConfiguration'          = @(
            'Identity', 'Instance', 'AllowAnonymousUsers', 'AllowFederatedUsers', 'AllowOutsideUsers',
            'EnableArchivingDisclaimer', 'EnableUserReplicator', 'KeepCrlsUpToDateForPeers',
            'MarkSourceVerifiableOnOutgoingMessages', 'OutgoingTlsCountForFederatedPartners',
            'DiscoveredPartnerStandardRate', 'EnableDiscoveredPartnerContactsLimit', 'MaxContactsPerDiscoveredPartner',
            'DiscoveredPartnerReportPeriodMinutes', 'MaxAcceptedCertificatesStored', 'MaxRejectedCertificatesStored',
            'CertificatesDeletedPercentage', 'UseDefaultRouting', 'DefaultRouteFqdn', 'IsPublicProvider',
            'VerificationLevel', 'UseDnsSrvRouting', 'BeClearingHouse', 'EnablePartnerDiscovery',
            'DiscoveredPartnerVerificationLevel', 'Force'
        )
        'Get-CsSipDomain'                        = 'Identity', 'Filter'
        'Get-CsService'                          = @(
            'Identity', 'Filter', 'PoolFqdn', 'ApplicationDatabase', 'ApplicationServer', 'ArchivingDatabase',
            'ArchivingServer', 'BackupServer', 'CentralManagement', 'CentralManagementDatabase', 'ConferencingServer',
            'Director', 'EdgeServer', 'FileStore', 'ManagementServer', 'MediationServer', 'MonitoringDatabase',
            'MonitoringServer', 'PersistentChatComplianceDatabase', 'PersistentChatDatabase', 'PersistentChatServer',
            'PstnGateway', 'Registrar', 'TrustedApplicationPool', 'UserDatabase', 'UserServer', 'WebServer'
        )
        'Get-CsManagementStoreReplicationStatus' = 'ReplicaFqdn', 'CentralManagementStoreStatus'
        'Invoke-CsManagementStoreReplication'    = 'ReplicaFqdn', 'Force'
        'Get-CsServerVersion'                    = @()
        'Get-CsUser'                             = 'Identity', 'Filter', 'DomainController', 'ResultSize'
        'Get-CsAllowedDomain'                    = 'Identity', 'Filter', 'LocalStore'
        'Get-CsBlockedDomain'                    = 'Identity', 'Filter', 'LocalStore'
    }
    # Kind of object -> the properties that it has, in the order in which they print.
    Properties     = @{
        publicProviders          = @(
            'Identity', 'Name', 'ProxyFqdn', 'IconUrl', 'NameDecorationDomain', 'NameDecorationRoutingDomain',
            'NameDecorationExcludedDomainList', 'VerificationLevel', 'Enabled'
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
            'EnablePartnerDiscovery', 'EnableArchivingDisclaimer', 'EnableUserReplicator', 'KeepCrlsUpToDateForPeers',
            'MarkSourceVerifiableOnOutgoingMessages', 'OutgoingTlsCountForFederatedPartners',
            'DiscoveredPartnerStandardRate', 'EnableDiscoveredPartnerContactsLimit', 'MaxContactsPerDiscoveredPartner',
            'DiscoveredPartnerReportPeriodMinutes', 'MaxAcceptedCertificatesStored', 'MaxRejectedCertificatesStored',
            'CertificatesDeletedPercentage', 'RoutingMethod'
        )
        accessEdgeDefaultRouting = @(
            'Identity', 'AllowAnonymousUsers', 'AllowFederatedUsers', 'AllowOutsideUsers', 'DefaultRouteFqdn',
            'IsPublicProvider', 'VerificationLevel', 'EnableArchivingDisclaimer', 'EnableUserReplicator',
            'KeepCrlsUpToDateForPeers', 'MarkSourceVerifiableOnOutgoingMessages',
            'OutgoingTlsCountForFederatedPartners', 'DiscoveredPartnerStandardRate',
            'EnableDiscoveredPartnerContactsLimit', 'MaxContactsPerDiscoveredPartner',
            'DiscoveredPartnerReportPeriodMinutes', 'MaxAcceptedCertificatesStored', 'MaxRejectedCertificatesStored',
            'CertificatesDeletedPercentage', 'RoutingMethod'
        )
        sipDomains               = 'Identity', 'Name', 'IsDefault'
        edgeServices             = @(
            'Identity', 'Registrar', 'AccessEdgeInternalSipPort', 'AccessEdgeExternalSipPort',
            'AccessEdgeClientSipPort', 'DataPsomServerPort', 'DataPsomClientPort', 'MediaRelayAuthEdgePort',
            'MediaCommunicationPortStart', 'MediaCommunicationPortCount', 'AccessEdgeExternalFqdn',
            'DataEdgeExternalFqdn', 'AVEdgeExternalFqdn', 'InternalInterfaceFqdn', 'ExternalMrasFqdn',
            'DependentServiceList', 'ServiceId', 'SiteId', 'PoolFqdn', 'Version', 'Role'
        )
        otherServices            = 'Identity', 'ServiceId', 'SiteId', 'PoolFqdn', 'Version', 'Role'
        allowedDomains           = 'Identity', 'Domain', 'ProxyFqdn', 'Comment', 'MarkForMonitoring'
        blockedDomains           = 'Identity', 'Domain', 'Comment'
        replicaStates            = 'UpToDate', 'ReplicaFqdn', 'LastStatusReport', 'LastUpdateCreation', 'ProductVersion'
        storeStatus              = 'ActiveMasterFqdn', 'ActiveFileTransferAgents', 'ActiveReplicas', 'DeletedReplicas'
        users                    = @(
            'Identity', 'ExternalAccessPolicy', 'RegistrarPool', 'Enabled', 'SipAddress', 'DisplayName',
            'SamAccountName', 'UserPrincipalName'
        )
    }
    # What a new or reset object holds, where nothing else is said.
    Defaults       = @{
        publicProviders        = @{ VerificationLevel = 'AlwaysVerifiable' }
        externalAccessPolicies = @{
            EnableFederationAccess            = $false
            EnableXmppAccess                  = $false
            EnablePublicCloudAccess           = $false
            EnablePublicCloudAudioVideoAccess = $false
            EnableOutsideAccess               = $false
        }
    }
}
