# Faults on purpose. A faults file is a JSON list of { "cmdlet", "call", "kind" }: at the call-th call of that cmdlet in
# this process (1 = the first) the fault of that kind happens, once.

$script:FaultKinds = @('error', 'access-denied', 'hang', 'exit', 'kill', 'silent', 'partial', 'slow', 'garbage',
    'replication-stuck')
$script:FaultLastCall = @{}
# Set by replication-stuck, for the rest of the process: no replica becomes up to date.
$script:ReplicationStuck = $false

function Import-PracticeFault {
    param([AllowNull()][string]$Path)

    if (-not $Path) { return , @() }
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
        }
    }
    catch { Stop-Practice 'PracticeFaultsInvalid' $full ($full, $_.Exception.GetBaseException().Message) }
    return , $faults
}

function Get-PracticeFault {
    <#
    .SYNOPSIS
    The kind of the fault that this call of a cmdlet is to suffer; nothing for a healthy call.
    #>
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Name)

    if ($script:Faults.Count -eq 0) { return }
    # A call that processes many pipeline objects is one call.
    if ([object]::ReferenceEquals($script:FaultLastCall[$Name], $Cmdlet)) { return }
    $script:FaultLastCall[$Name] = $Cmdlet
    $calls = Add-PracticeFaultCall $Name
    foreach ($fault in $script:Faults) {
        if ($fault.cmdlet -eq $Name -and $fault.call -eq $calls) { return $fault.kind }
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
    return @([System.IO.File]::ReadAllLines($path) | Where-Object { $_ -eq $Name }).Count
}

function Start-PracticeFault {
    <#
    .SYNOPSIS
    Does what a fault does before the cmdlet's own work. The kinds silent and partial act in Invoke-PracticeCmdlet.
    #>
    param([string]$Kind, [System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Name)

    switch ($Kind) {
        'error' { $Cmdlet.ThrowTerminatingError((New-PracticeError 'PracticeFault' $Name)) }
        'access-denied' { $Cmdlet.ThrowTerminatingError((New-PracticeError 'AccessDenied' $Name)) }
        'hang' { [System.Threading.Thread]::Sleep([System.Threading.Timeout]::Infinite) }
        'slow' { [System.Threading.Thread]::Sleep(2000) }
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
