# Between the entries of the state file (plain JSON values) and the objects that cmdlets return and take (typed values).

function ConvertTo-PracticeObject {
    <#
    .SYNOPSIS
    An entry of the state as the object a management shell returns: typed values, the product's properties in their
    order.
    #>
    param(
        [Parameter(Mandatory = $true)][string]$Kind,
        [Parameter(Mandatory = $true)][System.Collections.IDictionary]$Entry
    )

    $properties = [ordered]@{}
    $types = $script:Objects.PropertyTypes
    foreach ($name in $script:PracticeProfile.Properties[$Kind]) {
        $value = $Entry[$name]
        # Most properties are strings, which are what they are: a call for each would be most of a read's time.
        if ($null -ne $value -and $types.ContainsKey($name)) { $value = ConvertTo-PropertyValue $name $value }
        $properties[$name] = $value
    }
    $object = [pscustomobject]$properties
    $object.PSTypeNames.Insert(0, $script:Objects.TypeNames[$Kind])
    return $object
}

function ConvertTo-PropertyValue {
    param([string]$Name, [AllowNull()]$Value)

    if ($null -eq $Value) { return $null }
    switch ($script:Objects.PropertyTypes[$Name]) {
        'VerificationLevel' { return $Value -as $script:VerificationLevelType }
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
    param([string]$Name, [AllowNull()]$Value)

    switch ($script:Objects.PropertyTypes[$Name]) {
        'bool' { return [bool]$Value }
        'uint32' { return [uint32]$Value }
        'VerificationLevel' { return ($Value -as $script:VerificationLevelType).ToString() }
    }
    if ($null -eq $Value) { return $null }
    return [string]$Value
}

function New-PracticeEntry {
    <#
    .SYNOPSIS
    A new entry for the state, with the profile's properties: the given values, else the defaults, else null.
    #>
    param([string]$Kind, [System.Collections.IDictionary]$Values)

    $entry = [ordered]@{}
    $defaults = $script:Objects.Defaults[$Kind]
    foreach ($name in $script:PracticeProfile.Properties[$Kind]) {
        $entry[$name] = $null
        if ($Values.Contains($name)) { $entry[$name] = ConvertTo-StateValue $name $Values[$name] }
        elseif ($defaults.ContainsKey($name)) { $entry[$name] = $defaults[$name] }
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
        $fits = switch ($script:Objects.PropertyTypes[$property.Name]) {
            'bool' { $value -is [bool] }
            'uint32' { $null -ne $value -and $null -ne ($value -as [uint32]) }
            'VerificationLevel' {
                $null -ne $value -and "$($value -as $script:VerificationLevelType)" -in $script:VerificationLevelNames
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
    param(
        [System.Collections.IDictionary]$State,
        [string]$Kind,
        [System.Collections.IDictionary]$Bound,
        [string]$NotFound
    )

    $entries = $State[$Kind]
    if ($Bound.Contains('Identity')) {
        $entries = @(Find-PracticeEntry $State $Kind $Bound['Identity'])
        if ($entries.Count -eq 0) { return New-PracticeError $NotFound $Bound['Identity'] }
    }
    elseif ($Bound.Contains('Filter')) {
        $pattern = [System.Management.Automation.WildcardPattern]::new($Bound['Filter'], 'IgnoreCase, CultureInvariant')
        # A policy for users is found by its name, with or without its tag.
        $entries = @($entries | Where-Object {
            $pattern.IsMatch($_.Identity) -or $pattern.IsMatch(($_.Identity -replace '\ATag:'))
        })
    }
    foreach ($entry in $entries) { ConvertTo-PracticeObject $Kind $entry }
}

function Find-PracticeEntry {
    <#
    .SYNOPSIS
    The entry with an identity, compared without case and without wildcards; nothing when there is none.
    #>
    param([System.Collections.IDictionary]$State, [string]$Kind, [AllowNull()][string]$Identity)

    foreach ($entry in $State[$Kind]) {
        if ($entry.Identity -eq $Identity) { return $entry }
    }
}
