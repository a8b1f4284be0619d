# The deployment that is worked on: its cmdlets, whether they may change it, and how many of them have run.

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
