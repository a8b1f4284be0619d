# Parameters of the Access Edge configuration cmdlets in any product, from the cmdlet reference. Keys as in
# PublicProvider.psd1.
@{
    'Get-CsAccessEdgeConfiguration' = @(
        @{ Name = 'Identity'; Type = 'string'; Sets = 'Identity'; Position = 1 }
        @{ Name = 'Filter'; Type = 'string'; Sets = 'Filter' }
        @{ Name = 'LocalStore'; Type = 'switch' }
    )
    'Set-CsAccessEdgeConfiguration' = @(
        @{ Name = 'Identity'; Type = 'string'; Sets = 'Identity'; Position = 1 }
        @{ Name = 'Instance'; Type = 'psobject'; Sets = 'Instance'; ValueFromPipeline = $true }
        @{ Name = 'AllowAnonymousUsers'; Type = 'bool'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        @{ Name = 'AllowFederatedUsers'; Type = 'bool'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        @{ Name = 'AllowOutsideUsers'; Type = 'bool'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        @{ Name = 'EnableArchivingDisclaimer'; Type = 'bool'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        @{ Name = 'EnableUserReplicator'; Type = 'bool'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        @{ Name = 'KeepCrlsUpToDateForPeers'; Type = 'bool'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        @{
            Name = 'MarkSourceVerifiableOnOutgoingMessages'; Type = 'bool'
            Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting'
        }
        @{
            Name = 'OutgoingTlsCountForFederatedPartners'; Type = 'uint32'
            Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting'; Range = 1, 4
        }
        @{ Name = 'DiscoveredPartnerStandardRate'; Type = 'uint32'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        @{
            Name = 'EnableDiscoveredPartnerContactsLimit'; Type = 'bool'
            Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting'
        }
        @{
            Name = 'MaxContactsPerDiscoveredPartner'; Type = 'uint32'
            Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting'
        }
        @{
            Name = 'DiscoveredPartnerReportPeriodMinutes'; Type = 'uint32'
            Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting'
        }
        @{ Name = 'MaxAcceptedCertificatesStored'; Type = 'uint32'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        @{ Name = 'MaxRejectedCertificatesStored'; Type = 'uint32'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        @{ Name = 'CertificatesDeletedPercentage'; Type = 'uint32'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        @{ Name = 'DnsSrvCacheRecordCount'; Type = 'uint32'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        @{ Name = 'SkypeSearchUrl'; Type = 'string'; Sets = 'Identity', 'DefaultRoute', 'DnsSrvRouting' }
        @{ Name = 'UseDefaultRouting'; Type = 'switch'; Sets = 'DefaultRoute' }
        @{ Name = 'DefaultRouteFqdn'; Type = 'string'; Sets = 'DefaultRoute' }
        @{ Name = 'IsPublicProvider'; Type = 'bool'; Sets = 'DefaultRoute' }
        @{ Name = 'VerificationLevel'; Type = 'VerificationLevel'; Sets = 'DefaultRoute' }
        @{ Name = 'UseDnsSrvRouting'; Type = 'switch'; Sets = 'DnsSrvRouting' }
        @{ Name = 'BeClearingHouse'; Type = 'bool'; Sets = 'DnsSrvRouting' }
        @{ Name = 'EnablePartnerDiscovery'; Type = 'bool'; Sets = 'DnsSrvRouting' }
        @{ Name = 'DiscoveredPartnerVerificationLevel'; Type = 'VerificationLevel'; Sets = 'DnsSrvRouting' }
        @{ Name = 'Force'; Type = 'switch' }
    )
}
