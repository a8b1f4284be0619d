# For tests: answers the requests of a session by running the script that each carries, so that cmdlets can be called with
# everything that a shell knows (pipelines, positions, -WhatIf). Reads and answers as FederationHost does.
param([Parameter(Mandatory = $true)][string]$ModulesFolder)

Set-StrictMode -Version Latest

. "$ModulesFolder/Shared/Json.ps1"
. "$ModulesFolder/FederationHost/Serialization.ps1"
$script:AllowedCmdlets = . "$ModulesFolder/FederationHost/AllowedCmdlets.ps1"

function Invoke-FederationRequest {
    <#
    .SYNOPSIS
    Runs the request's script and answers { output, errors, terminating }: what it wrote, what it reported, what ended it.
    #>
    param([Parameter(Position = 0)][string]$Request)

    $text = [System.Text.Encoding]::UTF8.GetString([System.Convert]::FromBase64String($Request))
    $content = ConvertFrom-JsonText $text
    $answer = [ordered]@{ id = $content.id; ok = $true; value = $null; warnings = @(); verbose = @(); errors = @(); durationMs = 0 }
    if ($content.parameters.Contains('script')) { $answer.value = Invoke-TestScript $content.parameters.script }
    $json = ConvertTo-Json -InputObject $answer -Compress -Depth 12
    $payload = [System.Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($json))
    [System.Console]::Out.WriteLine("<<FEDERATION:$($answer.id)>>>$payload")
}

function Invoke-TestScript {
    <#
    .SYNOPSIS
    Runs a script, and keeps apart what it wrote, the errors after which it went on, and the one that ended it.
    #>
    param([Parameter(Mandatory = $true)][string]$Script)

    $output = [System.Collections.Generic.List[object]]::new()
    $errors = [System.Collections.Generic.List[object]]::new()
    $terminating = $null
    try {
        & ([scriptblock]::Create($Script)) *>&1 | ForEach-Object {
            if ($_ -is [System.Management.Automation.ErrorRecord]) { $errors.Add((ConvertTo-ErrorData $_ '')) }
            else { $output.Add((ConvertTo-PlainValue $_)) }
        }
    }
    catch { $terminating = ConvertTo-ErrorData $_ '' }
    return [ordered]@{ output = $output.ToArray(); errors = $errors.ToArray(); terminating = $terminating }
}

Export-ModuleMember -Function Invoke-FederationRequest
