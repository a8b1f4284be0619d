# ---- What this script does -------------------------------------------------------------------------------------------

function Start-Record {
    <#
    .SYNOPSIS
    Starts the transcript and says where it is. A host that cannot record gives a warning. True when it records.
    #>
    param([string]$Path)

    if ($WhatIfPreference) { return $false }
    try {
        $null = Start-Transcript -LiteralPath $Path -Append -Confirm:$false -ErrorAction Stop
        Write-Host "Transcript: $Path"
        return $true
    }
    catch {
        Write-Warning "There is no transcript of this run. $(Format-Text $_.Exception.Message)"
        return $false
    }
}

function Get-DefaultTranscriptPath {
    <#
    .SYNOPSIS
    A new file beside the script; in the current folder when its text was pasted into the shell.
    #>
    param($Command)

    $name = 'skype-federation'
    $folder = $ExecutionContext.SessionState.Path.CurrentFileSystemLocation.ProviderPath
    if ($Command.CommandType -eq 'ExternalScript') {
        $name = [System.IO.Path]::GetFileNameWithoutExtension($Command.Path)
        $folder = [System.IO.Path]::GetDirectoryName($Command.Path)
    }
    return [System.IO.Path]::Combine($folder, "$name-$(Get-Date -Format 'yyyyMMdd-HHmmss').txt")
}

$Caller = $PSCmdlet
$isRecording = $false
try {
    if ($TranscriptPath.Length -eq 0) { $TranscriptPath = Get-DefaultTranscriptPath $MyInvocation.MyCommand }
    $isRecording = Start-Record $TranscriptPath
    Write-Host "Plan $($Plan.Hash)`nFor $($Plan.Product)"
    Assert-Cmdlet
    Assert-Product
    if ($Rollback) { $pending = @(Get-ChangeToTakeBack) }
    else { $pending = @(Get-ChangeToMake) }
    if ($pending.Count -eq 0) { Write-Host 'There is nothing to do.' }
    Invoke-Plan $pending
    if ($WhatIfPreference) { Write-Host 'Nothing was changed.' }
    Get-CsPublicProvider -ErrorAction Stop | Out-Host
    if (-not $Rollback) { Write-Host 'To check afterwards: skype-federation-setup verify --answers FILE' }
}
catch {
    # The shell shows the error when the transcript has ended.
    Write-Host "Stopped. $($_.Exception.GetBaseException().Message)"
    throw
}
finally { if ($isRecording) { $null = Stop-Transcript } }
