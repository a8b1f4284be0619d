# Objects of a management shell as plain data: ordered dictionaries, lists, strings, numbers, Booleans and null. Lists,
# not arrays: ConvertTo-Json of Windows PowerShell writes an array that came through a pipeline as {value, Count}.

# Members that lead back into the configuration's XML and schema; they say nothing to a reader, and are cyclic.
$script:SkippedMembers = @{
    Anchor = $true; Element = $true; XAnyElements = $true; XAnyAttributes = $true; XsAnyElements = $true
    XsAnyAttributes = $true; PSComputerName = $true; RunspaceId = $true; PSShowComputerName = $true
}

# An object, the objects in its properties, and no further: what is deeper is written as its string.
$script:MaximumDepth = 3

function ConvertTo-PlainValue {
    <#
    .SYNOPSIS
    Converts any value. Enums become names, dates ISO 8601 UTC strings, other objects a dictionary of their properties.
    #>
    param([AllowNull()]$Value, $Depth = 0)

    if ($null -eq $Value) { return $null }
    if ($Value -is [string]) { return [string]$Value }
    if ($Value -is [bool]) { return [bool]$Value }
    if ($Value -is [System.Management.Automation.SwitchParameter]) { return $Value.IsPresent }
    if ($Value -is [System.Enum]) { return $Value.ToString() }
    if ($Value -is [System.DateTimeOffset]) { return ConvertTo-IsoTime $Value.UtcDateTime }
    if ($Value -is [System.DateTime]) { return ConvertTo-IsoTime $Value.ToUniversalTime() }
    if ($Value -is [System.ValueType]) { return ConvertTo-PlainNumber $Value }
    if ($Depth -ge $script:MaximumDepth) { return ConvertTo-SafeString $Value }
    if ($Value -is [System.Collections.IDictionary]) { return ConvertTo-PlainDictionary $Value $Depth }
    if ($Value -is [System.Collections.IEnumerable]) {
        $items = [System.Collections.Generic.List[object]]::new()
        foreach ($item in $Value) { $items.Add((ConvertTo-PlainValue $item ($Depth + 1))) }
        return , $items
    }
    return ConvertTo-PlainObject $Value $Depth
}

function ConvertTo-PlainObject {
    param($Value, $Depth)

    # A plain .NET object such as a Uri, a Version or an address reads best as its string; only data objects are opened.
    if ($Depth -ne 0 -and $Value -isnot [System.Management.Automation.PSCustomObject]) {
        return ConvertTo-SafeString $Value
    }
    $result = [ordered]@{}
    foreach ($property in $Value.PSObject.Properties) {
        # What holds data; the others are computed by scripts.
        if ($property -isnot [System.Management.Automation.PSProperty] -and
            $property -isnot [System.Management.Automation.PSNoteProperty]) { continue }
        if ($script:SkippedMembers[$property.Name]) { continue }
        # A getter of a live object may throw; one unreadable property must not hide the others.
        $content = $null
        try { $content = $property.Value } catch { $content = $null }
        # Most values are these three; a function call for each would be most of a snapshot's time.
        if ($null -eq $content) { $result[$property.Name] = $null }
        elseif ($content -is [string]) { $result[$property.Name] = [string]$content }
        elseif ($content -is [bool]) { $result[$property.Name] = [bool]$content }
        else { $result[$property.Name] = ConvertTo-PlainValue $content ($Depth + 1) }
    }
    return $result
}

function ConvertTo-PlainDictionary {
    param([System.Collections.IDictionary]$Value, $Depth)

    $result = [ordered]@{}
    foreach ($key in @($Value.Keys)) { $result[[string]$key] = ConvertTo-PlainValue $Value[$key] ($Depth + 1) }
    return $result
}

function ConvertTo-PlainNumber {
    param([System.ValueType]$Value)

    $isNumber = $Value -is [byte] -or $Value -is [sbyte] -or $Value -is [int16] -or $Value -is [uint16] -or
        $Value -is [int] -or $Value -is [uint32] -or $Value -is [long] -or $Value -is [uint64] -or $Value -is [decimal]
    if ($isNumber) { return $Value }
    $isReal = $Value -is [double] -or $Value -is [single]
    if ($isReal -and -not [double]::IsNaN($Value) -and -not [double]::IsInfinity($Value)) { return $Value }
    return ConvertTo-SafeString $Value
}

function ConvertTo-SafeString {
    param($Value)

    try { return [string]$Value.ToString() } catch { return $Value.GetType().FullName }
}

function ConvertTo-IsoTime {
    param([System.DateTime]$Utc)

    return $Utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", [System.Globalization.CultureInfo]::InvariantCulture)
}

function ConvertTo-ErrorData {
    <#
    .SYNOPSIS
    An error record as data. Running is the cmdlet that was called, used when the record itself names none.
    #>
    param(
        [Parameter(Mandatory = $true)][System.Management.Automation.ErrorRecord]$Record,
        [AllowNull()][AllowEmptyString()][string]$Running
    )

    $cmdlet = $Running
    if ($null -ne $Record.InvocationInfo -and $null -ne $Record.InvocationInfo.MyCommand) {
        $name = $Record.InvocationInfo.MyCommand.Name
        if ($script:AllowedCmdlets.ContainsKey($name)) { $cmdlet = $name }
    }
    $target = $null
    if ($null -ne $Record.TargetObject) { $target = ConvertTo-SafeString $Record.TargetObject }
    return [ordered]@{
        message   = $Record.ToString()
        errorId   = $Record.FullyQualifiedErrorId
        category  = $Record.CategoryInfo.Category.ToString()
        target    = $target
        cmdlet    = $(if ([string]::IsNullOrEmpty($cmdlet)) { $null } else { $cmdlet })
        exception = $Record.Exception.GetType().FullName
    }
}
