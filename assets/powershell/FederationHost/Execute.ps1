# execute and show: one allow-listed cmdlet; and what a shell prints for Get-CsPublicProvider.

# Parameters that steer the shell, not the cmdlet. WhatIf writes to the screen past every stream.
$script:RefusedParameters = @('WhatIf', 'UseTransaction') + @(
    [System.Management.Automation.PSCmdlet]::CommonParameters | Where-Object { $_ -ne 'Verbose' })

function Invoke-AllowedCmdlet {
    <#
    .SYNOPSIS
    Calls one cmdlet of the allow-list with the request's parameters, and returns its output as data.
    #>
    param([System.Collections.IDictionary]$Parameters, $Log)

    $name = $Parameters['cmdlet']
    if ($name -isnot [string]) { Stop-Request 'MalformedRequest' 'The request names no cmdlet.' }
    if (-not $script:AllowedCmdlets.ContainsKey($name)) {
        Stop-Request 'CmdletNotAllowed' "The cmdlet '$name' is not on the allow-list." `
            -Category 'PermissionDenied' -Target $name
    }
    $values = $Parameters['parameters']
    if ($null -eq $values) { $values = @{} }
    if ($values -isnot [System.Collections.IDictionary]) {
        Stop-Request 'MalformedRequest' "The cmdlet's parameters are not a JSON object."
    }
    $splat = @{}
    foreach ($key in $values.Keys) {
        if ($key -in $script:RefusedParameters) {
            Stop-Request 'ParameterNotAllowed' "The parameter '$key' is not accepted." `
                -Category 'PermissionDenied' -Target $key
        }
        $splat[$key] = $values[$key]
    }
    $command = Get-ConnectedCommand $name
    if ($command.Parameters.ContainsKey('Confirm')) { $splat['Confirm'] = $false }
    $output = Invoke-CapturedCommand $command $splat $Log
    # A script cmdlet may report an error past -ErrorAction Stop; an error is an error.
    if ($Log.Errors.Count -gt 0) { throw $Log.Errors[0] }
    $plain = [System.Collections.Generic.List[object]]::new()
    foreach ($object in $output) { $plain.Add((ConvertTo-PlainValue $object)) }
    return [ordered]@{ output = $plain }
}

function Get-PublicProviderText {
    <#
    .SYNOPSIS
    The text a shell of 120 columns prints for Get-CsPublicProvider, without colour codes.
    #>
    param([System.Collections.IDictionary]$Parameters, $Log)

    $command = Get-ConnectedCommand 'Get-CsPublicProvider'
    $text = Invoke-CapturedCommand $command @{} $Log | Out-String -Width 120
    $escape = [char]27
    return [ordered]@{ text = ($text -replace "$escape\[[0-9;?]*[A-Za-z]", '') -replace "`r`n", "`n" }
}
