# ---- Guards: what must be so before anything is changed --------------------------------------------------------------

function Stop-Refused {
    <#
    .SYNOPSIS
    Ends the script before it has changed anything, and says every reason; does nothing when there is none.
    #>
    param([string]$Title, [object[]]$Reasons)

    if (@($Reasons).Count -eq 0) { return }
    throw ("$Title Nothing was changed.`n" + (@($Reasons | ForEach-Object { "  - $_" }) -join "`n"))
}

function Assert-Cmdlet {
    <#
    .SYNOPSIS
    Refuses when a cmdlet or parameter that the script uses is not here.
    #>
    $uses = @{}
    foreach ($name in $Needed.Keys) { $uses[$name] = $Needed[$name] }
    foreach ($change in $Changes) {
        $cmdlet = $Kinds[$change.Type].Cmdlet
        if (-not $uses.ContainsKey($cmdlet)) { $uses[$cmdlet] = @() }
    }
    $missing = @(foreach ($name in @($uses.Keys | Sort-Object)) {
        $command = @(Get-Command -Name $name -ErrorAction SilentlyContinue) | Select-Object -First 1
        if ($null -eq $command) { "The cmdlet $name is not here. Is this the management shell?"; continue }
        foreach ($parameter in $uses[$name]) {
            if (-not $command.Parameters.ContainsKey($parameter)) { "$name has no parameter -$parameter here." }
        }
    })
    Stop-Refused 'This shell cannot make the changes of the plan.' $missing
}

function Assert-Product {
    <#
    .SYNOPSIS
    Refuses on another product than the plan's; warns where the product cannot be told. Get-CsServerVersion reads the
    local computer, which may have only the administrative tools.
    #>
    $text = ''
    try { $text = [string](Get-CsServerVersion -ErrorAction Stop) }
    catch { $text = '' }
    if ($Plan.MajorVersion.Length -eq 0 -or $text -notmatch '\d+(\.\d+)+') {
        Write-Warning "It cannot be told here whether this is $($Plan.Product), which the plan was made for."
        return
    }
    if (($Matches[0] -split '\.')[0] -eq $Plan.MajorVersion) { return }
    Stop-Refused 'The plan was made for another product.' @(
        "The plan is for $($Plan.Product). This computer has: $(Format-Text $text).")
}
