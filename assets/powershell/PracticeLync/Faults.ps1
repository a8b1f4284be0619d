# Faults on purpose. A faults file is a JSON list of { "cmdlet", "call", "kind" }: at the call-th call of that cmdlet on
# this deployment (1 = the first) the fault of that kind happens, once. "seconds" beside them is how long slow takes.

$script:FaultKinds = @('error', 'access-denied', 'hang', 'exit', 'kill', 'silent', 'partial', 'slow', 'garbage',
    'replication-stuck')
# How long slow takes where the file does not say, and at most.
$script:SlowSeconds = 2
$script:SlowSecondsLimit = 3600
$script:FaultLastCall = @{}

function Import-PracticeFault {
    param([string]$Path)

    $full = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
    try {
        $faults = ConvertFrom-JsonText ([System.IO.File]::ReadAllText($full))
        if ($faults -isnot [System.Collections.IList]) { throw [System.FormatException]::new('It is not a JSON list.') }
        foreach ($fault in $faults) {
            $isFault = $fault -is [System.Collections.IDictionary] -and $fault['cmdlet'] -is [string] -and
                $fault['call'] -is [int] -and $fault['call'] -ge 1 -and $fault['kind'] -cin $script:FaultKinds
            if (-not $isFault) {
                throw [System.FormatException]::new("Each entry needs cmdlet, call and kind; kinds: $script:FaultKinds.")
            }
            if (-not (Test-FaultLength $fault)) {
                throw [System.FormatException]::new("seconds is a number from 0 to $script:SlowSecondsLimit.")
            }
        }
    }
    catch { Stop-Practice 'PracticeFaultsInvalid' $full ($full, $_.Exception.GetBaseException().Message) }
    return , $faults
}

function Test-FaultLength {
    param([System.Collections.IDictionary]$Fault)

    if (-not $Fault.Contains('seconds')) { return $true }
    $seconds = $Fault['seconds']
    $isNumber = $seconds -is [int] -or $seconds -is [double]
    return $isNumber -and $seconds -ge 0 -and $seconds -le $script:SlowSecondsLimit
}

function Invoke-PracticeFault {
    <#
    .SYNOPSIS
    Plays the fault that this call of a cmdlet is to suffer, if any, and returns its kind; nothing for a healthy call.
    #>
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Name)

    $fault = Get-PracticeFault $Cmdlet $Name
    if ($null -eq $fault) { return }
    Start-PracticeFault $fault $Cmdlet $Name
    return $fault.kind
}

function Get-PracticeFault {
    <#
    .SYNOPSIS
    The fault that this call of a cmdlet is to suffer, as the faults file has it; nothing for a healthy call.
    #>
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Name)

    # A call that processes many pipeline objects is one call.
    if ([object]::ReferenceEquals($script:FaultLastCall[$Name], $Cmdlet)) { return }
    $script:FaultLastCall[$Name] = $Cmdlet
    $calls = Add-PracticeFaultCall $Name
    foreach ($fault in $script:Faults) {
        if ($fault.cmdlet -eq $Name -and $fault.call -eq $calls) { return $fault }
    }
}

function Add-PracticeFaultCall {
    <#
    .SYNOPSIS
    Notes one more call of a cmdlet and returns how many there were, those of earlier shells included.
    #>
    param([string]$Name)

    $path = "$script:StatePath.calls"
    [System.IO.File]::AppendAllText($path, "$Name`n")
    $calls = 0
    # No pipeline: with a long list it would cost more than the call itself.
    foreach ($line in [System.IO.File]::ReadAllLines($path)) { if ($line -eq $Name) { $calls++ } }
    return $calls
}

function Start-PracticeFault {
    <#
    .SYNOPSIS
    Does what a fault does before the cmdlet's own work. The kinds silent and partial act in Invoke-PracticeCmdlet.
    #>
    param(
        [System.Collections.IDictionary]$Fault,
        [System.Management.Automation.PSCmdlet]$Cmdlet,
        [string]$Name
    )

    switch ($Fault.kind) {
        'error' { $Cmdlet.ThrowTerminatingError((New-PracticeError 'PracticeFault' $Name)) }
        'access-denied' { $Cmdlet.ThrowTerminatingError((New-PracticeError 'AccessDenied' $Name)) }
        'hang' { [System.Threading.Thread]::Sleep([System.Threading.Timeout]::Infinite) }
        'slow' { Start-SlowFault $Fault }
        'exit' { [System.Environment]::Exit(3) }
        'kill' {
            [System.Diagnostics.Process]::GetCurrentProcess().Kill()
            # The signal arrives a moment later; no work may be done in that moment.
            [System.Threading.Thread]::Sleep([System.Threading.Timeout]::Infinite)
        }
        'garbage' {
            [System.Console]::Out.WriteLine("noise <<FEDERATION:0>>> from $Name")
            [System.Console]::Error.WriteLine("noise from $Name")
        }
        'replication-stuck' { $script:ReplicationStuck = $true }
    }
}

function Start-SlowFault {
    param([System.Collections.IDictionary]$Fault)

    $seconds = $script:SlowSeconds
    if ($Fault.Contains('seconds')) { $seconds = $Fault['seconds'] }
    [System.Threading.Thread]::Sleep([System.TimeSpan]::FromSeconds($seconds))
}
