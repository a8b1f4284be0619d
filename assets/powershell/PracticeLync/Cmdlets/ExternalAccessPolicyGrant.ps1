# Users and their per-user external access policy.

function Grant-CsExternalAccessPolicy {
    <#
    .SYNOPSIS
    Assigns a per-user policy to a user; $null takes the assignment away.
    .EXAMPLE
    Grant-CsExternalAccessPolicy -Identity 'Ken Myer' -PolicyName SalesExternalAccess

    A policy for one user. The name goes without Tag:.
    .EXAMPLE
    Get-CsUser -Filter { ExternalAccessPolicy -eq $null } | Grant-CsExternalAccessPolicy -PolicyName SalesExternalAccess

    A policy for every user who has none of their own.
    .EXAMPLE
    Get-CsUser | Grant-CsExternalAccessPolicy -PolicyName $null

    No policy of their own for any user.
    #>
    [CmdletBinding(SupportsShouldProcess = $true)]
    param()
    dynamicparam { New-PracticeParameter 'ExternalAccessPolicy' 'Grant-CsExternalAccessPolicy' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $problem = Get-GrantProblem $State $Bound['PolicyName']
            if ($problem) { return $problem }
            $users = @(Find-PracticeUser $State $Bound['Identity'])
            if ($users.Count -eq 0) { return New-PracticeError 'UserNotFound' ([string]$Bound['Identity']) }
            foreach ($user in $users) {
                $user.ExternalAccessPolicy = Get-UserPolicyName $State $Bound['PolicyName']
                if ($Bound['PassThru']) { ConvertTo-PracticeObject 'users' $user }
            }
        }
    }
}

function Get-CsUser {
    <#
    .SYNOPSIS
    Returns the users of the practice deployment, all or by identity, filter and number.
    .EXAMPLE
    Get-CsUser

    Every user.
    .EXAMPLE
    Get-CsUser -Identity 'Pilar*'

    The users whose display name begins so.
    .EXAMPLE
    Get-CsUser -Filter { ExternalAccessPolicy -ne $null }

    The users who have a policy of their own.
    #>
    [CmdletBinding()]
    param()
    dynamicparam { New-PracticeParameter 'Discovery' 'Get-CsUser' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $users = @($State.users)
            if ($Bound.Contains('Identity')) {
                $users = @(Find-PracticeUser $State $Bound['Identity'])
                if ($users.Count -eq 0) { return New-PracticeError 'UserNotFound' ([string]$Bound['Identity']) }
            }
            if ($Bound.Contains('Filter')) {
                $filter = Read-UserFilter $Bound['Filter']
                if (-not $filter) { return New-PracticeError 'InvalidFilter' $Bound['Filter'] }
                $users = @($users | Where-Object { Test-UserFilter $_ $filter })
            }
            if ($Bound.Contains('ResultSize')) { $users = @($users | Select-Object -First $Bound['ResultSize']) }
            foreach ($user in $users) { ConvertTo-PracticeObject 'users' $user }
        }
    }
}

function Get-GrantProblem {
    <#
    .SYNOPSIS
    Why a policy cannot be granted: it is not a per-user policy, or there is none of that name. Nothing when it can be.
    #>
    param([System.Collections.IDictionary]$State, [AllowNull()][string]$PolicyName)

    if (-not $PolicyName) { return }
    $identity = Resolve-PolicyIdentity $PolicyName
    if (-not $identity.StartsWith('Tag:')) { return New-PracticeError 'NotAUserPolicy' $PolicyName }
    if (Find-PracticeEntry $State 'externalAccessPolicies' $identity) { return }
    return New-PracticeError 'PolicyNotFound' $PolicyName
}

function Get-UserPolicyName {
    <#
    .SYNOPSIS
    The name of a per-user policy as a user's property shows it: as the policy spells it, without its tag; null for
    none.
    #>
    param([System.Collections.IDictionary]$State, [AllowNull()][string]$PolicyName)

    if (-not $PolicyName) { return $null }
    $policy = Find-PracticeEntry $State 'externalAccessPolicies' (Resolve-PolicyIdentity $PolicyName)
    return $policy.Identity.Substring('Tag:'.Length)
}

function Find-PracticeUser {
    <#
    .SYNOPSIS
    The users that an identity means: a user object, SIP address, user principal name, domain\logon, distinguished name,
    or a display name, where * stands for anything.
    #>
    param([System.Collections.IDictionary]$State, [Parameter(Mandatory = $true)][psobject]$Identity)

    $text = [string]$Identity
    $property = $Identity.PSObject.Properties['Identity']
    if ($null -ne $property) { $text = [string]$property.Value }
    $logon = $text -replace '\A[^\\]+\\', ''
    foreach ($user in $State.users) {
        $names = @($user.Identity, $user.SipAddress, ($user.SipAddress -replace '\Asip:', ''), $user.UserPrincipalName)
        $isLogon = $text -like '?*\?*' -and $user.SamAccountName -eq $logon
        if ($text -in $names -or $isLogon -or $user.DisplayName -like (Protect-Wildcard $text)) { $user }
    }
}

function Protect-Wildcard {
    <#
    .SYNOPSIS
    Leaves the asterisk as the only wildcard of a name.
    #>
    param([string]$Text)

    return [System.Management.Automation.WildcardPattern]::Escape($Text) -replace '`\*', '*'
}

function Read-UserFilter {
    <#
    .SYNOPSIS
    Reads one comparison, such as: ExternalAccessPolicy -ne $null, or: SipAddress -like "*@contoso.com". Nothing when it
    is none.
    #>
    param([string]$Filter)

    $operand = '(?:"(?<value>[^"]*)"|''(?<value>[^'']*)''|\$null)'
    $pattern = "\A\s*(?<name>\w+)\s+-(?<operator>eq|ne|like|notlike)\s+$operand\s*\z"
    if ($Filter -notmatch $pattern -or $Matches['name'] -notin $script:PracticeProfile.Properties.users) { return }
    return @{ Name = $Matches['name']; Operator = $Matches['operator']; Value = $Matches['value'] }
}

function Test-UserFilter {
    param([System.Collections.IDictionary]$User, [hashtable]$Filter)

    $actual = $User[$Filter.Name]
    switch ($Filter.Operator) {
        'eq' { return $actual -eq $Filter.Value }
        'ne' { return $actual -ne $Filter.Value }
        'like' { return $actual -like $Filter.Value }
        'notlike' { return $actual -notlike $Filter.Value }
    }
}
