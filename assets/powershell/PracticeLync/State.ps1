# The state file: one JSON document, read and changed only under an exclusive lock, and replaced as a whole.
# The lock is an open file beside it: the operating system releases it when its process ends, however it ends.

$script:LockTimeoutMs = 10000
$script:LockRetryMs = 15

# What the file was seen to hold last, and what that says: parsing and proving it is most of what a call costs. The text
# is read anew each time and compared as a whole, so that no change of another process is ever missed.
$script:ParsedText = $null
$script:ParsedState = $null
$script:ByCharacter = [System.StringComparer]::Ordinal

function Resolve-PracticeStatePath {
    param($Path, $ProfileName)

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
    [void](Use-PracticeState -ReadOnly $true { })
}

function Use-PracticeState {
    <#
    .SYNOPSIS
    Runs a script block on the state, under the lock, and returns its output. With -Save the changed state is written,
    unless the block throws or returns an error record. With -ReadOnly the block promises to change nothing.
    #>
    param($Work, $Save, $ReadOnly)

    $lock = $null
    try {
        $lock = Lock-PracticeState
        if (-not [System.IO.File]::Exists($script:StatePath)) {
            # Read only now: most imports find a state.
            . "$PSScriptRoot/Site.ps1"
            New-PracticeState
        }
        $state = Read-PracticeState
        # A document that may be changed is no longer what the text says, until it is saved.
        if (-not $ReadOnly) { $script:ParsedText = $null }
        $output = & $Work $state
        foreach ($item in $output) { if ($item -is [System.Management.Automation.ErrorRecord]) { $Save = $false } }
        if ($Save) { Save-PracticeState $state }
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
    $waited = $null
    while ($true) {
        try {
            return [System.IO.File]::Open("$script:StatePath.lock", [System.IO.FileMode]::OpenOrCreate,
                [System.IO.FileAccess]::ReadWrite, [System.IO.FileShare]::None)
        }
        catch [System.IO.DirectoryNotFoundException] {
            [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($script:StatePath))
        }
        catch [System.IO.IOException] {
            if (-not [System.IO.File]::Exists("$script:StatePath.lock")) { throw }
            if ($null -eq $waited) { $waited = [System.Diagnostics.Stopwatch]::StartNew() }
            if ($waited.ElapsedMilliseconds -gt $script:LockTimeoutMs) {
                Stop-Practice 'PracticeStateBusy' $script:StatePath
            }
            [System.Threading.Thread]::Sleep($script:LockRetryMs)
        }
    }
}

function Read-PracticeState {
    <#
    .SYNOPSIS
    The document that the file holds: the one that was parsed before, when the text is still the same.
    #>
    $problem = $null
    try {
        $text = [System.IO.File]::ReadAllText($script:StatePath, $script:StrictUtf8)
        # Not -ceq, for which texts are the same that differ in characters without width.
        if ($null -ne $script:ParsedText -and $script:ByCharacter.Equals($text, $script:ParsedText)) {
            return $script:ParsedState
        }
        $script:ParsedText = $null
        $state = ConvertFrom-JsonText $text
        $problem = Get-StateProblem $state
    }
    catch { $problem = $_.Exception.GetBaseException().Message }
    if ($null -ne $problem) { Stop-Practice 'PracticeStateInvalid' $script:StatePath ($script:StatePath, $problem) }
    $wanted = $script:PracticeProfile['Name']
    if ($state['profile'] -ne $wanted) {
        Stop-Practice 'PracticeStateOfOtherProfile' $script:StatePath ($script:StatePath, $state['profile'], $wanted)
    }
    $script:ParsedText = $text
    $script:ParsedState = $state
    return $state
}

function Save-PracticeState {
    <#
    .SYNOPSIS
    Replaces the file: a temporary file in the same folder, flushed to the disk, then renamed over it.
    #>
    param($State)

    $temporary = "$script:StatePath.tmp"
    # With its module's name: otherwise PowerShell searches every module of the computer for it.
    $text = (Microsoft.PowerShell.Utility\ConvertTo-Json -InputObject $State -Depth 5) + "`n"
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
    # In an object: an empty list on its own would be taken for nothing on the way.
    $found = Use-PracticeState -ReadOnly $true {
        param($State)
        if ($State.Contains('operatorGroups')) { @{ Names = [string[]]@($State.operatorGroups) } }
    }
    if ($null -eq $found) { return $null }
    return , $found.Names
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
