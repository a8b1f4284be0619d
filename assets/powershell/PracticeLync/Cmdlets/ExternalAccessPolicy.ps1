# External access policies: Global, one for a site (site:Name), or per user (Tag:Name).

function Get-CsExternalAccessPolicy {
    <#
    .SYNOPSIS
    Returns the external access policies.
    .EXAMPLE
    Get-CsExternalAccessPolicy

    Every policy. Those for users have Tag: before their name.
    .EXAMPLE
    Get-CsExternalAccessPolicy -Identity site:Redmond

    The policy of one site.
    .EXAMPLE
    Get-CsExternalAccessPolicy -Filter tag:*

    The policies for users.
    .EXAMPLE
    Get-CsExternalAccessPolicy | Where-Object { $_.EnableFederationAccess -eq $true -and $_.EnablePublicCloudAccess -eq $true }

    The policies that allow federation and public providers.
    #>
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'ExternalAccessPolicy' 'Get-CsExternalAccessPolicy' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            if ($Bound.Contains('Identity')) { $Bound['Identity'] = Resolve-PolicyIdentity $Bound['Identity'] }
            Select-PracticeEntry $State 'externalAccessPolicies' $Bound 'PolicyNotFound'
        }
    }
}

function New-CsExternalAccessPolicy {
    <#
    .SYNOPSIS
    Creates a policy for a site (site:Name) or for users (Name). A site has one policy at most; Global always exists.
    .EXAMPLE
    New-CsExternalAccessPolicy -Identity site:Dublin -EnableFederationAccess $true -EnablePublicCloudAccess $true

    A policy for a site; it governs the site at once.
    .EXAMPLE
    New-CsExternalAccessPolicy -Identity PilotUsers -EnablePublicCloudAccess $true

    A policy for users; it governs nobody until it is granted.
    .EXAMPLE
    $new = New-CsExternalAccessPolicy -Identity PilotUsers -InMemory; $new.EnableOutsideAccess = $true; Set-CsExternalAccessPolicy -Instance $new

    A policy that is made in memory, changed there, and created only by the last command.
    #>
    [CmdletBinding(SupportsShouldProcess = $true)]
    param()
    dynamicparam { New-PracticeParameter 'ExternalAccessPolicy' 'New-CsExternalAccessPolicy' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $Bound['Identity'] = Resolve-PolicyIdentity $Bound['Identity']
            $entry = New-PracticeEntry 'externalAccessPolicies' $Bound
            if (-not $Bound['InMemory']) {
                $problem = Get-NewPolicyProblem $State $entry
                if ($problem) { return $problem }
                $State.externalAccessPolicies.Add($entry)
            }
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

    The global policy, because none is named.
    .EXAMPLE
    Set-CsExternalAccessPolicy -Identity SalesExternalAccess -EnableFederationAccess $true

    One policy for users.
    .EXAMPLE
    Get-CsExternalAccessPolicy -Filter tag:* | Set-CsExternalAccessPolicy -EnableFederationAccess $true

    Every policy for users.
    #>
    [CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'ExternalAccessPolicy' 'Set-CsExternalAccessPolicy' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $values = @{ Identity = 'Global' }
            if ($Bound.Contains('Instance')) { $values = $Bound['Instance'] }
            foreach ($name in @($Bound.Keys | Where-Object { $_ -ne 'Instance' })) { $values[$name] = $Bound[$name] }
            $values['Identity'] = Resolve-PolicyIdentity $values['Identity']
            $entry = Find-PracticeEntry $State 'externalAccessPolicies' $values['Identity']
            if (-not $entry) {
                if (-not $Bound.Contains('Instance')) { return New-PracticeError 'PolicyNotFound' $values['Identity'] }
                $entry = New-PracticeEntry 'externalAccessPolicies' $values
                $problem = Get-NewPolicyProblem $State $entry
                if ($problem) { return $problem }
                $State.externalAccessPolicies.Add($entry)
                return
            }
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
    Remove-CsExternalAccessPolicy -Identity site:Redmond

    The policy of one site; its users are governed by the global one from then on.
    .EXAMPLE
    Get-CsExternalAccessPolicy -Filter site:* | Remove-CsExternalAccessPolicy

    The policies of all sites.
    #>
    [CmdletBinding(SupportsShouldProcess = $true)]
    param()
    dynamicparam { New-PracticeParameter 'ExternalAccessPolicy' 'Remove-CsExternalAccessPolicy' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $identity = Resolve-PolicyIdentity $Bound['Identity']
            $entry = Find-PracticeEntry $State 'externalAccessPolicies' $identity
            if (-not $entry) { return New-PracticeError 'PolicyNotFound' $identity }
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

function Get-NewPolicyProblem {
    <#
    .SYNOPSIS
    Why a policy cannot be added: it exists, its scope is none, or its site is not known. Nothing when it can.
    #>
    param([System.Collections.IDictionary]$State, [System.Collections.IDictionary]$Entry)

    if (Find-PracticeEntry $State 'externalAccessPolicies' $Entry.Identity) {
        return New-PracticeError 'PolicyAlreadyExists' $Entry.Identity
    }
    $scope, $name = $Entry.Identity -split ':', 2
    if ($scope -notin 'site', 'Tag' -or -not $name -or $name.Contains(':')) {
        return New-PracticeError 'InvalidIdentity' $Entry.Identity
    }
    if ($scope -eq 'site' -and $name -notin $State.sites) { return New-PracticeError 'SiteNotFound' $name }
}

function Resolve-PolicyIdentity {
    <#
    .SYNOPSIS
    The full identity behind each accepted spelling: Global, site:Name, tag:Name, and Name, which means Tag:Name.
    #>
    param([AllowNull()][string]$Identity)

    if ($Identity -eq 'Global') { return 'Global' }
    if ($Identity -like 'site:*') { return 'site:' + $Identity.Substring('site:'.Length) }
    if ($Identity -like 'tag:*') { return 'Tag:' + $Identity.Substring('tag:'.Length) }
    if ($Identity.Contains(':')) { return $Identity }
    return "Tag:$Identity"
}
