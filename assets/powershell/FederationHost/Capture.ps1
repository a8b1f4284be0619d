# Running one cmdlet with every stream caught, so that nothing of it reaches standard output.
# Tables of this module are read by index and not by member: the engine compiles each name of a member anew, and a first
# request that does without is a tenth faster.

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
