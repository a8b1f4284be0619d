@{
    RootModule           = 'PracticeLync.psm1'
    ModuleVersion        = '1.0.0'
    GUID                 = '7b1d6f0a-3c52-4a8e-8f4b-90d2c7e5a316'
    Author               = 'Skype Federation Setup'
    Description          = 'A practice deployment: the federation cmdlets of the management shell over one JSON file.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FormatsToProcess     = @('PracticeLync.format.ps1xml')
    # The profile decides which cmdlets exist; PracticeLync.psm1 exports those.
    FunctionsToExport    = @('*')
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
}
