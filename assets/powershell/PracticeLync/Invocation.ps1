# The one place that every practice cmdlet passes: faults, WhatIf and Confirm, the state, and errors as the shell reports them.

function Invoke-PracticeCmdlet {
    <#
    .SYNOPSIS
    Runs a cmdlet's action on the state and returns its output. The action takes the state and the bound parameters.
    .DESCRIPTION
    A Get- cmdlet, and a New- cmdlet with -InMemory, does not change the state. An error of the action is reported without ending
    the pipeline, so that Get-... | Remove-... goes on; only a state file that cannot be used ends it.
    #>
    param(
        [Parameter(Mandatory = $true)][System.Management.Automation.PSCmdlet]$Cmdlet,
        [Parameter(Mandatory = $true)][System.Collections.IDictionary]$Bound,
        [Parameter(Mandatory = $true)][scriptblock]$Action
    )

    $Bound = @{} + $Bound
    $name = $Cmdlet.MyInvocation.MyCommand.Name
    $reads = $name.StartsWith('Get-') -or ($Bound.Contains('InMemory') -and $Bound['InMemory'])
    $fault = Get-PracticeFault $Cmdlet $name
    if ($fault) { Start-PracticeFault $fault $Cmdlet $name }
    # Invoke-CsManagementStoreReplication changes no configuration, and has neither WhatIf nor Confirm.
    $changes = -not $reads -and -not $name.StartsWith('Invoke-')
    if ($changes -and -not $Cmdlet.ShouldProcess((Get-ShouldProcessTarget $Bound))) { return }

    $failure = $null
    $output = @()
    try {
        $output = @(Use-PracticeState -Save:(-not $reads -and $fault -ne 'silent') {
            param($State)
            & $Action $State $Bound
            if ($changes) { Register-Change $State }
        })
    }
    catch { $failure = $_ }
    if ($null -ne $failure) { Write-PracticeError $Cmdlet $failure }
    elseif ($fault -eq 'partial') { $Cmdlet.ThrowTerminatingError((New-PracticeError 'PracticeFaultAfterChange' $name)) }
    else { $output }
}

function Get-ShouldProcessTarget {
    param([System.Collections.IDictionary]$Bound)

    if ($Bound.Contains('Identity')) { return [string]$Bound['Identity'] }
    if ($Bound.Contains('Instance') -and $null -ne $Bound['Instance'].PSObject.Properties['Identity']) {
        return [string]$Bound['Instance'].Identity
    }
    return 'Global'
}

function Write-PracticeError {
    <#
    .SYNOPSIS
    Reports an action's error as the cmdlet's own: its id becomes "<id>,<cmdlet>".
    #>
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [System.Management.Automation.ErrorRecord]$Failure)

    $id = $Failure.FullyQualifiedErrorId
    $record = [System.Management.Automation.ErrorRecord]::new(
        $Failure.Exception, $id, $Failure.CategoryInfo.Category, $Failure.TargetObject)
    $isRefusal = $script:PracticeErrors.ContainsKey($id) -and -not $id.StartsWith('Practice')
    if ($isRefusal) { $Cmdlet.WriteError($record) } else { $Cmdlet.ThrowTerminatingError($record) }
}
