# Parameters of the Access Edge configuration cmdlets in any product, from the cmdlet reference. Keys as in
# PublicProvider.psd1.
@{
    'Get-CsAccessEdgeConfiguration' = @{
        Identity = @{ Type = 'string'; Sets = 'Identity'; Position = 1 }
        Filter = @{ Type = 'string'; Sets = 'Filter' }
        LocalStore = @{ Type = 'switch' }
    }
    'Set-CsAccessEdgeConfiguration' = @{
        Identity = @{ Type = 'string'; Sets = 'Identity'; Position = 1 }
        Instance = @{ Type = 'psobject'; Sets = 'Instance'; ValueFromPipeline = $true }
        AllowAnonymousUsers = @{ Type = 'bool'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        AllowFederatedUsers = @{ Type = 'bool'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        AllowOutsideUsers = @{ Type = 'bool'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        EnableArchivingDisclaimer = @{ Type = 'bool'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        EnableUserReplicator = @{ Type = 'bool'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        KeepCrlsUpToDateForPeers = @{ Type = 'bool'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        MarkSourceVerifiableOnOutgoingMessages = @{ Type = 'bool'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        OutgoingTlsCountForFederatedPartners = @{
            Type = 'uint32'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting'; Range = 1, 4
        }
        DiscoveredPartnerStandardRate = @{ Type = 'uint32'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        EnableDiscoveredPartnerContactsLimit = @{ Type = 'bool'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        MaxContactsPerDiscoveredPartner = @{ Type = 'uint32'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        DiscoveredPartnerReportPeriodMinutes = @{ Type = 'uint32'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        MaxAcceptedCertificatesStored = @{ Type = 'uint32'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        MaxRejectedCertificatesStored = @{ Type = 'uint32'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        CertificatesDeletedPercentage = @{ Type = 'uint32'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        DnsSrvCacheRecordCount = @{ Type = 'uint32'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        SkypeSearchUrl = @{ Type = 'string'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        UseDefaultRouting = @{ Type = 'switch'; Sets = 'DefaultRoute' }
        DefaultRouteFqdn = @{ Type = 'string'; Sets = 'DefaultRoute' }
        IsPublicProvider = @{ Type = 'bool'; Sets = 'DefaultRoute' }
        VerificationLevel = @{ Type = 'VerificationLevel'; Sets = 'DefaultRoute' }
        UseDnsSrvRouting = @{ Type = 'switch'; Sets = 'DnsSrvRouting' }
        BeClearingHouse = @{ Type = 'bool'; Sets = 'DnsSrvRouting' }
        EnablePartnerDiscovery = @{ Type = 'bool'; Sets = 'DnsSrvRouting' }
        DiscoveredPartnerVerificationLevel = @{ Type = 'VerificationLevel'; Sets = 'DnsSrvRouting' }
        Force = @{ Type = 'switch' }
    }
}
