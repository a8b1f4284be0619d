# export: objects of the deployment as CLIXML, which Import-Clixml turns into objects again.

# Type of a subject -> the cmdlet that reads all of that type, the properties that name one, and what may stand before
# the name: output says Tag:Pilot and sip:ann@contoso.com where people write Pilot and ann@contoso.com.
$script:ExportedTypes = @{
    'provider'    = @{ Cmdlet = 'Get-CsPublicProvider'; Properties = @('Identity'); Prefix = '' }
    'policy'      = @{ Cmdlet = 'Get-CsExternalAccessPolicy'; Properties = @('Identity'); Prefix = '\Atag:' }
    'access-edge' = @{ Cmdlet = 'Get-CsAccessEdgeConfiguration'; Properties = @('Identity'); Prefix = '' }
    'user'        = @{ Cmdlet = 'Get-CsUser'; Properties = @('Identity', 'SipAddress'); Prefix = '\Asip:' }
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
    $objects = @{}
    $exported = [System.Collections.Generic.List[object]]::new()
    foreach ($subject in $subjects) {
        $type = $subject['type']
        $definition = $script:ExportedTypes[$type]
        if ($null -eq $objects[$type]) { $objects[$type] = Get-NamedObject $definition $Log }
        $object = $objects[$type][$subject['identity'] -replace $definition['Prefix'], '']
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
            $null -ne $script:ExportedTypes[$subject['type']] -and $subject['identity'] -is [string]
        if (-not $isSubject) { Stop-Request 'MalformedRequest' 'A subject has no known type, or no identity.' }
    }
    return , $subjects
}

function Get-NamedObject {
    <#
    .SYNOPSIS
    Name -> object, for all objects of a type. Names compare without case.
    #>
    param([hashtable]$Definition, $Log)

    $named = @{}
    $command = Get-ConnectedCommand $Definition['Cmdlet']
    foreach ($object in (Invoke-ConnectedCommand $command @{} $Log)) {
        foreach ($property in $Definition['Properties']) {
            $member = $object.PSObject.Properties[$property]
            if ($null -eq $member -or $null -eq $member.Value) { continue }
            $named[[string]$member.Value -replace $Definition['Prefix'], ''] = $object
        }
    }
    return $named
}
