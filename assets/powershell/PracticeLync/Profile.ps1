# What a product offers: its cmdlets, their parameters, the properties of its objects. All of it is data.

# Every parameter of every product, as the cmdlet reference gives it: cmdlet -> parameter -> definition.
$script:Reference = @{}
foreach ($family in 'PublicProvider', 'ExternalAccessPolicy', 'AccessEdgeConfiguration', 'Discovery') {
    $script:Reference += Read-DataFile "$PSScriptRoot/Reference/$family.psd1"
}

# Section of the state -> type names; property -> its type, where it is not a string.
$script:ObjectTypes = Read-DataFile "$PSScriptRoot/Reference/ObjectTypes.psd1"

function Import-PracticeProfile {
    param([string]$Name)

    $folder = "$PSScriptRoot/Profiles"
    $known = @(foreach ($file in [System.IO.Directory]::GetFiles($folder, '*.psd1')) {
        [System.IO.Path]::GetFileNameWithoutExtension($file)
    })
    if ($Name -notin $known) { Stop-Practice 'PracticeProfileNotFound' $Name ($Name, ($known -join ', ')) }
    return Read-DataFile "$folder/$Name.psd1"
}
