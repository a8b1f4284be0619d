# Between the entries of the state file (plain JSON values) and the objects that cmdlets return and take (typed values).

function ConvertTo-PracticeObject {
    <#
    .SYNOPSIS
    An entry of the state as the object a management shell returns: typed values, the product's properties in their order.
    #>
    param(
        [Parameter(Mandatory = $true)][string]$Kind,
        [Parameter(Mandatory = $true)][System.Collections.IDictionary]$Entry
    )

    $properties = [ordered]@{}
    foreach ($name in $script:PracticeProfile.Properties[$Kind]) {
        $properties[$name] = ConvertTo-PropertyValue $name $Entry[$name]
    }
    $object = [pscustomobject]$properties
    $object.PSTypeNames.Insert(0, $script:ObjectTypes.TypeNames[$Kind])
    return $object
}

function ConvertTo-PropertyValue {
    param([string]$Name, [AllowNull()]$Value)

    if ($null -eq $Value) { return $null }
    switch ($script:ObjectTypes.PropertyTypes[$Name]) {
        'VerificationLevel' { return $Value -as $script:VerificationLevelType }
        'uint32' { return [uint32]$Value }
        'list' { return , @($Value) }
        default { return $Value }
    }
}

function ConvertTo-StateValue {
    <#
    .SYNOPSIS
    A property's value as the state file holds it. A value that the property cannot take ends the cmdlet (InvalidPropertyValue):
    the objects handed back with -Instance are open to any assignment.
    #>
    param([string]$Name, [AllowNull()]$Value)

    $type = $script:ObjectTypes.PropertyTypes[$Name]
    if ($type -eq 'bool') {
        if ($Value -is [bool]) { return $Value }
        Stop-Practice 'InvalidPropertyValue' $Name ($Name, $Value)
    }
    if ($type -eq 'uint32') {
        $number = $Value -as [uint32]
        if ($null -eq $number) { Stop-Practice 'InvalidPropertyValue' $Name ($Name, $Value) }
        return $number
    }
    if ($type -eq 'VerificationLevel') {
        $level = $Value -as $script:VerificationLevelType
        if ($null -eq $level -or -not [System.Enum]::IsDefined($script:VerificationLevelType, $level)) {
            Stop-Practice 'InvalidPropertyValue' $Name ($Name, $Value)
        }
        return $level.ToString()
    }
    if ($null -eq $Value) { return $null }
    return [string]$Value
}

function New-PracticeEntry {
    <#
    .SYNOPSIS
    A new entry for the state, with the profile's properties: the given values, else the profile's defaults, else null.
    #>
    param([string]$Kind, [System.Collections.IDictionary]$Values)

    $entry = [ordered]@{}
    $defaults = $script:PracticeProfile.Defaults[$Kind]
    foreach ($name in $script:PracticeProfile.Properties[$Kind]) {
        $entry[$name] = $null
        if ($Values.Contains($name)) { $entry[$name] = ConvertTo-StateValue $name $Values[$name] }
        elseif ($defaults.ContainsKey($name)) { $entry[$name] = $defaults[$name] }
    }
    return $entry
}

function Read-Instance {
    <#
    .SYNOPSIS
    The properties of an object given with -Instance as a dictionary; they must include the identity.
    #>
    param([psobject]$Instance)

    $values = @{}
    foreach ($property in $Instance.PSObject.Properties) { $values[$property.Name] = $property.Value }
    if (-not $values.Contains('Identity') -or -not $values['Identity']) { Stop-Practice 'InvalidInstance' $Instance 'Identity' }
    return $values
}

function Select-PracticeEntry {
    <#
    .SYNOPSIS
    What a Get- cmdlet returns from one section: the entry of -Identity, those that match -Filter, or all.
    #>
    param(
        [System.Collections.IDictionary]$State,
        [string]$Kind,
        [System.Collections.IDictionary]$Bound,
        [string]$NotFound
    )

    $entries = $State[$Kind]
    if ($Bound.Contains('Identity')) { $entries = @(Find-PracticeEntry $State $Kind $Bound['Identity'] $NotFound) }
    elseif ($Bound.Contains('Filter')) {
        $pattern = [System.Management.Automation.WildcardPattern]::new($Bound['Filter'], 'IgnoreCase, CultureInvariant')
        $entries = @($entries | Where-Object { $pattern.IsMatch($_.Identity) })
    }
    foreach ($entry in $entries) { ConvertTo-PracticeObject $Kind $entry }
}

function Find-PracticeEntry {
    <#
    .SYNOPSIS
    The entry with an identity, compared without case and without wildcards; ends the cmdlet when there is none.
    #>
    param([System.Collections.IDictionary]$State, [string]$Kind, [AllowNull()][string]$Identity, [string]$NotFound)

    foreach ($entry in $State[$Kind]) {
        if ($entry.Identity -eq $Identity) { return $entry }
    }
    Stop-Practice $NotFound $Identity
}
