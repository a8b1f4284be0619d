# The one place that every practice cmdlet passes: faults, WhatIf and Confirm, the state, and errors as the shell
# reports them.

function Invoke-PracticeCmdlet {
    <#
    .SYNOPSIS
    Runs a cmdlet's action on the state and returns its output. The action takes the state and the bound parameters;
    where -Instance was given, that is a table of the instance's values. It returns output, or an error record to
    refuse.
    .DESCRIPTION
    A Get- cmdlet, and a New- cmdlet with -InMemory, does not change the state. A refusal is reported without ending the
    pipeline, so that Get-... | Remove-... goes on; only a state file that cannot be used ends it.
    #>
    param(
        [Parameter(Mandatory = $true)][System.Management.Automation.PSCmdlet]$Cmdlet,
        [Parameter(Mandatory = $true)][System.Collections.IDictionary]$Bound,
        [Parameter(Mandatory = $true)][scriptblock]$Action
    )

    $Bound = @{} + $Bound
    $name = $Cmdlet.MyInvocation.MyCommand.Name
    $reads = $name.StartsWith('Get-') -or ($Bound.Contains('InMemory') -and $Bound['InMemory'])
    # Invoke-CsManagementStoreReplication changes no configuration, and has neither WhatIf nor Confirm.
    $changes = -not $reads -and -not $name.StartsWith('Invoke-')

    $fault = Get-PracticeFault $Cmdlet $name
    $kind = $null
    if ($fault) {
        $kind = $fault.kind
        Start-PracticeFault $fault $Cmdlet $name
    }
    if ($Bound.Contains('Instance')) {
        $problem = Get-InstanceProblem $Bound['Instance']
        if ($problem) { return $Cmdlet.WriteError($problem) }
        $Bound['Instance'] = Read-Instance $Bound['Instance']
    }
    if ($changes -and -not $Cmdlet.ShouldProcess((Get-ShouldProcessTarget $Bound))) { return }

    $failure = $null
    try {
        $output = @(Use-PracticeState -Save:(-not $reads -and $kind -ne 'silent') -ReadOnly:$name.StartsWith('Get-') {
            param($State)
            & $Action $State $Bound
            if ($changes) { Register-Change $State }
        })
    }
    catch { $failure = $_ }
    if ($null -ne $failure) { $Cmdlet.ThrowTerminatingError((Copy-PracticeError $failure)) }
    foreach ($item in $output) {
        if ($item -is [System.Management.Automation.ErrorRecord]) { return $Cmdlet.WriteError($item) }
    }
    if ($kind -eq 'partial') { $Cmdlet.ThrowTerminatingError((New-PracticeError 'PracticeFaultAfterChange' $name)) }
    $output
}

function Get-PracticeEntry {
    <#
    .SYNOPSIS
    Runs a Get- cmdlet that returns entries of one section of the state: that of -Identity, those of -Filter, or all.
    #>
    param(
        [System.Management.Automation.PSCmdlet]$Cmdlet,
        [System.Collections.IDictionary]$Bound,
        [string]$Section,
        [string]$NotFound
    )

    Invoke-PracticeCmdlet $Cmdlet $Bound {
        param($State, $Bound)
        Select-PracticeEntry $State $Section $Bound $NotFound
    }
}

function Get-ShouldProcessTarget {
    param([hashtable]$Bound)

    if ($Bound.Contains('Instance')) { return [string]$Bound['Instance']['Identity'] }
    if ($Bound.Contains('Identity')) { return [string]$Bound['Identity'] }
    return 'Global'
}

function Copy-PracticeError {
    <#
    .SYNOPSIS
    A caught error as a fresh record, which takes the name of the cmdlet that reports it into its id.
    #>
    param([System.Management.Automation.ErrorRecord]$Failure)

    return [System.Management.Automation.ErrorRecord]::new(
        $Failure.Exception, $Failure.FullyQualifiedErrorId, $Failure.CategoryInfo.Category, $Failure.TargetObject)
}
