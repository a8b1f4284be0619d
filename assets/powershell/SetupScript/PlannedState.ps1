# ---- State: the deployment was read when the plan was made, so its values before are known ---------------------------

function Get-Chain {
    <#
    .SYNOPSIS
    The changes of the plan by the object that they touch, each with how many of them stand: -1 when the object is as
    none of them found or left it.
    #>
    foreach ($first in $Changes) {
        $chain = @($Changes | Where-Object { Test-SameObject $_ $first })
        if (-not [object]::ReferenceEquals($chain[0], $first)) { continue }
        $object = Find-Object $first
        $standing = -1
        if (Test-AsExpected $object $first.Before) { $standing = 0 }
        for ($count = $chain.Count; $count -gt 0 -and $standing -lt 0; $count--) {
            if (Test-AsExpected $object $chain[$count - 1].After) { $standing = $count }
        }
        @{ Changes = $chain; Object = $object; Standing = $standing }
    }
}

function Get-ChangeToMake {
    <#
    .SYNOPSIS
    All changes of the plan, or none when all of them stand already. Refuses when the deployment is not as it was when
    the plan was made.
    #>
    $chains = @(Get-Chain)
    if (@($chains | Where-Object { $_.Standing -ne $_.Changes.Count }).Count -eq 0) {
        if ($chains.Count -eq 0) { Write-Host 'Everything was right already when this plan was made.' }
        else { Write-Host 'Every change of this plan stands already.' }
        return
    }
    $moved = @(foreach ($chain in $chains) { Get-Move $chain $chain.Changes[0].Before })
    Stop-Refused 'The deployment is not as it was when the plan was made. Make a new plan.' $moved
    $Changes
}

function Get-ChangeToTakeBack {
    <#
    .SYNOPSIS
    What stands of the plan, last first, each turned round. Refuses when somebody else has changed an object since.
    #>
    $chains = @(Get-Chain)
    $unknown = @($chains | Where-Object { $_.Standing -lt 0 })
    $moved = @(foreach ($chain in $unknown) { Get-Move $chain $chain.Changes[-1].After })
    Stop-Refused 'Something is neither as it was before the plan nor as the plan made it.' $moved
    $standing = @(foreach ($chain in $chains) { @($chain.Changes | Select-Object -First $chain.Standing) })
    for ($index = $Changes.Count - 1; $index -ge 0; $index--) {
        $change = $Changes[$index]
        $stands = @($standing | Where-Object { [object]::ReferenceEquals($_, $change) }).Count -gt 0
        if (-not $stands) { Write-Host "Does not stand: $(Format-Text $change.Sentence)" }
        elseif (Test-CanTakeBack $change) { Get-Reversal $change }
    }
}

function Get-Move {
    param($Chain, $Expected)

    $name = Get-ObjectName $Chain.Changes[0]
    foreach ($difference in @(Get-Difference $Chain.Object $Expected)) { "The ${name}: $difference." }
}

function Test-CanTakeBack {
    param($Change)

    if ($Change.Type -eq 'access-edge' -and -not $IncludeFederationSwitch) {
        Write-Warning ('The organisation-wide federation switch stays as it is: other partners may rely on it. ' +
            'Add -IncludeFederationSwitch to take it back too.')
        return $false
    }
    if ($null -ne $Change.Undo) { return $true }
    Write-Warning "It is not known how to take this back: $(Format-Text $Change.Sentence)"
    return $false
}

function Get-Reversal {
    param($Change)

    $reversal = $Change.Clone()
    $reversal.Sentence = "Take back: $($Change.Sentence)"
    $reversal.Apply = $Change.Undo
    $reversal.Undo = $Change.Apply
    $reversal.Before = $Change.After
    $reversal.After = $Change.Before
    return $reversal
}
