# The deployment that is worked on: its cmdlets, whether they may change it, how many of them have run, and running one.

function New-Deployment {
    <#
    .SYNOPSIS
    A deployment to work on. Commands: name -> command, of the allow-list and no other.
    #>
    param([hashtable]$Commands, $ReadOnly)

    return @{
        Commands = $Commands
        Product  = $null
        ReadOnly = $ReadOnly
        Tally    = [ordered]@{ reads = 0; writes = 0; whatIfs = 0; refusedWrites = 0 }
    }
}

function Get-ConnectedCommand {
    <#
    .SYNOPSIS
    A cmdlet of the deployment's module that may be called now. Every call looks its cmdlet up here, so that none that
    writes is called in a read-only deployment.
    #>
    param([string]$Name)

    if ($script:Deployment['ReadOnly'] -and $script:AllowedCmdlets[$Name] -ne 'reads') {
        $script:Deployment['Tally']['refusedWrites'] += 1
        Stop-Request 'ReadOnly' "The deployment is connected for reading only; $Name was not run." `
            -Category 'PermissionDenied' -Target $Name
    }
    $command = $script:Deployment['Commands'][$Name]
    if ($null -eq $command) {
        Stop-Request 'CmdletNotAvailable' "The deployment's module has no cmdlet $Name." `
            -Category 'ObjectNotFound' -Target $Name
    }
    return $command
}

function Invoke-ConnectedCommand {
    <#
    .SYNOPSIS
    Calls a cmdlet that Get-ConnectedCommand has returned, counts it, and returns its output as one list.
    #>
    param([System.Management.Automation.CommandInfo]$Command, [hashtable]$Parameters, $Log)

    $kind = $script:AllowedCmdlets[[string]$Command]
    if ($null -ne $Parameters['WhatIf']) { $kind = 'whatIfs' }
    # Counted before it runs: one that fails half-way has run.
    $script:Deployment['Tally'][$kind] += 1
    return , (Invoke-CapturedCommand $Command $Parameters $Log)
}

function Get-DeploymentTally {
    <#
    .SYNOPSIS
    tally: how many cmdlets this shell has run on the deployment since connect, by what they do.
    #>
    param([System.Collections.IDictionary]$Parameters, $Log)

    return $script:Deployment['Tally']
}

function New-CaptureLog {
    <#
    .SYNOPSIS
    Where a request gathers what its cmdlets said beside their output. Running is the cmdlet that is running now, for
    errors that name none.
    #>
    return @{
        Warnings = [System.Collections.Generic.List[object]]::new()
        Verbose  = [System.Collections.Generic.List[object]]::new()
        Errors   = [System.Collections.Generic.List[object]]::new()
        Running  = $null
    }
}

function Invoke-CapturedCommand {
    <#
    .SYNOPSIS
    Calls a command with splatted parameters and returns its output as one list; warnings, verbose and information
    messages and non-terminating errors go to the log. A terminating error is thrown on.
    .NOTES
    No [Parameter] here: it would make this an advanced function, and those put their own name into a passing binding
    error's id. A process block and not ForEach-Object: a first call of any cmdlet costs milliseconds.
    #>
    param($Command, [System.Collections.IDictionary]$Parameters, $Log)

    $splat = @{ ErrorAction = 'Stop' }
    foreach ($name in $Parameters.Keys) { $splat[$name] = $Parameters[$name] }
    $output = [System.Collections.Generic.List[object]]::new()
    $Log['Running'] = [string]$Command
    & $Command @splat *>&1 | . {
        process {
            if ($_ -is [System.Management.Automation.WarningRecord]) { $Log['Warnings'].Add($_.Message) }
            elseif ($_ -is [System.Management.Automation.VerboseRecord]) { $Log['Verbose'].Add($_.Message) }
            elseif ($_ -is [System.Management.Automation.DebugRecord]) { $Log['Verbose'].Add($_.Message) }
            elseif ($_ -is [System.Management.Automation.InformationRecord]) {
                $Log['Verbose'].Add([string]$_.MessageData)
            }
            elseif ($_ -is [System.Management.Automation.ErrorRecord]) { $Log['Errors'].Add($_) }
            else { $output.Add($_) }
        }
    }
    $Log['Running'] = $null
    return , $output
}
