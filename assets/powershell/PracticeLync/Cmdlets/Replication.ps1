# Replication of the Central Management Store to the servers: it lags behind every change by the state's
# replicationLagSeconds.

# Set by the fault replication-stuck, for the rest of the process: no replica becomes up to date.
$script:ReplicationStuck = $false

function Get-CsManagementStoreReplicationStatus {
    <#
    .SYNOPSIS
    Tells for each replica whether it has the latest changes; or the status of the store itself.
    .EXAMPLE
    Get-CsManagementStoreReplicationStatus

    The status of every replica.
    .EXAMPLE
    Get-CsManagementStoreReplicationStatus | Where-Object { $_.UpToDate -eq $false }

    The replicas that are behind.
    .EXAMPLE
    Get-CsManagementStoreReplicationStatus -ReplicaFqdn edge.contoso.com

    One replica.
    .EXAMPLE
    Get-CsManagementStoreReplicationStatus -CentralManagementStoreStatus

    The store itself.
    #>
    [CmdletBinding()]
    param()
    dynamicparam { New-PracticeParameter 'Discovery' 'Get-CsManagementStoreReplicationStatus' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            if ($Bound['CentralManagementStoreStatus']) {
                $status = [ordered]@{ ActiveReplicas = @($State.replicas | ForEach-Object { $_.ReplicaFqdn }) }
                $store = $State.centralManagementStore
                foreach ($name in $store.Keys) { $status[$name] = $store[$name] }
                return ConvertTo-PracticeObject 'storeStatus' $status
            }
            $replicas = @(Select-Replica $State $Bound)
            if ($replicas.Count -eq 0) { return New-PracticeError 'ReplicaNotFound' $Bound['ReplicaFqdn'] }
            foreach ($replica in $replicas) {
                ConvertTo-PracticeObject 'replicaStates' (Get-ReplicaStatus $State $replica)
            }
        }
    }
}

function Invoke-CsManagementStoreReplication {
    <#
    .SYNOPSIS
    Forces full replication to one replica or to all.
    .EXAMPLE
    Invoke-CsManagementStoreReplication

    To every replica.
    .EXAMPLE
    Invoke-CsManagementStoreReplication -ReplicaFqdn edge.contoso.com

    To one replica.
    #>
    [CmdletBinding()]
    param()
    dynamicparam { New-PracticeParameter 'Discovery' 'Invoke-CsManagementStoreReplication' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $replicas = @(Select-Replica $State $Bound)
            if ($replicas.Count -eq 0) { return New-PracticeError 'ReplicaNotFound' $Bound['ReplicaFqdn'] }
            foreach ($replica in $replicas) { Register-ReplicaChange $State $replica }
        }
    }
}

function Select-Replica {
    <#
    .SYNOPSIS
    The replica that -ReplicaFqdn names, or all; nothing when there is none of that name.
    #>
    param([System.Collections.IDictionary]$State, [hashtable]$Bound)

    if (-not $Bound['ReplicaFqdn']) { return $State.replicas }
    return $State.replicas | Where-Object { $_.ReplicaFqdn -eq $Bound['ReplicaFqdn'] }
}

function Register-Change {
    <#
    .SYNOPSIS
    Notes that the configuration has changed: every replica is behind from now on.
    #>
    param([System.Collections.IDictionary]$State)

    foreach ($replica in $State.replicas) { Register-ReplicaChange $State $replica }
}

function Register-ReplicaChange {
    <#
    .SYNOPSIS
    Notes that a replica is behind from now on.
    #>
    param([System.Collections.IDictionary]$State, [System.Collections.IDictionary]$Replica)

    $Replica.previousReportAt = ConvertTo-StateTime (Get-ReplicaStatus $State $Replica).LastStatusReport
    $Replica.changedAt = ConvertTo-StateTime ([System.DateTime]::UtcNow)
}

function Get-ReplicaStatus {
    <#
    .SYNOPSIS
    What a replica reports now. It reports when it has caught up, and again at each full minute; while it is behind, its
    last report is the one before the change. Times are in UTC.
    #>
    param([System.Collections.IDictionary]$State, [System.Collections.IDictionary]$Replica)

    $now = [System.DateTime]::UtcNow
    $changed = ConvertFrom-StateTime $Replica.changedAt
    $caughtUp = $changed.AddSeconds($State.replicationLagSeconds)
    $isUpToDate = $caughtUp -le $now -and -not $script:ReplicationStuck
    $report = $caughtUp
    if ($isUpToDate) {
        $minute = [System.DateTime]::new($now.Ticks - $now.Ticks % [System.TimeSpan]::TicksPerMinute, 'Utc')
        if ($minute -gt $caughtUp) { $report = $minute }
    }
    elseif ($Replica.previousReportAt) { $report = ConvertFrom-StateTime $Replica.previousReportAt }
    else { $report = $changed }
    return [ordered]@{
        UpToDate           = $isUpToDate
        ReplicaFqdn        = $Replica.ReplicaFqdn
        LastStatusReport   = $report
        LastUpdateCreation = $changed
        ProductVersion     = $Replica.ProductVersion
    }
}
