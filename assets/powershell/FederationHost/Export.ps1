# export: objects of the deployment as CLIXML, which Import-Clixml turns into objects again.

# Type of a subject -> the cmdlet that reads all of that type, the properties that name one, and what may stand before
# the name: output says Tag:Pilot and sip:ann@contoso.com where people write Pilot and ann@contoso.com.
$script:ExportedTypes = @{
    'provider'    = @{ Cmdlet = 'Get-CsPublicProvider'; Properties = @('Identity'); Prefix = '' }
    'policy'      = @{ Cmdlet = 'Get-CsExternalAccessPolicy'; Properties = @('Identity'); Prefix = 'tag:' }
    'access-edge' = @{ Cmdlet = 'Get-CsAccessEdgeConfiguration'; Properties = @('Identity'); Prefix = '' }
    'user'        = @{ Cmdlet = 'Get-CsUser'; Properties = @('Identity', 'SipAddress'); Prefix = 'sip:' }
}

# As deep as Export-Clixml goes by itself.
$script:ClixmlDepth = 2

function Export-Subject {
    <#
    .SYNOPSIS
    Each subject with its object as CLIXML, or null when there is no such object. One call of a cmdlet a type.
    #>
    param([System.Collections.IDictionary]$Parameters, $Log)

    $subjects = Read-Subject $Parameters
    $found = @{}
    foreach ($type in $script:ExportedTypes.Keys) {
        $names = @(foreach ($subject in $subjects) { if ($subject['type'] -eq $type) { $subject['identity'] } })
        if ($names.Count -gt 0) { $found[$type] = Find-NamedObject $script:ExportedTypes[$type] $names $Log }
    }
    $exported = [System.Collections.Generic.List[object]]::new()
    foreach ($subject in $subjects) {
        $type = $subject['type']
        $object = $found[$type][(Get-PlainName $subject['identity'] $script:ExportedTypes[$type]['Prefix'])]
        $clixml = $null
        if ($null -ne $object) {
            $clixml = [System.Management.Automation.PSSerializer]::Serialize($object, $script:ClixmlDepth)
        }
        $exported.Add([ordered]@{ type = $type; identity = $subject['identity']; clixml = $clixml })
    }
    return [ordered]@{ subjects = $exported }
}

function Read-Subject {
    param([System.Collections.IDictionary]$Parameters)

    $subjects = $Parameters['subjects']
    if ($subjects -isnot [System.Collections.IList]) {
        Stop-Request 'MalformedRequest' 'The request names no list of subjects.'
    }
    foreach ($subject in $subjects) {
        $isSubject = $subject -is [System.Collections.IDictionary] -and $subject['type'] -is [string] -and
            $script:ExportedTypes.ContainsKey($subject['type']) -and $subject['identity'] -is [string]
        if (-not $isSubject) { Stop-Request 'MalformedRequest' 'A subject has no known type, or no identity.' }
    }
    return , $subjects
}

function Find-NamedObject {
    <#
    .SYNOPSIS
    Name -> object, for those of the wanted names that exist. Names compare without case.
    #>
    param([hashtable]$Definition, [string[]]$Names, $Log)

    $wanted = [System.Collections.Generic.HashSet[string]]::new()
    foreach ($name in $Names) { [void]$wanted.Add((Get-PlainName $name $Definition['Prefix'])) }
    $found = @{}
    $command = Get-ConnectedCommand $Definition['Cmdlet']
    foreach ($object in (Invoke-ConnectedCommand $command @{} $Log)) {
        foreach ($property in $Definition['Properties']) {
            $member = $object.PSObject.Properties[$property]
            if ($null -eq $member -or $null -eq $member.Value) { continue }
            $name = Get-PlainName $member.Value.ToString() $Definition['Prefix']
            if ($wanted.Contains($name) -and -not $found.ContainsKey($name)) { $found[$name] = $object }
        }
    }
    return $found
}

function Get-PlainName {
    param([string]$Name, [string]$Prefix)

    $plain = $Name.ToLowerInvariant()
    if ($Prefix -ne '' -and $plain.StartsWith($Prefix, [System.StringComparison]::Ordinal)) {
        return $plain.Substring($Prefix.Length)
    }
    return $plain
}
