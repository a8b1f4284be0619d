# What a product offers: its cmdlets, their parameters, the properties of its objects. All of it is data, in Reference.

# Every property of every product's objects, their types and defaults.
$script:Objects = . "$PSScriptRoot/Reference/Objects.ps1"

$script:DefaultProfileName = 'lync2013-cu5'

function Import-PracticeProfile {
    <#
    .SYNOPSIS
    A product: Name; ModuleName and ServerVersion of its management shell; Missing, the set of the names in the reference
    that it lacks; and Properties, what its objects have without them (kind of object -> names).
    #>
    param([string]$Name)

    $products = . "$PSScriptRoot/Reference/Profiles.ps1"
    $product = $products[$Name]
    if ($null -eq $product) {
        $known = [string[]]$products.Keys
        [System.Array]::Sort($known, [System.StringComparer]::Ordinal)
        Stop-Practice 'PracticeProfileNotFound' $Name ($Name, ($known -join ', '))
    }
    $missing = Get-MissingName $products $Name
    $properties = @{}
    $ofAny = $script:Objects['Properties']
    foreach ($kind in $ofAny.Keys) {
        $properties[$kind] = foreach ($property in $ofAny[$kind]) {
            if (-not $missing[$property] -and -not $missing["$kind.$property"]) { $property }
        }
    }
    return @{
        Name          = $Name
        ModuleName    = $product['ModuleName']
        ServerVersion = $product['ServerVersion']
        Missing       = $missing
        Properties    = $properties
    }
}

function Get-MissingName {
    <#
    .SYNOPSIS
    The set of the names that a product lacks: those that the product lacks on which it is based, but With, and Without.
    #>
    param($Products, $Name)

    $product = $Products[$Name]
    $missing = @{}
    if ($product['BasedOn']) { $missing = Get-MissingName $Products $product['BasedOn'] }
    foreach ($had in $product['With']) { $missing[$had] = $null }
    foreach ($lacked in $product['Without']) { $missing[$lacked] = $true }
    return $missing
}

# The parameters of each cmdlet, made from the reference and cut to what the profile's product has. They are dynamic
# parameters, so that a parameter that a product lacks does not exist: binding reports it as PowerShell does
# (NamedParameterNotFound), Get-Command does not list it, and a wrong value gets the id that a compiled cmdlet gives
# (CannotConvertArgumentNoMessage), which a script's static parameter does not.

$script:ParameterTypes = @{
    string   = [string]
    bool     = [bool]
    switch   = [switch]
    uint32   = [uint32]
    psobject = [psobject]
}

# Every parameter of every product, as the cmdlet reference gives it: cmdlet -> definitions, in the order of the syntax.
# A family of cmdlets is read when one of them is looked at.
$script:Reference = @{}

# Cmdlet -> its finished definitions; building attributes anew at each call would cost most of the call.
$script:ParameterCache = @{}

function New-PracticeParameter {
    <#
    .SYNOPSIS
    The dynamic parameters of a cmdlet in the current profile. The family is the file in Reference that has it.
    #>
    param($Family, $Cmdlet)

    if ($null -eq $script:ParameterCache[$Cmdlet]) {
        if ($null -eq $script:Reference[$Family]) {
            $script:Reference[$Family] = . "$PSScriptRoot/Reference/$Family.ps1"
        }
        $missing = $script:PracticeProfile['Missing']
        $script:ParameterCache[$Cmdlet] = @(foreach ($definition in $script:Reference[$Family][$Cmdlet]) {
            $name = $definition['Name']
            if ($missing[$name] -or $missing["$Cmdlet.$name"]) { continue }
            $type = $script:ParameterTypes[$definition['Type']]
            if ($null -eq $type) { $type = Get-VerificationLevelType }
            @{ Name = $name; Type = $type; Attributes = New-ParameterAttribute $definition }
        })
    }
    $parameters = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new()
    foreach ($definition in $script:ParameterCache[$Cmdlet]) {
        $name = $definition['Name']
        $parameters[$name] = [System.Management.Automation.RuntimeDefinedParameter]::new(
            $name, $definition['Type'], $definition['Attributes'])
    }
    return $parameters
}

function New-ParameterAttribute($Definition) {
    $attributes = [System.Collections.ObjectModel.Collection[System.Attribute]]::new()
    $sets = $Definition['Sets']
    if ($null -eq $sets) { $sets = [System.Management.Automation.ParameterAttribute]::AllParameterSets }
    foreach ($set in $sets) {
        $binding = [System.Management.Automation.ParameterAttribute]::new()
        $binding.ParameterSetName = $set
        foreach ($key in $Definition.Keys) {
            if ($key -notin 'Name', 'Type', 'Sets', 'Range') { $binding.$key = $Definition[$key] }
        }
        $attributes.Add($binding)
    }
    $range = $Definition['Range']
    if ($null -ne $range) {
        $attributes.Add([System.Management.Automation.ValidateRangeAttribute]::new($range[0], $range[1]))
    }
    return , $attributes
}
