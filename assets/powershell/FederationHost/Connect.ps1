# connect: choose a deployment, import its management module, and say what was found.

# The modules of a real management shell, newest product first.
$script:ModuleNames = @('SkypeForBusiness', 'Lync')

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
        'local' { $module = Import-ManagementModule $Log }
        'practice' { $module = Import-PracticeModule $Parameters $Log }
        default { Stop-Request 'MalformedRequest' "The deployment must be 'local' or 'practice'." -Target $_ }
    }
    $commands = @{}
    foreach ($name in $script:AllowedCmdlets.Keys) {
        if ($module.ExportedCommands.ContainsKey($name)) { $commands[$name] = $module.ExportedCommands[$name] }
    }
    $script:Deployment = New-Deployment $commands ([bool]$readOnly)
    $script:Deployment.Product = Get-Product $module $Log
    return [ordered]@{
        product    = $script:Deployment.Product
        module     = Get-ModuleDescription $module
        powershell = Get-EngineDescription
        operator   = Get-Operator $module ($Parameters['deployment'] -eq 'practice')
        readOnly   = $script:Deployment.ReadOnly
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
    Get-Module -Name 'PracticeLync' | Remove-Module -Force
    $arguments = @($Parameters['statePath'], $Parameters['profile'], $Parameters['faultsPath'])
    try { return Import-CapturedModule @{ Name = $manifest; ArgumentList = $arguments } $Log }
    catch {
        $id = ($_.FullyQualifiedErrorId -split ',')[0]
        if ($id -notin 'PracticeStateInvalid', 'PracticeStateOfOtherProfile') { throw }
        Stop-Request $id $_.Exception.Message -Category $_.CategoryInfo.Category -Target $Parameters['statePath']
    }
}

function Import-CapturedModule {
    param([hashtable]$Parameters, $Log)

    $import = Get-Command -Name 'Import-Module' -CommandType Cmdlet
    $splat = $Parameters + @{ Global = $true; PassThru = $true; DisableNameChecking = $true }
    $modules = Invoke-CapturedCommand $import $splat $Log
    return $modules[0]
}

function Get-Product {
    <#
    .SYNOPSIS
    Product name, edition and version: from Get-CsServerVersion, else from the module's version.
    #>
    param([System.Management.Automation.PSModuleInfo]$Module, $Log)

    $version = $Module.Version.ToString()
    $command = $script:Deployment.Commands['Get-CsServerVersion']
    if ($null -ne $command) {
        # The cmdlet reads the local registry and fails on a computer that has only the administrative tools.
        try {
            $text = [string](Invoke-ConnectedCommand $command @{} $Log | Select-Object -First 1)
            if ($text -match '\d+(\.\d+){1,3}') { $version = $Matches[0] }
        }
        catch { $Log.Errors.Add($_) }
    }
    $product = $script:Products[($version -split '\.')[0]]
    if ($null -eq $product) { $product = @{ Name = "$($Module.Name) $version"; Edition = 'unknown' } }
    return [ordered]@{ name = $product.Name; edition = $product.Edition; version = $version }
}

function Get-ModuleDescription {
    <#
    .SYNOPSIS
    Name, version and path of the loaded module; of the practice one also the name of the module that it stands in for.
    #>
    param([System.Management.Automation.PSModuleInfo]$Module)

    $description = [ordered]@{ name = $Module.Name; version = $Module.Version.ToString(); path = $Module.Path }
    if ($Module.Name -eq 'PracticeLync') {
        $description.behavesAs = & $Module { $script:PracticeProfile.ModuleName }
    }
    return $description
}

function Get-EngineDescription {
    return [ordered]@{
        edition   = [string]$PSVersionTable.PSEdition
        version   = $PSVersionTable.PSVersion.ToString()
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
    $common = [System.Collections.Generic.HashSet[string]]::new([System.Management.Automation.PSCmdlet]::CommonParameters)
    $names = [string[]]$Commands.Keys
    [System.Array]::Sort($names, [System.StringComparer]::Ordinal)
    $description = [ordered]@{}
    foreach ($name in $names) {
        $own = [System.Collections.Generic.List[object]]::new()
        $description[$name] = $own
        if ($null -ne $Described -and -not $Described.Contains($name)) { continue }
        foreach ($parameter in $Commands[$name].Parameters.Keys) {
            if (-not $common.Contains($parameter)) { $own.Add($parameter) }
        }
    }
    return $description
}
