# Is a document that was read from the state file a state? Anyone may have edited it, or it may be another file
# altogether.

# Sections that are lists of objects; each is named like the kind of its objects.
$script:ListSections = @('publicProviders', 'hostingProviders', 'externalAccessPolicies', 'sipDomains', 'edgeServices',
    'otherServices', 'allowedDomains', 'blockedDomains', 'users')

# Type of a property -> the .NET type that its JSON value is read as. All others are strings or null.
$script:StateTypes = @{
    bool              = [bool]
    uint32            = [int]
    VerificationLevel = [string]
    datetime          = [string]
    list              = [System.Collections.IList]
}

function Get-StateProblem {
    <#
    .SYNOPSIS
    The first thing that is wrong with a state, as a sentence; nothing when it is right, or of another product.
    #>
    param($State)

    if ($State -isnot [System.Collections.IDictionary]) { return 'It is not a JSON object.' }
    if ($State['version'] -ne 1) { return 'Its version is not 1.' }
    if ($State['profile'] -isnot [string]) { return 'It names no profile.' }
    # Another product's state cannot be judged, and need not be: it is none for this product.
    if ($State['profile'] -ne $script:PracticeProfile['Name']) { return }
    $lag = $State['replicationLagSeconds']
    if (($lag -isnot [int] -and $lag -isnot [double]) -or $lag -lt 0) {
        return 'replicationLagSeconds is not a number of seconds.'
    }
    if (-not (Test-StringList $State['sites'])) { return 'sites is not a list of names.' }
    # Optional: without it, nobody can tell which groups the person at the shell is in.
    if ($State.Contains('operatorGroups') -and -not (Test-StringList $State['operatorGroups'])) {
        return 'operatorGroups is not a list of names.'
    }
    $namesOf = $script:PracticeProfile['Properties']
    foreach ($section in $script:ListSections) {
        if ($State[$section] -isnot [System.Collections.IList]) { return "$section is not a list." }
        $problem = Get-EntryProblem $section $State[$section] $namesOf[$section]
        if ($null -ne $problem) { return $problem }
        foreach ($entry in $State[$section]) {
            if (-not $entry['Identity']) { return "$section has an entry without an Identity." }
        }
    }
    $edge = $State['accessEdgeConfiguration']
    foreach ($kind in 'accessEdgeDnsSrvRouting', 'accessEdgeDefaultRouting') {
        $problem = Get-EntryProblem 'accessEdgeConfiguration' @($edge) $namesOf[$kind]
        if ($null -ne $problem) { return $problem }
    }
    if ($edge['RoutingMethod'] -notin 'UseDnsSrvRouting', 'UseDefaultRouting') {
        return 'RoutingMethod is not a routing method.'
    }
    return Get-ReplicationProblem $State
}

function Get-EntryProblem {
    <#
    .SYNOPSIS
    The first thing that is wrong with the entries of a section, of which each has these properties.
    .NOTES
    One call a section: a call takes as much memory as a hundred values.
    #>
    param($Section, $Entries, $Names)

    $types = $script:Objects['PropertyTypes']
    foreach ($entry in $Entries) {
        if ($entry -isnot [System.Collections.IDictionary]) { return "$Section holds something that is not an object." }
        foreach ($name in $Names) {
            $value = $entry[$name]
            $type = $types[$name]
            # Most values are strings.
            if ($null -eq $type -and $value -is [string]) { continue }
            if ($null -eq $value) {
                if ($null -ne $type -or -not $entry.Contains($name)) { return "$Section lacks a value for $name." }
                continue
            }
            $fits = $null -ne $type -and $value -is $script:StateTypes[$type]
            if ($type -eq 'VerificationLevel') { $fits = $fits -and $value -cin $script:VerificationLevelNames }
            if ($type -eq 'uint32') { $fits = $fits -and $value -ge 0 }
            if (-not $fits) { return "$Section has a wrong value for $name." }
        }
    }
}

function Get-ReplicationProblem {
    param($State)

    if ($State['replicas'] -isnot [System.Collections.IList]) { return 'replicas is not a list.' }
    $names = 'ReplicaFqdn', 'ProductVersion', 'changedAt', 'previousReportAt'
    $problem = Get-EntryProblem 'replicas' $State['replicas'] $names
    if ($null -ne $problem) { return $problem }
    foreach ($replica in $State['replicas']) {
        if (-not $replica['changedAt']) { return 'replicas: changedAt is missing.' }
        foreach ($name in 'changedAt', 'previousReportAt') {
            if ($replica[$name] -and $null -eq ($replica[$name] -as [datetime])) {
                return "replicas: $name is not a time."
            }
        }
    }
    return Get-EntryProblem 'centralManagementStore' @($State['centralManagementStore']) (
        'ActiveMasterFqdn', 'ActiveFileTransferAgents', 'DeletedReplicas')
}

function Test-StringList {
    param($Value)

    if ($Value -isnot [System.Collections.IList]) { return $false }
    foreach ($item in $Value) { if ($item -isnot [string]) { return $false } }
    return $true
}
