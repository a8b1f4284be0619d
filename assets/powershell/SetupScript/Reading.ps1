# ---- Reading: how each kind of object is named, read and compared ----------------------------------------------------

# One entry a kind. Read finds the object of $Change.
$Kinds = @{
    'access-edge' = @{
        Name   = 'Access Edge configuration'
        Cmdlet = 'Get-CsAccessEdgeConfiguration'
        Read   = { Get-CsAccessEdgeConfiguration -ErrorAction Stop }
    }
    'policy'      = @{
        Name   = 'external access policy "{0}"'
        Cmdlet = 'Get-CsExternalAccessPolicy'
        Read   = {
            Get-CsExternalAccessPolicy -ErrorAction Stop |
                Where-Object { Test-SamePolicy $_.Identity $Change.Identity }
        }
    }
    'provider'    = @{
        Name   = 'public provider "{0}"'
        Cmdlet = 'Get-CsPublicProvider'
        Read   = {
            Get-CsPublicProvider -ErrorAction Stop |
                Where-Object { Test-SameText $_.Identity $Change.Identity }
        }
    }
    'user'        = @{
        Name   = 'user "{0}"'
        Cmdlet = 'Get-CsUser'
        Read   = { Get-CsUser -Identity $Change.Identity -ErrorAction Stop }
    }
}

function Find-Object {
    <#
    .SYNOPSIS
    The object that a change touches, as it is now; $null when there is none.
    #>
    param($Change)

    return @(& $Kinds[$Change.Type].Read) | Select-Object -First 1
}

function Get-ObjectName {
    param($Change)

    return $Kinds[$Change.Type].Name -f (Format-Text $Change.Identity)
}

function Get-ObjectValue {
    <#
    .SYNOPSIS
    A property of an object; $null when the object does not have it.
    #>
    param($Object, [string]$Name)

    if ($null -eq $Object) { return $null }
    $property = $Object.PSObject.Properties[$Name]
    if ($null -eq $property) { return $null }
    return $property.Value
}

function Get-Difference {
    <#
    .SYNOPSIS
    What is otherwise than expected, one sentence each; nothing when an object is as expected. The expected values are a
    table, or $null for an object that should not be there.
    #>
    param($Object, $Expected)

    if ($null -eq $Expected) {
        if ($null -ne $Object) { 'it is there and should not be' }
        return
    }
    if ($null -eq $Object) { return 'it is not there' }
    foreach ($name in @($Expected.Keys | Sort-Object)) {
        $value = Get-ObjectValue $Object $name
        if (Test-SameValue $name $Expected[$name] $value) { continue }
        '{0} is {1} and not {2}' -f $name, (Format-Value $value), (Format-Value $Expected[$name])
    }
}

function Test-AsExpected {
    param($Object, $Expected)

    return @(Get-Difference $Object $Expected).Count -eq 0
}

function Test-SameText {
    <#
    .SYNOPSIS
    Names, addresses, switches and levels compare by their text, without case; nothing is the same as an empty text.
    #>
    param($One, $Other)

    return [string]::Equals([string]$One, [string]$Other, [System.StringComparison]::OrdinalIgnoreCase)
}

function Test-SamePolicy {
    <#
    .SYNOPSIS
    A per-user policy is the same with and without the Tag: that output carries.
    #>
    param($One, $Other)

    return Test-SameText (([string]$One) -replace '\Atag:', '') (([string]$Other) -replace '\Atag:', '')
}

function Test-SameValue {
    param([string]$Name, $One, $Other)

    if ($Name -eq 'ExternalAccessPolicy') { return Test-SamePolicy $One $Other }
    return Test-SameText $One $Other
}

function Test-SameObject {
    param($One, $Other)

    if ($One.Type -ne $Other.Type) { return $false }
    if ($One.Type -eq 'policy') { return Test-SamePolicy $One.Identity $Other.Identity }
    return Test-SameText $One.Identity $Other.Identity
}

function Format-Value {
    param($Value)

    if ($Value -is [bool]) { return [string]$Value }
    if (([string]$Value).Length -eq 0) { return '(nothing)' }
    return '"' + (Format-Text $Value) + '"'
}

function Format-Text {
    <#
    .SYNOPSIS
    A text for the screen: what could move the cursor or hide something there is shown as a question mark.
    #>
    param($Value)

    return ([string]$Value) -replace '[\p{Cc}\p{Cf}\u2028\u2029]', '?'
}
