# What a product offers: its cmdlets, their parameters, the properties of its objects. All of it is data.

# Every parameter of every product, as the cmdlet reference gives it: cmdlet -> definitions, in the order of the syntax.
$script:Reference = @{}
foreach ($family in 'PublicProvider', 'ExternalAccessPolicy', 'AccessEdgeConfiguration', 'Discovery') {
    $script:Reference += Read-DataFile "$PSScriptRoot/Reference/$family.psd1"
}

# Every property of every product's objects, their types and defaults.
$script:Objects = Read-DataFile "$PSScriptRoot/Reference/Objects.psd1"

$script:DefaultProfileName = 'lync2013-cu5'

function Import-PracticeProfile {
    <#
    .SYNOPSIS
    A product: Name; ModuleName and ServerVersion of its management shell; Missing, the set of the names in the reference
    that it lacks; and Properties, what its objects have without them (kind of object -> names).
    #>
    param([string]$Name)

    $known = @(foreach ($file in [System.IO.Directory]::GetFiles("$PSScriptRoot/Profiles", '*.psd1')) {
        [System.IO.Path]::GetFileNameWithoutExtension($file)
    })
    if ($Name -notin $known) {
        [System.Array]::Sort($known, [System.StringComparer]::Ordinal)
        Stop-Practice 'PracticeProfileNotFound' $Name ($Name, ($known -join ', '))
    }
    $product = Read-DataFile "$PSScriptRoot/Profiles/$Name.psd1"
    $missing = @{}
    foreach ($missingName in Get-MissingName $product) { $missing[$missingName] = $true }
    $properties = @{}
    foreach ($kind in $script:Objects.Properties.Keys) {
        $properties[$kind] = @(Select-Offered $script:Objects.Properties[$kind] $kind $missing)
    }
    return @{
        Name          = $Name
        ModuleName    = $product.ModuleName
        ServerVersion = $product.ServerVersion
        Missing       = $missing
        Properties    = $properties
    }
}

function Get-MissingName {
    <#
    .SYNOPSIS
    The names that a product lacks: those that the product lacks on which it is based, but With, and Without.
    #>
    param([hashtable]$Product)

    if ($Product.ContainsKey('BasedOn')) {
        $with = @($Product['With'])
        foreach ($name in Get-MissingName (Read-DataFile "$PSScriptRoot/Profiles/$($Product.BasedOn).psd1")) {
            if ($name -notin $with) { $name }
        }
    }
    $Product['Without']
}

function Select-Offered {
    <#
    .SYNOPSIS
    Of an owner's parameter definitions, or names, those that are not missing: neither by name nor by 'owner.name'.
    #>
    param([object[]]$Entries, [string]$Owner, [hashtable]$Missing)

    foreach ($entry in $Entries) {
        $name = $entry
        if ($entry -is [hashtable]) { $name = $entry.Name }
        if (-not $Missing.ContainsKey($name) -and -not $Missing.ContainsKey("$Owner.$name")) { $entry }
    }
}
