# Users and their per-user external access policy.

function Grant-CsExternalAccessPolicy {
    <#
    .SYNOPSIS
    Assigns a per-user policy to a user; $null takes the assignment away.
    .EXAMPLE
    Grant-CsExternalAccessPolicy -Identity kmyer@contoso.com -PolicyName PilotUsers
    #>
    [CmdletBinding(SupportsShouldProcess = $true)]
    param()
    dynamicparam { New-PracticeParameter 'Grant-CsExternalAccessPolicy' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $policy = $null
            if ($Bound.Contains('PolicyName')) { $policy = Resolve-UserPolicy $State $Bound['PolicyName'] }
            foreach ($user in (Find-PracticeUser $State $Bound['Identity'])) {
                $user.ExternalAccessPolicy = $policy
                if ($Bound.Contains('PassThru') -and $Bound['PassThru']) { ConvertTo-PracticeObject 'users' $user }
            }
        }
    }
}

function Get-CsUser {
    <#
    .SYNOPSIS
    Returns the users of the practice deployment, all or by identity, filter and number.
    .EXAMPLE
    Get-CsUser -Filter 'ExternalAccessPolicy -ne $null'
    #>
    [CmdletBinding()]
    param()
    dynamicparam { New-PracticeParameter 'Get-CsUser' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $users = @($State.users)
            if ($Bound.Contains('Identity')) { $users = @(Find-PracticeUser $State $Bound['Identity']) }
            if ($Bound.Contains('Filter')) { $users = @(Select-FilteredUser $users $Bound['Filter']) }
            if ($Bound.Contains('ResultSize')) { $users = @($users | Select-Object -First $Bound['ResultSize']) }
            foreach ($user in $users) { ConvertTo-PracticeObject 'users' $user }
        }
    }
}

function Resolve-UserPolicy {
    <#
    .SYNOPSIS
    The plain name of the per-user policy that -PolicyName means; nothing for an empty name.
    #>
    param([System.Collections.IDictionary]$State, [AllowNull()][string]$PolicyName)

    if (-not $PolicyName) { return $null }
    $identity = Resolve-PolicyIdentity $PolicyName
    if (-not $identity.StartsWith('Tag:')) { Stop-Practice 'NotAUserPolicy' $PolicyName }
    $entry = Find-PracticeEntry $State 'externalAccessPolicies' $identity 'PolicyNotFound'
    return $entry.Identity.Substring('Tag:'.Length)
}

function Find-PracticeUser {
    <#
    .SYNOPSIS
    The users that an identity means: a user object, SIP address, user principal name, domain\logon, distinguished name, or a
    display name, where * stands for anything.
    #>
    param([System.Collections.IDictionary]$State, [Parameter(Mandatory = $true)][psobject]$Identity)

    $text = [string]$Identity
    if ($Identity.PSObject.BaseObject -isnot [string]) { $text = [string](Read-Instance $Identity)['Identity'] }
    $logon = $text -replace '\A[^\\]+\\', ''
    $found = @(foreach ($user in $State.users) {
        $names = @($user.Identity, $user.SipAddress, ($user.SipAddress -replace '\Asip:', ''), $user.UserPrincipalName)
        $isLogon = $text -like '?*\?*' -and $user.SamAccountName -eq $logon
        if ($text -in $names -or $isLogon -or $user.DisplayName -like (Protect-Wildcard $text)) { $user }
    })
    if ($found.Count -eq 0) { Stop-Practice 'UserNotFound' $text }
    return $found
}

function Protect-Wildcard {
    <#
    .SYNOPSIS
    Leaves the asterisk as the only wildcard of a name.
    #>
    param([string]$Text)

    return [System.Management.Automation.WildcardPattern]::Escape($Text) -replace '`\*', '*'
}

function Select-FilteredUser {
    <#
    .SYNOPSIS
    The users for which one comparison holds, such as: ExternalAccessPolicy -eq "Sales", SipAddress -like "*@contoso.com".
    #>
    param([object[]]$Users, [string]$Filter)

    $pattern = '\A\s*(?<name>\w+)\s+-(?<operator>eq|ne|like|notlike)\s+(?:"(?<value>[^"]*)"|''(?<value>[^'']*)''|(?<null>\$null))\s*\z'
    if ($Filter -notmatch $pattern) { Stop-Practice 'InvalidFilter' $Filter }
    $name = $Matches['name']
    $operator = $Matches['operator']
    $value = $(if ($Matches.ContainsKey('null')) { $null } else { $Matches['value'] })
    if ($name -notin $script:PracticeProfile.Properties.users) { Stop-Practice 'InvalidFilter' $Filter }
    foreach ($user in $Users) {
        $holds = switch ($operator) {
            'eq' { $user[$name] -eq $value }
            'ne' { $user[$name] -ne $value }
            'like' { $user[$name] -like $value }
            'notlike' { $user[$name] -notlike $value }
        }
        if ($holds) { $user }
    }
}
