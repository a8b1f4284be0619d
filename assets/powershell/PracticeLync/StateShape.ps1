# Is a document that was read from the state file a state? Anyone may have edited it, or it may be another file
# altogether.

# Sections that are lists of objects; each is named like the kind of its objects.
$script:ListSections = @('publicProviders', 'hostingProviders', 'externalAccessPolicies', 'sipDomains', 'edgeServices',
    'otherServices', 'allowedDomains', 'blockedDomains', 'users')

# Type of a property -> the .NET type that its JSON value is read as. A string may also be null.
$script:StateTypes = @{
    string            = [string]
    bool              = [bool]
    uint32            = [int]
    VerificationLevel = [string]
    datetime          = [string]
    list              = [System.Collections.Generic.List[object]]
}

function Get-StateProblem {
    <#
    .SYNOPSIS
    The first thing that is wrong with a state, as a sentence; nothing when it is right, or of another product.
    #>
    param([AllowNull()]$State)

    if ($State -isnot [System.Collections.IDictionary]) { return 'It is not a JSON object.' }
    if ($State['version'] -ne 1) { return 'Its version is not 1.' }
    if ($State['profile'] -isnot [string]) { return 'It names no profile.' }
    # Another product's state cannot be judged, and need not be: it is none for this product.
    if ($State.profile -ne $script:PracticeProfile.Name) { return }
    $lag = $State['replicationLagSeconds']
    if (($lag -isnot [int] -and $lag -isnot [double]) -or $lag -lt 0) {
        return 'replicationLagSeconds is not a number of seconds.'
    }
    if (-not (Test-StringList $State['sites'])) { return 'sites is not a list of names.' }
    # Optional: without it, nobody can tell which groups the person at the shell is in.
    if ($State.Contains('operatorGroups') -and -not (Test-StringList $State['operatorGroups'])) {
        return 'operatorGroups is not a list of names.'
    }
    foreach ($section in $script:ListSections) {
        $problem = Get-ListProblem $section $State[$section]
        if ($problem) { return $problem }
    }
    $edge = $State['accessEdgeConfiguration']
    foreach ($kind in 'accessEdgeDnsSrvRouting', 'accessEdgeDefaultRouting') {
        $problem = Get-EntryProblem 'accessEdgeConfiguration' $edge $script:PracticeProfile.Properties[$kind]
        if ($problem) { return $problem }
    }
    if ($edge.RoutingMethod -notin 'UseDnsSrvRouting', 'UseDefaultRouting') {
        return 'RoutingMethod is not a routing method.'
    }
    return Get-ReplicationProblem $State
}

function Get-ListProblem([string]$Section, $Entries) {
    if ($Entries -isnot [System.Collections.IList]) { return "$Section is not a list." }
    foreach ($entry in $Entries) {
        $problem = Get-EntryProblem $Section $entry $script:PracticeProfile.Properties[$Section]
        if ($problem) { return $problem }
        if (-not $entry.Identity) { return "$Section has an entry without an Identity." }
    }
}

function Get-EntryProblem([string]$Section, $Entry, [string[]]$Names) {
    if ($Entry -isnot [System.Collections.IDictionary]) { return "$Section holds something that is not an object." }
    foreach ($name in $Names) {
        $value = $Entry[$name]
        $type = $script:Objects.PropertyTypes[$name]
        if ($null -eq $value) {
            if ($type -or -not $Entry.Contains($name)) { return "$Section lacks a value for $name." }
            continue
        }
        if (-not $type) { $type = 'string' }
        $fits = $value.GetType() -eq $script:StateTypes[$type]
        if ($type -eq 'VerificationLevel') { $fits = $fits -and $value -cin $script:VerificationLevelNames }
        if ($type -eq 'uint32') { $fits = $fits -and $value -ge 0 }
        if (-not $fits) { return "$Section has a wrong value for $name." }
    }
}

function Get-ReplicationProblem {
    param([System.Collections.IDictionary]$State)

    if ($State['replicas'] -isnot [System.Collections.IList]) { return 'replicas is not a list.' }
    $names = @('ReplicaFqdn', 'ProductVersion', 'changedAt', 'previousReportAt')
    foreach ($replica in $State.replicas) {
        $problem = Get-EntryProblem 'replicas' $replica $names
        if ($problem) { return $problem }
        foreach ($name in 'changedAt', 'previousReportAt') {
            $time = [System.DateTime]::MinValue
            if ($replica[$name] -and -not [System.DateTime]::TryParse($replica[$name], [ref]$time)) {
                return "replicas: $name is not a time."
            }
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
