# External access policies: Global, one for a site (site:Name), or per user (Tag:Name).

function Get-CsExternalAccessPolicy {
    <#
    .SYNOPSIS
    Returns the external access policies.
    .EXAMPLE
    Get-CsExternalAccessPolicy -Filter tag:*
    #>
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Get-CsExternalAccessPolicy' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $query = @{} + $Bound
            if ($Bound.Contains('Identity')) { $query['Identity'] = Resolve-PolicyIdentity $Bound['Identity'] }
            Select-PracticeEntry $State 'externalAccessPolicies' $query 'PolicyNotFound'
        }
    }
}

function New-CsExternalAccessPolicy {
    <#
    .SYNOPSIS
    Creates a policy for a site (site:Name) or for users (Name). A site has one policy at most; Global always exists.
    .EXAMPLE
    New-CsExternalAccessPolicy -Identity PilotUsers -EnablePublicCloudAccess $true
    #>
    [CmdletBinding(SupportsShouldProcess = $true)]
    param()
    dynamicparam { New-PracticeParameter 'New-CsExternalAccessPolicy' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $values = @{} + $Bound
            $values['Identity'] = Resolve-PolicyIdentity $Bound['Identity']
            $entry = New-PracticeEntry 'externalAccessPolicies' $values
            if (-not $Bound.Contains('InMemory') -or -not $Bound['InMemory']) { Add-Policy $State $entry }
            ConvertTo-PracticeObject 'externalAccessPolicies' $entry
        }
    }
}

function Set-CsExternalAccessPolicy {
    <#
    .SYNOPSIS
    Changes a policy; Global when none is named. An instance that was made with -InMemory is created.
    .EXAMPLE
    Set-CsExternalAccessPolicy -EnablePublicCloudAccess $true
    #>
    [CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Set-CsExternalAccessPolicy' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $values = @{}
            if ($Bound.Contains('Instance')) { $values = Read-Instance $Bound['Instance'] }
            foreach ($name in @($Bound.Keys)) { $values[$name] = $Bound[$name] }
            if (-not $values.Contains('Identity') -or -not $values['Identity']) { $values['Identity'] = 'Global' }
            $values['Identity'] = Resolve-PolicyIdentity $values['Identity']
            $entry = $State.externalAccessPolicies | Where-Object { $_.Identity -eq $values['Identity'] }
            if ($null -eq $entry -and $Bound.Contains('Instance')) {
                Add-Policy $State (New-PracticeEntry 'externalAccessPolicies' $values)
                return
            }
            if ($null -eq $entry) { Stop-Practice 'PolicyNotFound' $values['Identity'] }
            foreach ($name in @($entry.Keys | Where-Object { $_ -ne 'Identity' })) {
                if ($values.Contains($name)) { $entry[$name] = ConvertTo-StateValue $name $values[$name] }
            }
        }
    }
}

function Remove-CsExternalAccessPolicy {
    <#
    .SYNOPSIS
    Removes a policy; its users fall back to their site's or the global policy. Global itself is only reset.
    .EXAMPLE
    Remove-CsExternalAccessPolicy -Identity PilotUsers
    #>
    [CmdletBinding(SupportsShouldProcess = $true)]
    param()
    dynamicparam { New-PracticeParameter 'Remove-CsExternalAccessPolicy' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $identity = Resolve-PolicyIdentity $Bound['Identity']
            $entry = Find-PracticeEntry $State 'externalAccessPolicies' $identity 'PolicyNotFound'
            if ($entry.Identity -eq 'Global') {
                $fresh = New-PracticeEntry 'externalAccessPolicies' @{ Identity = 'Global' }
                foreach ($name in @($fresh.Keys)) { $entry[$name] = $fresh[$name] }
                return
            }
            [void]$State.externalAccessPolicies.Remove($entry)
            foreach ($user in $State.users) {
                if ("Tag:$($user.ExternalAccessPolicy)" -eq $entry.Identity) { $user.ExternalAccessPolicy = $null }
            }
        }
    }
}

function Add-Policy {
    param([System.Collections.IDictionary]$State, [System.Collections.IDictionary]$Entry)

    foreach ($other in $State.externalAccessPolicies) {
        if ($other.Identity -eq $Entry.Identity) { Stop-Practice 'PolicyAlreadyExists' $Entry.Identity }
    }
    if ($Entry.Identity.StartsWith('site:')) {
        $site = $Entry.Identity.Substring('site:'.Length)
        if ($site -notin $State.sites) { Stop-Practice 'SiteNotFound' $site }
    }
    $State.externalAccessPolicies.Add($Entry)
}

function Resolve-PolicyIdentity {
    <#
    .SYNOPSIS
    The full identity behind each accepted spelling: Global, site:Name, tag:Name, Name.
    #>
    param([AllowNull()][string]$Identity)

    if ($Identity -eq 'Global') { return 'Global' }
    if ($Identity -match '\A(?:(?<scope>[^:]*):)?(?<name>[^:]+)\z') {
        $name = $Matches['name']
        $scope = $(if ($Matches.ContainsKey('scope')) { $Matches['scope'] } else { 'tag' })
        if ($scope -eq 'site') { return "site:$name" }
        if ($scope -eq 'tag') { return "Tag:$name" }
    }
    Stop-Practice 'InvalidIdentity' $Identity
}
