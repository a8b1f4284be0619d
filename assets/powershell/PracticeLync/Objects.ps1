# Between the entries of the state file (plain JSON values) and the objects that cmdlets return and take (typed values).

# The names in the order of their numbers.
$script:VerificationLevelNames = 'AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification'

$script:VerificationLevelType = $null

function Get-VerificationLevelType {
    <#
    .SYNOPSIS
    The one .NET type of the management shell that scripts name, an enum, under its real full name. Made when it is first
    asked for.
    .NOTES
    Zero-based numbers: the order of the names in the cmdlet reference, and the .NET default. The type stays for the life
    of the process, and nothing unloads it; so it is kept with the process, for whoever imports the module again.
    #>
    if ($null -ne $script:VerificationLevelType) { return $script:VerificationLevelType }
    $typeName = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.VerificationLevelType'
    $process = [System.AppDomain]::CurrentDomain
    $type = $process.GetData($typeName)
    if ($null -eq $type) {
        $name = [System.Reflection.AssemblyName]::new('PracticeLync.Types')
        $assembly = [System.Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly(
            $name, [System.Reflection.Emit.AssemblyBuilderAccess]::Run)
        $enum = $assembly.DefineDynamicModule('PracticeLync.Types').DefineEnum(
            $typeName, [System.Reflection.TypeAttributes]::Public, [int])
        $number = 0
        foreach ($level in $script:VerificationLevelNames) {
            [void]$enum.DefineLiteral($level, $number)
            $number += 1
        }
        $type = $enum.CreateTypeInfo().AsType()
        $process.SetData($typeName, $type)
    }
    $script:VerificationLevelType = $type
    return $type
}

function ConvertTo-PracticeObject {
    <#
    .SYNOPSIS
    An entry of the state as the object a management shell returns: typed values, the product's properties in their
    order.
    #>
    param($Kind, $Entry)

    $properties = [ordered]@{}
    $types = $script:Objects['PropertyTypes']
    foreach ($name in $script:PracticeProfile['Properties'][$Kind]) {
        $value = $Entry[$name]
        # Most properties are strings, which are what they are: a call for each would be most of a read's time.
        if ($null -ne $value -and $null -ne $types[$name]) { $value = ConvertTo-PropertyValue $name $value }
        $properties[$name] = $value
    }
    $object = [pscustomobject]$properties
    $object.PSTypeNames.Insert(0, $script:Objects['TypeNames'][$Kind])
    if ($script:LacksViews -and $Kind -in 'sipDomains', 'blockedDomains', 'storeStatus') { Add-PracticeView }
    return $object
}

# Whether the views of the small objects are still to be loaded. Not with the module: PowerShell takes as long for that as
# for half of its scripts, and most sessions print none of these objects.
$script:LacksViews = -not $PrintsNothing

function Add-PracticeView {
    Microsoft.PowerShell.Utility\Update-FormatData -AppendPath "$PSScriptRoot/PracticeLync.format.ps1xml"
    $script:LacksViews = $false
}

function ConvertTo-PropertyValue {
    param($Name, $Value)

    switch ($script:Objects['PropertyTypes'][$Name]) {
        'VerificationLevel' { return $Value -as (Get-VerificationLevelType) }
        'uint32' { return [uint32]$Value }
        'list' { return , @($Value) }
        default { return $Value }
    }
}

function ConvertTo-StateValue {
    <#
    .SYNOPSIS
    A property's value as the state file holds it. The value must be one that the property can take.
    #>
    param($Name, $Value)

    switch ($script:Objects['PropertyTypes'][$Name]) {
        'bool' { return [bool]$Value }
        'uint32' { return [uint32]$Value }
        'VerificationLevel' { return [string]($Value -as (Get-VerificationLevelType)) }
    }
    if ($null -eq $Value) { return $null }
    return [string]$Value
}

function New-PracticeEntry {
    <#
    .SYNOPSIS
    A new entry for the state, with the profile's properties: the given values, else the defaults, else null.
    #>
    param($Kind, $Values)

    $entry = [ordered]@{}
    $defaults = $script:Objects['Defaults'][$Kind]
    foreach ($name in $script:PracticeProfile['Properties'][$Kind]) {
        $value = $defaults[$name]
        if ($Values.Contains($name)) { $value = ConvertTo-StateValue $name $Values[$name] }
        $entry[$name] = $value
    }
    return $entry
}

function Get-InstanceProblem {
    <#
    .SYNOPSIS
    Why an object cannot be used with -Instance: it has no identity, or a property that anyone may have assigned holds a
    value that it cannot take. Nothing when it can be used.
    #>
    param([AllowNull()][psobject]$Instance)

    $identity = $null
    if ($null -ne $Instance) { $identity = $Instance.PSObject.Properties['Identity'] }
    if ($null -eq $identity -or -not $identity.Value) {
        return New-PracticeError 'InvalidInstance' $Instance 'Identity'
    }
    foreach ($property in $Instance.PSObject.Properties) {
        $value = $property.Value
        $fits = switch ($script:Objects['PropertyTypes'][$property.Name]) {
            'bool' { $value -is [bool] }
            'uint32' { $null -ne $value -and $null -ne ($value -as [uint32]) }
            'VerificationLevel' {
                $null -ne $value -and "$($value -as (Get-VerificationLevelType))" -in $script:VerificationLevelNames
            }
            default { $true }
        }
        if ($property.Name -eq 'OutgoingTlsCountForFederatedPartners') { $fits = $value -in 1, 2, 3, 4 }
        if (-not $fits) { return New-PracticeError 'InvalidPropertyValue' $property.Name ($property.Name, $value) }
    }
}

function Read-Instance {
    <#
    .SYNOPSIS
    The properties of an object as a table.
    #>
    param([psobject]$Instance)

    $values = @{}
    foreach ($property in $Instance.PSObject.Properties) { $values[$property.Name] = $property.Value }
    return $values
}

function Select-PracticeEntry {
    <#
    .SYNOPSIS
    What a Get- cmdlet returns from one section: the entry of -Identity, those that match -Filter, or all.
    #>
    param($State, $Kind, $Bound, $NotFound)

    $entries = $State[$Kind]
    if ($Bound.Contains('Identity')) {
        $entries = Find-PracticeEntry $State $Kind $Bound['Identity']
        if ($null -eq $entries) { return New-PracticeError $NotFound $Bound['Identity'] }
    }
    elseif ($Bound.Contains('Filter')) {
        $pattern = [System.Management.Automation.WildcardPattern]::new($Bound['Filter'], 'IgnoreCase, CultureInvariant')
        # A policy for users is found by its name, with or without its tag.
        $entries = @($entries | Where-Object {
            $pattern.IsMatch($_['Identity']) -or $pattern.IsMatch(($_['Identity'] -replace '\ATag:'))
        })
    }
    foreach ($entry in $entries) { ConvertTo-PracticeObject $Kind $entry }
}

function Find-PracticeEntry {
    <#
    .SYNOPSIS
    The entry with an identity, compared without case and without wildcards; nothing when there is none.
    #>
    param($State, $Kind, [string]$Identity)

    foreach ($entry in $State[$Kind]) {
        if ($entry['Identity'] -eq $Identity) { return $entry }
    }
}
