# Lync Server 2013 with Cumulative Update 5 (August 2014) or later: the first with name decoration for Skype.
@{
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
