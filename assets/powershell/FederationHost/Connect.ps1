# connect: choose a deployment, import its management module, and say what was found.

# Products by the major number of their version.
$script:Products = @{
    '4' = @{ Edition = 'lync2010'; Name = 'Lync Server 2010' }
    '5' = @{ Edition = 'lync2013'; Name = 'Lync Server 2013' }
    '6' = @{ Edition = 'sfb2015'; Name = 'Skype for Business Server 2015' }
    '7' = @{ Edition = 'sfb2019'; Name = 'Skype for Business Server 2019' }
}

# The modules of a real management shell, newest product first.
$script:ModuleNames = @('SkypeForBusiness', 'Lync')

# The practice module that the last connect imported; $null when there is none.
$script:PracticeModule = $null

function Connect-Deployment {
    <#
    .SYNOPSIS
    Imports the module of the deployment that the parameters name, and returns product, module, engine, operator and
    cmdlets. A deployment that is connected for reading only stays so until the next connect.
    #>
    param([System.Collections.IDictionary]$Parameters, $Log)

    $readOnly = $Parameters['readOnly']
    if ($null -ne $readOnly -and $readOnly -isnot [bool]) {
        Stop-Request 'MalformedRequest' "The parameter 'readOnly' must be true or false." -Target 'readOnly'
    }
    switch ($Parameters['deployment']) {
        'local' {
            $module = Import-ManagementModule $Log
            $operator = Get-Operator
        }
        'practice' {
            $module = Import-PracticeModule $Parameters $Log
            $operator = Get-PracticeOperator $module
        }
        default { Stop-Request 'MalformedRequest' "The deployment must be 'local' or 'practice'." -Target $_ }
    }
    $commands = @{}
    foreach ($command in $module.ExportedCommands.Values) {
        $name = [string]$command
        if ($null -ne $script:AllowedCmdlets[$name]) { $commands[$name] = $command }
    }
    $script:Deployment = New-Deployment $commands ($readOnly -eq $true)
    $script:Deployment['Product'] = Get-Product $module $Log
    return [ordered]@{
        product    = $script:Deployment['Product']
        module     = Get-ModuleDescription $module
        powershell = Get-EngineDescription
        operator   = $operator
        readOnly   = $script:Deployment['ReadOnly']
        cmdlets    = Get-CmdletDescription $commands $Parameters['describe']
        searched   = $script:ModuleNames
    }
}

function Import-ManagementModule {
    param($Log)

    foreach ($name in $script:ModuleNames) {
        $found = @(Get-Module -ListAvailable -Name $name -ErrorAction SilentlyContinue) | Select-Object -First 1
        if ($null -eq $found) { continue }
        return Import-CapturedModule @{ Name = $found.Path } $Log
    }
    $names = $script:ModuleNames -join ', '
    $folders = @($env:PSModulePath -split [System.IO.Path]::PathSeparator | Where-Object { $_ }) -join '; '
    Stop-Request 'ModuleNotFound' "No management module was found. Looked for: $names. In: $folders." `
        -Category 'ObjectNotFound' -Target $names
}

function Import-PracticeModule {
    param([System.Collections.IDictionary]$Parameters, $Log)

    foreach ($name in 'statePath', 'profile', 'faultsPath') {
        if ($null -ne $Parameters[$name] -and $Parameters[$name] -isnot [string]) {
            Stop-Request 'MalformedRequest' "The parameter '$name' must be a string." -Target $name
        }
    }
    $manifest = [System.IO.Path]::GetFullPath("$PSScriptRoot/../PracticeLync/PracticeLync.psd1")
    # Each connect starts afresh: another state file, and fault counters from zero.
    if ($null -ne $script:PracticeModule) { Remove-Module -ModuleInfo $script:PracticeModule -Force }
    $script:PracticeModule = $null
    $arguments = $Parameters['statePath'], $Parameters['profile'], $Parameters['faultsPath'], $true
    try { $script:PracticeModule = Import-CapturedModule @{ Name = $manifest; ArgumentList = $arguments } $Log }
    catch {
        $id = ($_.FullyQualifiedErrorId -split ',')[0]
        if ($id -notin 'PracticeStateInvalid', 'PracticeStateOfOtherProfile', 'PracticeFaultsInvalid') { throw }
        $path = if ($id -eq 'PracticeFaultsInvalid') { 'faultsPath' } else { 'statePath' }
        Stop-Request $id $_.Exception.Message -Category $_.CategoryInfo.Category -Target $Parameters[$path]
    }
    return $script:PracticeModule
}

function Import-CapturedModule {
    param([hashtable]$Parameters, $Log)

    $splat = $Parameters + @{ Global = $true; PassThru = $true; DisableNameChecking = $true }
    $modules = Invoke-CapturedCommand 'Import-Module' $splat $Log
    return $modules[0]
}

function Get-Product {
    <#
    .SYNOPSIS
    Product name, edition and version: from Get-CsServerVersion, else from the module's version.
    #>
    param([System.Management.Automation.PSModuleInfo]$Module, $Log)

    $version = $Module.Version
    $command = $script:Deployment['Commands']['Get-CsServerVersion']
    if ($null -ne $command) {
        # The cmdlet reads the local registry and fails on a computer that has only the administrative tools.
        try {
            $text = [string](Invoke-ConnectedCommand $command @{} $Log)
            if ($text -match '\d+(\.\d+){1,3}') { $version = [version]$Matches[0] }
        }
        catch { $Log['Errors'].Add($_) }
    }
    $product = $script:Products[[string]$version.Major]
    if ($null -eq $product) { $product = @{ Name = "$($Module.Name) $version"; Edition = 'unknown' } }
    return [ordered]@{ name = $product['Name']; edition = $product['Edition']; version = [string]$version }
}

function Get-ModuleDescription {
    <#
    .SYNOPSIS
    Name, version and path of the loaded module; of the practice one also the name of the module that it stands in for.
    #>
    param([System.Management.Automation.PSModuleInfo]$Module)

    $description = [ordered]@{ name = $Module.Name; version = [string]$Module.Version; path = $Module.Path }
    if ($Module.Name -eq 'PracticeLync') {
        $description['behavesAs'] = & $Module { $script:PracticeProfile.ModuleName }
    }
    return $description
}

function Get-EngineDescription {
    return [ordered]@{
        edition   = [string]$PSVersionTable['PSEdition']
        version   = [string]$PSVersionTable['PSVersion']
        is64Bit   = [System.Environment]::Is64BitProcess
        processId = $PID
    }
}

function Get-CmdletDescription {
    <#
    .SYNOPSIS
    Cmdlet name -> its parameter names, without the common ones; WhatIf and Confirm stay, where the cmdlet has them.
    Where names are given, the others are listed without their parameters, which take time to find out.
    #>
    param([hashtable]$Commands, [AllowNull()][System.Collections.IList]$Described)

    # Loops and not pipelines: some hundred parameters are looked at while somebody waits for the first page.
    $common = [System.Management.Automation.PSCmdlet]::CommonParameters
    $names = [string[]]$Commands.Keys
    [System.Array]::Sort($names, [System.StringComparer]::Ordinal)
    $description = [ordered]@{}
    foreach ($name in $names) {
        $own = [System.Collections.Generic.List[object]]::new()
        $description[$name] = $own
        if ($null -ne $Described -and $name -notin $Described) { continue }
        foreach ($parameter in $Commands[$name].Parameters.Keys) {
            if ($parameter -notin $common) { $own.Add($parameter) }
        }
    }
    return $description
}

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
