# ---- State: the deployment was not read when the plan was made, so it is looked at now -------------------------------

# What is kept of a provider that has to go, so that it can be created again.
$ProviderProperties = @('Identity', 'ProxyFqdn', 'IconUrl', 'NameDecorationDomain', 'NameDecorationRoutingDomain',
    'NameDecorationExcludedDomainList', 'VerificationLevel', 'Enabled', 'EnableSkypeIdRouting',
    'EnableSkypeDirectorySearch')

function Get-ChangeToMake {
    <#
    .SYNOPSIS
    What is still to be made of the plan, with what is there now as the values before. Refuses what does not fit.
    #>
    foreach ($change in $Changes) {
        $object = Find-Object $change
        if ((Test-AsExpected $object $change.After) -or (Test-KeptProvider $change $object)) {
            Write-Host "Right already: $(Format-Text $change.Sentence)"
            continue
        }
        if ($change.Type -eq 'provider' -and $change.Kind -eq 'remove') { Get-Removal $object; continue }
        if ($change.Type -eq 'provider' -and $change.Kind -eq 'new') { Get-ConflictRemoval $change }
        else {
            Assert-Fitting $change $object
            if ($null -ne $object) { $change.Before = Get-ValueTable $object @($change.After.Keys) }
        }
        $change
    }
}

function Get-ChangeToTakeBack {
    Stop-Refused 'It is not known what was there before.' @(
        'The plan was made without reading the deployment. The transcript of the run names the old values.')
}

function Test-KeptProvider {
    <#
    .SYNOPSIS
    True for the removal of a provider that the plan would only create again as it is.
    #>
    param($Change, $Object)

    $new = @($Changes | Where-Object { $_.Kind -eq 'new' -and (Test-SameObject $_ $Change) })
    return $new.Count -gt 0 -and (Test-AsExpected $Object $new[0].After)
}

function Get-ConflictRemoval {
    <#
    .SYNOPSIS
    The removals of what has the identity or the address of a new provider: the server accepts each only once.
    #>
    param($New)

    $conflicts = { (Test-SameText $_.Identity $New.Identity) -or (Test-SameText $_.ProxyFqdn $New.After['ProxyFqdn']) }
    $hosting = @(Get-CsHostingProvider -ErrorAction Stop | Where-Object $conflicts)
    $public = @(Get-CsPublicProvider -ErrorAction Stop | Where-Object $conflicts)
    $unlisted = @($public | Where-Object { -not (Test-ListedRemoval $_) })
    $obstacles = $hosting
    if (-not $Plan.RemovesConflicting) { $obstacles += $unlisted }
    Stop-Refused 'Another provider is in the way.' @($obstacles | ForEach-Object {
        "$(Format-Value $_.Identity) has the same identity or address, and the plan does not remove it." })
    foreach ($provider in $unlisted) { Get-Removal $provider }
}

function Test-ListedRemoval {
    param($Provider)

    $listed = @($Changes | Where-Object { $_.Kind -eq 'remove' -and (Test-SameText $_.Identity $Provider.Identity) })
    return $listed.Count -gt 0
}

function Get-Removal {
    <#
    .SYNOPSIS
    The change that removes a provider, and knows how to create it again with every value that it had.
    #>
    param($Provider)

    $parameters = (Get-Command -Name 'New-CsPublicProvider' | Select-Object -First 1).Parameters
    $values = Get-ValueTable $Provider @($ProviderProperties | Where-Object { $parameters.ContainsKey($_) })
    $filled = @{}
    foreach ($name in $values.Keys) { if (-not (Test-SameText $values[$name] '')) { $filled[$name] = $values[$name] } }
    return @{
        Kind     = 'remove'
        Type     = 'provider'
        Identity = [string]$Provider.Identity
        Unit     = 'provider-swap'
        Sentence = "Remove the public provider $(Format-Value $Provider.Identity) ($(Format-Text $Provider.ProxyFqdn))."
        Apply    = { Remove-CsPublicProvider -Identity $Change.Identity -Confirm:$false -ErrorAction Stop }
        Undo     = { $kept = $Change.Kept; New-CsPublicProvider @kept -Confirm:$false -ErrorAction Stop }
        Kept     = $filled
        Before   = $values
        After    = $null
    }
}

function Assert-Fitting {
    <#
    .SYNOPSIS
    Refuses to create what is there, and to change what is not there and will not be created before.
    #>
    param($Change, $Object)

    $created = @($Changes | Where-Object { $_.Kind -eq 'new' -and (Test-SameObject $_ $Change) })
    $problem = @()
    if ($Change.Kind -eq 'new' -and $null -ne $Object) { $problem = @(Get-Difference $Object $Change.After) }
    elseif ($null -eq $Object -and $created.Count -eq 0) { $problem = @('it is not there') }
    $name = Get-ObjectName $Change
    Stop-Refused 'The plan does not fit this deployment.' @($problem | ForEach-Object { "The ${name}: $_." })
}

function Get-ValueTable {
    param($Object, [object[]]$Names)

    $values = @{}
    foreach ($name in $Names) { $values[$name] = Get-ObjectValue $Object $name }
    return $values
}
