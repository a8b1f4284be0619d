@{
    RootModule           = 'FederationHost.psm1'
    ModuleVersion        = '1.0.0'
    GUID                 = 'c0a5f1de-6f1b-4d3e-9a57-2b8e4f6d1c90'
    Author               = 'Skype Federation Setup'
    Description          = 'Runs allow-listed management shell cmdlets and answers each request in one line of data.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FunctionsToExport    = @('Invoke-FederationRequest')
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
}
