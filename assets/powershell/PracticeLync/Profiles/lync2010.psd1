# Lync Server 2010.
@{
    ModuleName    = 'Lync'
    ServerVersion = 'Microsoft Lync Server 2010 (4.0.7577.0): Volume license key installed.'
    BasedOn       = 'lync2013-rtm'
    Without       = @(
        'IconUrl', 'EnableXmppAccess', 'AutodiscoverUrl', 'EnableUserReplicator', 'DiscoveredPartnerVerificationLevel',
        'DiscoveredPartnerStandardRate', 'EnableDiscoveredPartnerContactsLimit', 'MaxContactsPerDiscoveredPartner',
        'DiscoveredPartnerReportPeriodMinutes', 'MaxAcceptedCertificatesStored', 'MaxRejectedCertificatesStored',
        'CertificatesDeletedPercentage', 'BackupServer', 'LegalInterceptServer', 'PersistentChatComplianceDatabase',
        'PersistentChatDatabase', 'PersistentChatServer', 'WacServer'
    )
    With          = 'ProvisionDatabase', 'ProvisionServer'
}
