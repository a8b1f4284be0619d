# The state file: one JSON document, read and changed only under an exclusive lock, and replaced as a whole.
# The lock is an open file beside it: the operating system releases it when its process ends, however it ends.

$script:LockTimeoutMs = 10000
$script:LockRetryMs = 15

# The text that was parsed last for reading, and what it says; parsing is most of what a read costs.
$script:ParsedText = $null
$script:ParsedState = $null

function Resolve-PracticeStatePath {
    param([AllowNull()][string]$Path, [string]$ProfileName)

    if (-not $Path) { $Path = [System.Environment]::GetEnvironmentVariable('PRACTICE_LYNC_STATE') }
    if (-not $Path) {
        $folder = [System.Environment]::GetFolderPath('LocalApplicationData', 'Create')
        # A file belongs to one profile. The first profile that there was has the name that it had then.
        $file = "$ProfileName.json"
        if ($ProfileName -eq $script:DefaultProfileName) { $file = 'state.json' }
        $Path = [System.IO.Path]::Combine($folder, 'PracticeLync', $file)
    }
    # A relative path counts from the shell's folder, which is not the process's.
    return $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
}

function Initialize-PracticeState {
    <#
    .SYNOPSIS
    Makes the state file when it does not exist, and otherwise proves that it can be used.
    #>
    [void](Use-PracticeState -ReadOnly { })
}

function Use-PracticeState {
    <#
    .SYNOPSIS
    Runs a script block on the state, under the lock, and returns its output. With -Save the changed state is written,
    unless the block throws or returns an error record. With -ReadOnly the block promises to change nothing, and may be
    given the document that was parsed before when the file still holds the same text.
    #>
    param([Parameter(Mandatory = $true)][scriptblock]$Work, [switch]$Save, [switch]$ReadOnly)

    $lock = $null
    try {
        $lock = Lock-PracticeState
        if (-not [System.IO.File]::Exists($script:StatePath)) {
            # Read only now: most imports find a state.
            . "$PSScriptRoot/Site.ps1"
            New-PracticeState
        }
        $state = Read-PracticeState -ReadOnly:$ReadOnly
        $output = @(& $Work $state)
        $isRefused = @($output | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }).Count -gt 0
        if ($Save -and -not $isRefused) { Save-PracticeState $state }
        return $output
    }
    catch [System.IO.IOException], [System.UnauthorizedAccessException] {
        $reason = $_.Exception.GetBaseException().Message
        Stop-Practice 'PracticeStateUnavailable' $script:StatePath ($script:StatePath, $reason)
    }
    finally { if ($null -ne $lock) { $lock.Dispose() } }
}

function Lock-PracticeState {
    <#
    .SYNOPSIS
    Opens the lock file for this process alone, and waits a while for another shell that has it open.
    #>
    [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($script:StatePath))
    $mode = [System.IO.FileMode]::OpenOrCreate
    $access = [System.IO.FileAccess]::ReadWrite
    $share = [System.IO.FileShare]::None
    $waited = [System.Diagnostics.Stopwatch]::StartNew()
    while ($true) {
        try { return [System.IO.File]::Open("$script:StatePath.lock", $mode, $access, $share) }
        catch [System.IO.IOException] {
            if (-not [System.IO.File]::Exists("$script:StatePath.lock")) { throw }
            if ($waited.ElapsedMilliseconds -gt $script:LockTimeoutMs) {
                Stop-Practice 'PracticeStateBusy' $script:StatePath
            }
            [System.Threading.Thread]::Sleep($script:LockRetryMs)
        }
    }
}

function Read-PracticeState {
    param([switch]$ReadOnly)

    $problem = $null
    try {
        $strictUtf8 = [System.Text.UTF8Encoding]::new($false, $true)
        $text = [System.IO.File]::ReadAllText($script:StatePath, $strictUtf8)
        if ($ReadOnly -and $text -ceq $script:ParsedText) { return $script:ParsedState }
        $state = ConvertFrom-JsonText $text
        $problem = Get-StateProblem $state
    }
    catch { $problem = $_.Exception.GetBaseException().Message }
    if ($null -ne $problem) { Stop-Practice 'PracticeStateInvalid' $script:StatePath ($script:StatePath, $problem) }
    $wanted = $script:PracticeProfile.Name
    if ($state.profile -ne $wanted) {
        Stop-Practice 'PracticeStateOfOtherProfile' $script:StatePath ($script:StatePath, $state.profile, $wanted)
    }
    # A document that is going to be changed is not kept: it would no longer be what the text says.
    $script:ParsedText = $null
    $script:ParsedState = $null
    if ($ReadOnly) {
        $script:ParsedText = $text
        $script:ParsedState = $state
    }
    return $state
}

function Save-PracticeState {
    <#
    .SYNOPSIS
    Replaces the file: a temporary file in the same folder, flushed to the disk, then renamed over it.
    #>
    param([System.Collections.IDictionary]$State)

    $temporary = "$script:StatePath.tmp"
    $text = (ConvertTo-Json -InputObject $State -Depth 5) + "`n"
    $bytes = [System.Text.Encoding]::UTF8.GetBytes($text)
    $stream = [System.IO.File]::Create($temporary)
    try {
        $stream.Write($bytes, 0, $bytes.Length)
        $stream.Flush($true)
    }
    finally { $stream.Dispose() }
    if ([System.IO.File]::Exists($script:StatePath)) {
        $noBackup = [System.Management.Automation.Language.NullString]::Value
        [System.IO.File]::Replace($temporary, $script:StatePath, $noBackup)
    }
    else { [System.IO.File]::Move($temporary, $script:StatePath) }
    $script:ParsedText = $text
    $script:ParsedState = $State
}

function Get-PracticeOperatorGroup {
    <#
    .SYNOPSIS
    Names of the Active Directory groups that the person at the shell is in, as an array; null when nobody can tell.
    #>
    $groups = Use-PracticeState -ReadOnly {
        param($State)
        if ($State.Contains('operatorGroups')) { , @($State.operatorGroups) }
    }
    if ($null -eq $groups) { return $null }
    return , [string[]]@($groups)
}

function ConvertTo-StateTime {
    param([System.DateTime]$Utc)

    return $Utc.ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
}

function ConvertFrom-StateTime {
    param([string]$Text)

    $culture = [System.Globalization.CultureInfo]::InvariantCulture
    return [System.DateTime]::Parse($Text, $culture, 'RoundtripKind').ToUniversalTime()
}
