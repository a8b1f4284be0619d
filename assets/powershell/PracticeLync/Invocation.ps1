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
    param($Cmdlet, $Bound, $Action)

    $Bound = @{} + $Bound
    $name = $Cmdlet.MyInvocation.MyCommand.Name
    $onlyReads = $name -like 'Get-*'
    $saves = -not $onlyReads -and -not $Bound['InMemory']
    # Invoke-CsManagementStoreReplication changes no configuration, and has neither WhatIf nor Confirm.
    $changes = $saves -and $name -notlike 'Invoke-*'

    $fault = $null
    if ($null -ne $script:Faults) { $fault = Invoke-PracticeFault $Cmdlet $name }
    if ($Bound.Contains('Instance')) {
        $problem = Get-InstanceProblem $Bound['Instance']
        if ($null -ne $problem) { return $Cmdlet.WriteError($problem) }
        $Bound['Instance'] = Read-Instance $Bound['Instance']
    }
    if ($changes -and -not $Cmdlet.ShouldProcess((Get-ShouldProcessTarget $Bound))) { return }

    $failure = $null
    $output = $null
    try {
        $output = Use-PracticeState -Save ($saves -and $fault -ne 'silent') -ReadOnly $onlyReads {
            param($State)
            & $Action $State $Bound
            if ($changes) { Register-Change $State }
        }
    }
    catch { $failure = $_ }
    if ($null -ne $failure) { $Cmdlet.ThrowTerminatingError((Copy-PracticeError $failure)) }
    foreach ($item in $output) {
        if ($item -is [System.Management.Automation.ErrorRecord]) { return $Cmdlet.WriteError($item) }
    }
    if ($fault -eq 'partial') { $Cmdlet.ThrowTerminatingError((New-PracticeError 'PracticeFaultAfterChange' $name)) }
    $output
}

function Get-PracticeEntry {
    <#
    .SYNOPSIS
    Runs a Get- cmdlet that returns entries of one section of the state: that of -Identity, those of -Filter, or all.
    #>
    param($Cmdlet, $Bound, $Section, $NotFound)

    Invoke-PracticeCmdlet $Cmdlet $Bound {
        param($State, $Bound)
        Select-PracticeEntry $State $Section $Bound $NotFound
    }
}

function Get-ShouldProcessTarget {
    param($Bound)

    if ($Bound.Contains('Instance')) { return [string]$Bound['Instance']['Identity'] }
    if ($Bound.Contains('Identity')) { return [string]$Bound['Identity'] }
    return 'Global'
}

function Stop-Practice {
    <#
    .SYNOPSIS
    Throws an error of the table: for what no cmdlet can go on from, such as a state file that cannot be used.
    #>
    param($Id, $Target, $Values = @($Target))

    throw (New-PracticeError $Id $Target $Values)
}

# Id -> category and text of every error; read when the first one is made.
$script:PracticeErrors = $null

function New-PracticeError {
    <#
    .SYNOPSIS
    An error of the table as a record, its text filled in with the values, or with the target when there are none. A
    cmdlet's action returns it instead of its output; Invoke-PracticeCmdlet reports it.
    .NOTES
    Refusals are data, not exceptions: PowerShell notes even a caught exception in the caller's -ErrorVariable and
    $Error.
    #>
    param($Id, $Target, [object[]]$Values = @($Target))

    if ($null -eq $script:PracticeErrors) { $script:PracticeErrors = . "$PSScriptRoot/Reference/Errors.ps1" }
    $definition = $script:PracticeErrors[$Id]
    $message = [string]::Format([System.Globalization.CultureInfo]::InvariantCulture, $definition.Text, $Values)
    $exception = switch ($definition.Category) {
        'ObjectNotFound' { [System.Management.Automation.ItemNotFoundException]::new($message) }
        'InvalidArgument' { [System.ArgumentException]::new($message) }
        'InvalidData' { [System.IO.InvalidDataException]::new($message) }
        'PermissionDenied' { [System.UnauthorizedAccessException]::new($message) }
        default { [System.InvalidOperationException]::new($message) }
    }
    return [System.Management.Automation.ErrorRecord]::new($exception, $Id, $definition.Category, $Target)
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
