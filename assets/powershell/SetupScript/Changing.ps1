# ---- Changing: one change after the other, each read back ------------------------------------------------------------

function Invoke-Plan {
    <#
    .SYNOPSIS
    Makes changes in their order. At the first failure it takes back what stands of that change's unit, says which
    changes stand, and throws.
    #>
    param([object[]]$Pending)

    $begun = @()
    foreach ($change in $Pending) {
        $begun += $change
        try { Invoke-Change $change }
        catch {
            $failure = $_
            Write-Host "Failed: $(Format-Text $failure.Exception.GetBaseException().Message)"
            Restore-Unit $change $begun
            Write-Standing $begun
            throw $failure
        }
    }
}

function Invoke-Change {
    <#
    .SYNOPSIS
    Shows a change, asks, makes it, and reads it back. With -WhatIf it is only shown.
    #>
    param($Change)

    $command = Get-CommandText $Change.Apply
    $values = @(Get-ValueLine $Change | ForEach-Object { "`n      $_" }) -join ''
    $description = "$(Format-Text $Change.Sentence)`n    $command$values"
    if (-not $Caller.ShouldProcess($description, $description, 'Make this change?')) {
        if ($WhatIfPreference) { return }
        throw 'You did not confirm this change.'
    }
    Write-Host $description
    $null = & $Change.Apply
    $differences = @(Get-Difference (Find-Object $Change) $Change.After)
    if ($differences.Count -gt 0) {
        throw "It reported success, but the $(Get-ObjectName $Change) is not as wanted: $($differences -join '; ')."
    }
    Write-Host '    Done, and read back.'
}

function Restore-Unit {
    <#
    .SYNOPSIS
    Takes back, last first, what stands of a failed change and of the changes that belong together with it. The
    organisation-wide federation switch is left alone: others may rely on it by now.
    #>
    param($Failed, [object[]]$Begun)

    $unit = @($Begun | Where-Object { $_.Unit.Length -gt 0 -and $_.Unit -eq $Failed.Unit })
    if ($unit.Count -eq 0) { $unit = @($Failed) }
    for ($index = $unit.Count - 1; $index -ge 0; $index--) {
        $change = $unit[$index]
        if ($null -eq $change.Undo -or $change.Type -eq 'access-edge') { continue }
        try { Restore-Change $change }
        catch {
            Write-Warning "This could not be taken back: $(Format-Text $change.Sentence)"
            Write-Warning (Format-Text $_.Exception.GetBaseException().Message)
            Write-Warning "Put it right by hand. The $(Get-ObjectName $change) was: $(Format-ValueTable $change.Before)"
        }
    }
}

function Restore-Change {
    param($Change)

    if (Test-AsExpected (Find-Object $Change) $Change.Before) { return }
    Write-Host "Taking back: $(Format-Text $Change.Sentence)`n    $(Get-CommandText $Change.Undo)"
    $null = & $Change.Undo
    $differences = @(Get-Difference (Find-Object $Change) $Change.Before)
    if ($differences.Count -gt 0) { throw "The $(Get-ObjectName $Change): $($differences -join '; ')." }
    Write-Host '    Taken back, and read back.'
}

function Write-Standing {
    <#
    .SYNOPSIS
    Says by reading which of the changes stand now.
    #>
    param([object[]]$Begun)

    $standing = @(foreach ($change in $Begun) {
        try { if (Test-AsExpected (Find-Object $change) $change.After) { $change.Sentence } }
        catch { Write-Warning "The $(Get-ObjectName $change) could not be read: $(Format-Text $_.Exception.Message)" }
    })
    if ($standing.Count -eq 0) { Write-Host 'Nothing that this run did stands.'; return }
    Write-Host 'This stands now:'
    foreach ($sentence in $standing) { Write-Host "  - $(Format-Text $sentence)" }
    if ($Plan.WasRead -and -not $Rollback) { Write-Host 'To take it back, run this script with -Rollback.' }
}

function Format-ValueTable {
    param($Values)

    if ($null -eq $Values) { return 'not there' }
    return @($Values.Keys | Sort-Object | ForEach-Object { "$_ $(Format-Value $Values[$_])" }) -join ', '
}

function Get-CommandText {
    <#
    .SYNOPSIS
    The command of a change as it stands in this script.
    #>
    param([scriptblock]$Command)

    return $Command.ToString().Trim()
}

function Get-ValueLine {
    <#
    .SYNOPSIS
    What a change makes of each property, one line each; properties that stay as they are are left out.
    #>
    param($Change)

    $before = @{}
    $after = @{}
    if ($null -ne $Change.Before) { $before = $Change.Before }
    if ($null -ne $Change.After) { $after = $Change.After }
    foreach ($name in @(@($before.Keys) + @($after.Keys) | Sort-Object -Unique)) {
        if (Test-SameValue $name $before[$name] $after[$name]) { continue }
        '{0}: {1} -> {2}' -f $name, (Format-Value $before[$name]), (Format-Value $after[$name])
    }
}
