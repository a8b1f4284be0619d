# Who works at this shell, and in which groups: what they may do on a server depends on nothing else.

function Get-Operator {
    <#
    .SYNOPSIS
    Name of the account, and the names of its groups; null where they cannot be told.
    #>
    if ([System.Environment]::OSVersion.Platform -ne 'Win32NT') { return Get-OperatorName $null }
    $account = [System.Security.Principal.WindowsIdentity]::GetCurrent()
    try { return [ordered]@{ name = $account.Name; groups = Get-AccountGroup $account } }
    finally { $account.Dispose() }
}

function Get-PracticeOperator {
    <#
    .SYNOPSIS
    The same for a practice deployment, which has no domain: the groups are those that its state says.
    #>
    param([System.Management.Automation.PSModuleInfo]$Module)

    # A function of the module that it does not export; a variable of the drive "function" is null when there is none.
    $groups = & $Module { if (${function:Get-PracticeOperatorGroup}) { Get-PracticeOperatorGroup } }
    if ($null -eq $groups) { return Get-OperatorName $null }
    $names = [System.Collections.Generic.List[object]]::new()
    foreach ($group in $groups) { $names.Add([string]$group) }
    return Get-OperatorName $names
}

function Get-OperatorName {
    param([AllowNull()]$Groups)

    $name = [System.Environment]::UserName
    return [ordered]@{ name = $(if ($name) { $name }); groups = $Groups }
}

function Get-AccountGroup {
    <#
    .SYNOPSIS
    The groups of an account as DOMAIN\name, those left out that have no name; null when the domain does not answer.
    #>
    param([System.Security.Principal.WindowsIdentity]$Account)

    $names = [System.Collections.Generic.List[object]]::new()
    try { $translated = $Account.Groups.Translate([System.Security.Principal.NTAccount], $false) }
    catch { return $null }
    foreach ($group in $translated) {
        if ($group -is [System.Security.Principal.NTAccount]) { $names.Add($group.Value) }
    }
    return , $names
}
