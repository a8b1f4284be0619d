# snapshot: everything the plan needs, read in one request.

# Part -> the cmdlet that reads it, its parameters, and the properties kept (all when none are named).
# One object is expected where Single is set, else a list.
$script:SnapshotParts = [ordered]@{
    publicProviders         = @{ Cmdlet = 'Get-CsPublicProvider' }
    hostingProviders        = @{ Cmdlet = 'Get-CsHostingProvider' }
    externalAccessPolicies  = @{ Cmdlet = 'Get-CsExternalAccessPolicy' }
    accessEdgeConfiguration = @{ Cmdlet = 'Get-CsAccessEdgeConfiguration'; Single = $true }
    sipDomains              = @{ Cmdlet = 'Get-CsSipDomain' }
    edgeServices            = @{ Cmdlet = 'Get-CsService'; Parameters = @{ EdgeServer = $true } }
    registrars              = @{
        Cmdlet = 'Get-CsService'; Parameters = @{ Registrar = $true }; Properties = @('Identity', 'PoolFqdn', 'SiteId')
    }
    replication             = @{ Cmdlet = 'Get-CsManagementStoreReplicationStatus' }
    allowedDomains          = @{ Cmdlet = 'Get-CsAllowedDomain' }
    blockedDomains          = @{ Cmdlet = 'Get-CsBlockedDomain' }
    users                   = @{
        Cmdlet     = 'Get-CsUser'
        Properties = @('Identity', 'SipAddress', 'DisplayName', 'ExternalAccessPolicy', 'RegistrarPool')
    }
}

function Get-DeploymentSnapshot {
    <#
    .SYNOPSIS
    Reads every part. A part that cannot be read is empty and listed in "unreadable"; the others are still returned.
    #>
    param([System.Collections.IDictionary]$Parameters, $Log)

    $snapshot = [ordered]@{ product = $script:Deployment['Product'] }
    $unreadable = [System.Collections.Generic.List[object]]::new()
    foreach ($part in $script:SnapshotParts.Keys) {
        $definition = $script:SnapshotParts[$part]
        $objects = @()
        try { $objects = Read-SnapshotPart $definition $Log }
        catch {
            $unreadable.Add([ordered]@{ part = $part; error = ConvertTo-ErrorData $_ $definition['Cmdlet'] })
        }
        $snapshot[$part] = $objects
        if ($definition['Single']) { $snapshot[$part] = $(if ($objects.Count -gt 0) { $objects[0] }) }
    }
    $snapshot['verificationLevels'] = Get-VerificationLevel
    $snapshot['unreadable'] = $unreadable
    return $snapshot
}

function Read-SnapshotPart {
    param([hashtable]$Definition, $Log)

    $command = Get-ConnectedCommand $Definition['Cmdlet']
    $parameters = $Definition['Parameters']
    if ($null -eq $parameters) { $parameters = @{} }
    $properties = $Definition['Properties']
    $plain = [System.Collections.Generic.List[object]]::new()
    foreach ($object in (Invoke-ConnectedCommand $command $parameters $Log)) {
        if ($null -ne $properties) { $plain.Add((Select-PlainProperty $object $properties)) }
        else { $plain.Add((ConvertTo-PlainValue $object)) }
    }
    return , $plain
}

function Select-PlainProperty {
    <#
    .SYNOPSIS
    The named properties of an object, each as a string or null: identities and policy names are typed objects on a
    server.
    #>
    param($InputObject, [string[]]$Names)

    $result = [ordered]@{}
    foreach ($name in $Names) {
        $property = $InputObject.PSObject.Properties[$name]
        $value = $null
        if ($null -ne $property) { $value = $property.Value }
        if ($null -eq $value) { $result[$name] = $null }
        elseif ($value -is [string]) { $result[$name] = [string]$value }
        else { $result[$name] = ConvertTo-SafeString $value }
    }
    return $result
}

function Get-VerificationLevel {
    <#
    .SYNOPSIS
    Name -> number of the deployment's own verification levels, from the type of New-CsPublicProvider's parameter.
    #>
    $levels = [ordered]@{}
    $command = $script:Deployment['Commands']['New-CsPublicProvider']
    if ($null -eq $command -or -not $command.Parameters.ContainsKey('VerificationLevel')) { return $levels }
    $type = $command.Parameters['VerificationLevel'].ParameterType
    if ($type.IsGenericType) { $type = $type.GetGenericArguments()[0] }
    if (-not $type.IsEnum) { return $levels }
    foreach ($value in [System.Enum]::GetValues($type)) { $levels[$value.ToString()] = [int]$value }
    return $levels
}
