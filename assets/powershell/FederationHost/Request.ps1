# One request: decode, run, answer.

# Operation -> the function that performs it. Each takes the request's parameters and the log, and returns the value.
$script:Operations = @{
    greet    = 'Get-Greeting'
    connect  = 'Connect-Deployment'
    snapshot = 'Get-DeploymentSnapshot'
    execute  = 'Invoke-AllowedCmdlet'
    whatIf   = 'Invoke-WhatIfCmdlet'
    export   = 'Export-Subject'
    tally    = 'Get-DeploymentTally'
    show     = 'Get-PublicProviderText'
}

function Invoke-FederationRequest {
    <#
    .SYNOPSIS
    Runs one request and writes exactly one answer line to standard output.
    .DESCRIPTION
    The request is Base64 of UTF-8 JSON {id, operation, parameters}. The answer is the marker <<FEDERATION:id>>>
    followed by Base64 of UTF-8 JSON. Every failure is an answer; this function does not throw. The line goes to
    standard output directly, so that no formatting, width or preference of the shell can touch it.
    .EXAMPLE
    Invoke-FederationRequest eyJpZCI6IjEiLCJvcGVyYXRpb24iOiJzaG93IiwicGFyYW1ldGVycyI6e319
    #>
    param([string]$Request)

    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    $log = New-CaptureLog
    $id = ''
    $value = $null
    $failure = $null
    try {
        $content = ConvertFrom-RequestText $Request
        $id = Read-RequestId $content
        $value = Invoke-RequestOperation $content $log
    }
    catch { $failure = ConvertTo-ErrorData $_ $log['Running'] }
    $errors = [System.Collections.Generic.List[object]]::new()
    foreach ($record in $log['Errors']) { $errors.Add((ConvertTo-ErrorData $record $log['Running'])) }
    $answer = [ordered]@{
        id         = $id
        ok         = $null -eq $failure
        value      = $value
        error      = $failure
        warnings   = $log['Warnings']
        verbose    = $log['Verbose']
        errors     = $errors
        durationMs = $clock.ElapsedMilliseconds
    }

    # Depth: the deepest answer is value / list / object / nested object / list of names. With the module's name, which
    # saves the first answer a search through every module of the computer.
    $json = Microsoft.PowerShell.Utility\ConvertTo-Json -InputObject $answer -Compress -Depth 12
    $payload = [System.Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($json))
    [System.Console]::Out.WriteLine("<<FEDERATION:$id>>>$payload")
}

function ConvertFrom-RequestText {
    param([string]$Request)

    try {
        $text = [System.Text.UTF8Encoding]::new($false, $true).GetString([System.Convert]::FromBase64String($Request))
        $content = ConvertFrom-JsonText $text
    }
    catch { Stop-Request 'MalformedRequest' "The request is not Base64 of UTF-8 JSON. $($_.Exception.Message)" }
    if ($content -isnot [System.Collections.IDictionary]) {
        Stop-Request 'MalformedRequest' 'The request is not a JSON object.'
    }
    return $content
}

function Read-RequestId {
    param([System.Collections.IDictionary]$Content)

    $id = $Content['id']
    if ($id -isnot [string] -or $id -cnotmatch '\A[0-9a-f]{1,64}\z') {
        Stop-Request 'MalformedRequest' "The request's id is not 1 to 64 characters of 0-9 and a-f."
    }
    return $id
}

function Invoke-RequestOperation {
    param([System.Collections.IDictionary]$Content, $Log)

    $operation = $Content['operation']
    if ($operation -isnot [string]) { Stop-Request 'MalformedRequest' 'The request names no operation.' }
    $function = $script:Operations[$operation]
    if ($null -eq $function) {
        Stop-Request 'UnknownOperation' "The operation '$operation' is not known." -Target $operation
    }
    $parameters = $Content['parameters']
    if ($parameters -isnot [System.Collections.IDictionary]) {
        Stop-Request 'MalformedRequest' "The request's parameters are not a JSON object."
    }
    if ($null -eq $script:Deployment -and $operation -ne 'greet' -and $operation -ne 'connect') {
        Stop-Request 'NotConnected' 'No deployment is connected. Send a connect request first.' -Target $operation
    }
    return & $function $parameters $Log
}

function Get-Greeting {
    <#
    .SYNOPSIS
    greet: an answer that says nothing but that the module is there and works.
    #>
    param([System.Collections.IDictionary]$Parameters, $Log)

    return [ordered]@{}
}

function Stop-Request {
    <#
    .SYNOPSIS
    Ends the request with an error of the host itself; its id starts with "FederationHost.".
    #>
    param(
        [Parameter(Mandatory = $true)][string]$Id,
        [Parameter(Mandatory = $true)][string]$Message,
        $Target = $null,
        [System.Management.Automation.ErrorCategory]$Category = 'InvalidArgument'
    )

    $exception = [System.InvalidOperationException]::new($Message)
    throw [System.Management.Automation.ErrorRecord]::new($exception, "FederationHost.$Id", $Category, $Target)
}
