@{
    RootModule           = 'PracticeLync.psm1'
    ModuleVersion        = '1.0.0'
    GUID                 = '7b1d6f0a-3c52-4a8e-8f4b-90d2c7e5a316'
    Author               = 'Skype Federation Setup'
    Description          = 'A practice deployment: the federation cmdlets of the management shell over one JSON file.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    # Each product has all of these; which parameters they have is the profile's.
    FunctionsToExport    = @(
        'Get-CsPublicProvider', 'New-CsPublicProvider', 'Set-CsPublicProvider', 'Remove-CsPublicProvider',
        'Enable-CsPublicProvider', 'Disable-CsPublicProvider', 'Get-CsHostingProvider',
        'Get-CsExternalAccessPolicy', 'New-CsExternalAccessPolicy', 'Set-CsExternalAccessPolicy',
        'Remove-CsExternalAccessPolicy', 'Grant-CsExternalAccessPolicy',
        'Get-CsAccessEdgeConfiguration', 'Set-CsAccessEdgeConfiguration',
        'Get-CsAllowedDomain', 'Get-CsBlockedDomain', 'Get-CsSipDomain', 'Get-CsService', 'Get-CsServerVersion',
        'Get-CsUser', 'Get-CsManagementStoreReplicationStatus', 'Invoke-CsManagementStoreReplication'
    )
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
}
