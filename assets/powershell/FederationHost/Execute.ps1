# execute, whatIf and show: one allow-listed cmdlet; what it would do; what a shell prints for Get-CsPublicProvider.

# Parameters that steer the shell, not the cmdlet. WhatIf is an operation of its own.
$script:RefusedParameters = @('WhatIf', 'UseTransaction') + [System.Management.Automation.PSCmdlet]::CommonParameters

function Invoke-AllowedCmdlet {
    <#
    .SYNOPSIS
    execute: calls one cmdlet of the allow-list with the request's parameters, and returns its output as data and how long
    it took.
    #>
    param([System.Collections.IDictionary]$Parameters, $Log)

    $command = Get-RequestedCommand $Parameters
    $splat = Read-CmdletParameter $Parameters
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $output = Invoke-RequestedCommand $command $splat $Log
    return [ordered]@{ output = $output; durationMs = $clock.ElapsedMilliseconds }
}

function Invoke-WhatIfCmdlet {
    <#
    .SYNOPSIS
    whatIf: calls one cmdlet with -WhatIf. What it would do, the shell itself prints on standard output before the answer
    line: no stream of PowerShell carries it.
    #>
    param([System.Collections.IDictionary]$Parameters, $Log)

    $command = Get-RequestedCommand $Parameters
    $splat = Read-CmdletParameter $Parameters
    if (-not $command.Parameters.ContainsKey('WhatIf')) {
        Stop-Request 'WhatIfNotSupported' "$command cannot tell what it would do: it has no WhatIf." `
            -Category 'NotImplemented' -Target ([string]$command)
    }
    Set-Utf8Output
    $splat['WhatIf'] = $true
    [void](Invoke-RequestedCommand $command $splat $Log)
    return [ordered]@{}
}

function Get-RequestedCommand {
    <#
    .SYNOPSIS
    The cmdlet that a request names, when it is on the allow-list and may be called.
    #>
    param([System.Collections.IDictionary]$Parameters)

    $name = $Parameters['cmdlet']
    if ($name -isnot [string]) { Stop-Request 'MalformedRequest' 'The request names no cmdlet.' }
    if ($null -eq $script:AllowedCmdlets[$name]) {
        Stop-Request 'CmdletNotAllowed' "The cmdlet '$name' is not on the allow-list." `
            -Category 'PermissionDenied' -Target $name
    }
    return Get-ConnectedCommand $name
}

function Read-CmdletParameter {
    <#
    .SYNOPSIS
    The parameters of a request for its cmdlet, ready for splatting. Those that steer the shell are refused.
    #>
    param([System.Collections.IDictionary]$Parameters)

    $values = $Parameters['parameters']
    if ($null -eq $values) { return @{} }
    if ($values -isnot [System.Collections.IDictionary]) {
        Stop-Request 'MalformedRequest' "The cmdlet's parameters are not a JSON object."
    }
    $splat = @{}
    foreach ($key in $values.Keys) {
        if ($key -in $script:RefusedParameters -and $key -ne 'Verbose') {
            Stop-Request 'ParameterNotAllowed' "The parameter '$key' is not accepted." `
                -Category 'PermissionDenied' -Target $key
        }
        $splat[$key] = $values[$key]
    }
    return $splat
}

function Invoke-RequestedCommand {
    <#
    .SYNOPSIS
    Calls a cmdlet and returns its output as data. An error that it reports is thrown.
    #>
    param([System.Management.Automation.CommandInfo]$Command, [hashtable]$Parameters, $Log)

    if ($Command.Parameters.ContainsKey('Confirm')) { $Parameters['Confirm'] = $false }
    $output = Invoke-ConnectedCommand $Command $Parameters $Log
    # A script cmdlet may report an error past -ErrorAction Stop; an error is an error.
    foreach ($failure in $Log['Errors']) { throw $failure }
    $plain = [System.Collections.Generic.List[object]]::new()
    foreach ($object in $output) { $plain.Add((ConvertTo-PlainValue $object)) }
    return , $plain
}

function Set-Utf8Output {
    <#
    .SYNOPSIS
    Makes what the shell prints UTF-8: Windows PowerShell would write it in the system's old code page.
    #>
    if ([System.Console]::OutputEncoding.WebName -eq 'utf-8') { return }
    # Without a console there is no code page to change; the lines then come in the one that the system has.
    try { [System.Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false) }
    catch [System.IO.IOException] { return }
}

function Get-PublicProviderText {
    <#
    .SYNOPSIS
    show: the text a shell of 120 columns prints for Get-CsPublicProvider, without colour codes. What else a value
    holds is shown by whoever shows it.
    #>
    param([System.Collections.IDictionary]$Parameters, $Log)

    $command = Get-ConnectedCommand 'Get-CsPublicProvider'
    $text = Invoke-ConnectedCommand $command @{} $Log | Out-String -Width 120
    $escape = [char]27
    return [ordered]@{ text = ($text -replace "$escape\[[0-9;]*m", '') -replace "`r`n", "`n" }
}
