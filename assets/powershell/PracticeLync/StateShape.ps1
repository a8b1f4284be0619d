# Is a document that was read from the state file a state? Anyone may have edited it, or it may be another file altogether.

# Section -> the kinds of object whose properties its entries have.
$script:ListSections = [ordered]@{
    publicProviders        = @('publicProviders')
    hostingProviders       = @('hostingProviders')
    externalAccessPolicies = @('externalAccessPolicies')
    sipDomains             = @('sipDomains')
    edgeServices           = @('edgeServices')
    otherServices          = @('otherServices')
    allowedDomains         = @('allowedDomains')
    blockedDomains         = @('blockedDomains')
    users                  = @('users')
}
$script:AccessEdgeKinds = @('accessEdgeDnsSrvRouting', 'accessEdgeDefaultRouting')

function Get-StateProblem {
    <#
    .SYNOPSIS
    The first thing that is wrong with a state, as a sentence; nothing when it is right.
    #>
    param([AllowNull()]$State)

    if ($State -isnot [System.Collections.IDictionary]) { return 'It is not a JSON object.' }
    if ($State['version'] -ne 1 -or $State['version'] -isnot [int]) { return 'Its version is not 1.' }
    if ($State['profile'] -isnot [string] -or $State['profile'] -ne $script:ProfileName) {
        return "It was not made for the profile $($script:ProfileName)."
    }
    $lag = $State['replicationLagSeconds']
    if (($lag -isnot [int] -and $lag -isnot [double]) -or $lag -lt 0) { return 'replicationLagSeconds is not a number of seconds.' }
    if (-not (Test-StringList $State['sites'])) { return 'sites is not a list of names.' }
    foreach ($section in $script:ListSections.Keys) {
        $problem = Get-ListProblem $State $section $script:ListSections[$section]
        if ($null -ne $problem) { return $problem }
    }
    $edge = $State['accessEdgeConfiguration']
    $problem = Get-EntryProblem 'accessEdgeConfiguration' $edge (Get-KindProperty $script:AccessEdgeKinds)
    if ($null -ne $problem) { return $problem }
    if ($edge.RoutingMethod -notin 'UseDnsSrvRouting', 'UseDefaultRouting') { return 'RoutingMethod is not a routing method.' }
    return Get-ReplicationProblem $State
}

function Get-KindProperty {
    param([string[]]$Kinds)

    return @(foreach ($kind in $Kinds) { $script:PracticeProfile.Properties[$kind] }) | Select-Object -Unique
}

function Get-ListProblem {
    param([System.Collections.IDictionary]$State, [string]$Section, [string[]]$Kinds)

    if ($State[$Section] -isnot [System.Collections.IList]) { return "$Section is not a list." }
    $names = @(Get-KindProperty $Kinds)
    foreach ($entry in $State[$Section]) {
        $problem = Get-EntryProblem $Section $entry $names
        if ($null -ne $problem) { return $problem }
        if (-not $entry.Identity) { return "$Section has an entry without an Identity." }
    }
}

function Get-EntryProblem {
    param([string]$Section, [AllowNull()]$Entry, [string[]]$Names)

    if ($Entry -isnot [System.Collections.IDictionary]) { return "$Section holds something that is not an object." }
    foreach ($name in $Names) {
        if (-not $Entry.Contains($name)) { return "$Section lacks the property $name." }
        $value = $Entry[$name]
        $fits = switch ($script:ObjectTypes.PropertyTypes[$name]) {
            'bool' { $value -is [bool] }
            'uint32' { ($value -is [int] -or $value -is [long]) -and $value -ge 0 -and $value -le [uint32]::MaxValue }
            'list' { Test-StringList $value }
            'VerificationLevel' { $value -is [string] -and $value -cin $script:VerificationLevelNames }
            default { $null -eq $value -or $value -is [string] }
        }
        if (-not $fits) { return "$Section has a wrong value for $name." }
    }
}

function Get-ReplicationProblem {
    param([System.Collections.IDictionary]$State)

    if ($State['replicas'] -isnot [System.Collections.IList]) { return 'replicas is not a list.' }
    foreach ($replica in $State.replicas) {
        $problem = Get-EntryProblem 'replicas' $replica @('ReplicaFqdn', 'ProductVersion', 'changedAt', 'previousReportAt')
        if ($null -ne $problem) { return $problem }
        foreach ($name in 'changedAt', 'previousReportAt') {
            $time = [System.DateTime]::MinValue
            if ($replica[$name] -and -not [System.DateTime]::TryParse($replica[$name], [ref]$time)) { return "replicas: $name is not a time." }
        }
        if (-not $replica.changedAt) { return 'replicas: changedAt is missing.' }
    }
    return Get-EntryProblem 'centralManagementStore' $State['centralManagementStore'] (
        'ActiveMasterFqdn', 'ActiveFileTransferAgents', 'DeletedReplicas')
}

function Test-StringList {
    param([AllowNull()]$Value)

    if ($Value -isnot [System.Collections.IList]) { return $false }
    foreach ($item in $Value) { if ($item -isnot [string]) { return $false } }
    return $true
}
