# Skype for Business Server 2015.
@{
    ModuleName    = 'SkypeForBusiness'
    ServerVersion = 'Skype for Business Server 2015 (6.0.9319.0): Volume license key installed.'
    BasedOn       = 'sfb2019'
    # Documented nowhere, and seen on a 2019 server alone.
    Without       = 'EnablePartnerMonitoringCosmosOutput', 'EnablePartnerMonitoringIfxLog'
}
