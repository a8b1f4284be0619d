# The products that the practice deployment can behave as. To add one, add an entry here and its site,
# ../Sites/<name>.json; no code names a profile but the default one.
# BasedOn: the profile that it is like, but for what it has (With) and lacks (Without). Without BasedOn a product has
# everything in this folder. What is named are parameters and properties: by name, or by 'cmdlet.parameter' and
# 'kind.property' where others of the same name exist.
@{
    # Subscription Edition is taken to be like it.
    'sfb2019'      = @{
        ModuleName    = 'SkypeForBusiness'
        ServerVersion = 'Skype for Business Server 2019 (7.0.2046.0): Volume license key installed.'
        Without       = 'LegalInterceptServer', 'ProvisionDatabase', 'ProvisionServer'
    }
    'sfb2015'      = @{
        ModuleName    = 'SkypeForBusiness'
        ServerVersion = 'Skype for Business Server 2015 (6.0.9319.0): Volume license key installed.'
        BasedOn       = 'sfb2019'
        # Documented nowhere, and seen on a 2019 server alone.
        Without       = 'EnablePartnerMonitoringCosmosOutput', 'EnablePartnerMonitoringIfxLog'
    }
    # With Cumulative Update 5 (August 2014) or later: the first with name decoration for Skype.
    'lync2013-cu5' = @{
        ModuleName    = 'Lync'
        ServerVersion = 'Microsoft Lync Server 2013 (5.0.8308.0): Volume license key installed.'
        BasedOn       = 'sfb2015'
        Without       = @(
            'EnableSkypeIdRouting', 'EnableSkypeDirectorySearch', 'SkypeSearchUrl', 'SkypeSearchProxyPort',
            'DnsSrvCacheRecordCount', 'VideoGateway', 'VideoInteropServer', 'allowedDomains.VerificationLevel',
            # It can be set, but the documented output does not show it.
            'accessEdgeDnsSrvRouting.DiscoveredPartnerVerificationLevel'
        )
        With          = 'LegalInterceptServer'
    }
    # Before Cumulative Update 5.
    'lync2013-rtm' = @{
        ModuleName    = 'Lync'
        ServerVersion = 'Microsoft Lync Server 2013 (5.0.8308.0): Volume license key installed.'
        BasedOn       = 'lync2013-cu5'
        # The reference has NameDecorationDomain in every Lync Server 2013; editions of its own page differ on whether
        # all of name decoration was there before the update. The later one of two readings is the one that no server
        # refuses.
        Without       = 'NameDecorationDomain', 'NameDecorationRoutingDomain', 'NameDecorationExcludedDomainList'
    }
    'lync2010'     = @{
        ModuleName    = 'Lync'
        ServerVersion = 'Microsoft Lync Server 2010 (4.0.7577.0): Volume license key installed.'
        BasedOn       = 'lync2013-rtm'
        Without       = @(
            'IconUrl', 'EnableXmppAccess', 'AutodiscoverUrl', 'EnableUserReplicator',
            'DiscoveredPartnerVerificationLevel', 'DiscoveredPartnerStandardRate',
            'EnableDiscoveredPartnerContactsLimit', 'MaxContactsPerDiscoveredPartner',
            'DiscoveredPartnerReportPeriodMinutes', 'MaxAcceptedCertificatesStored', 'MaxRejectedCertificatesStored',
            'CertificatesDeletedPercentage', 'BackupServer', 'LegalInterceptServer',
            'PersistentChatComplianceDatabase', 'PersistentChatDatabase', 'PersistentChatServer', 'WacServer'
        )
        With          = 'ProvisionDatabase', 'ProvisionServer'
    }
}
