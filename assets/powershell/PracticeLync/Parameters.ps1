# The parameters of each cmdlet, made from the reference table and cut to what the profile's product has. They are
# dynamic parameters, so that a parameter that a product lacks does not exist: binding reports it as PowerShell does
# (NamedParameterNotFound), Get-Command does not list it, and a wrong value gets the id that a compiled cmdlet gives
# (CannotConvertArgumentNoMessage), which a script's static parameter does not.

$script:ParameterTypes = @{
    string            = [string]
    bool              = [bool]
    switch            = [switch]
    uint32            = [uint32]
    psobject          = [psobject]
    VerificationLevel = $script:VerificationLevelType
}

# Cmdlet -> its finished definitions; building attributes anew at each call would cost most of the call.
$script:ParameterCache = @{}

function New-PracticeParameter {
    <#
    .SYNOPSIS
    The dynamic parameters of a cmdlet in the current profile.
    #>
    param([string]$Cmdlet)

    if (-not $script:ParameterCache.ContainsKey($Cmdlet)) {
        $offered = Select-Offered $script:Reference[$Cmdlet] $Cmdlet $script:PracticeProfile.Missing
        $script:ParameterCache[$Cmdlet] = @(foreach ($definition in $offered) {
            @{
                Name       = $definition.Name
                Type       = $script:ParameterTypes[$definition.Type]
                Attributes = New-ParameterAttribute $definition
            }
        })
    }
    $parameters = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new()
    foreach ($entry in $script:ParameterCache[$Cmdlet]) {
        $parameters[$entry.Name] = [System.Management.Automation.RuntimeDefinedParameter]::new(
            $entry.Name, $entry.Type, $entry.Attributes)
    }
    return $parameters
}

function New-ParameterAttribute([hashtable]$Definition) {
    $attributes = [System.Collections.ObjectModel.Collection[System.Attribute]]::new()
    $sets = @($Definition['Sets'])
    if (-not $sets[0]) { $sets = @([System.Management.Automation.ParameterAttribute]::AllParameterSets) }
    foreach ($set in $sets) {
        $binding = [System.Management.Automation.ParameterAttribute]::new()
        $binding.ParameterSetName = $set
        foreach ($key in $Definition.Keys) {
            if ($key -notin 'Name', 'Type', 'Sets', 'Range') { $binding.$key = $Definition[$key] }
        }
        $attributes.Add($binding)
    }
    if ($Definition.Contains('Range')) {
        $least, $most = $Definition.Range
        $attributes.Add([System.Management.Automation.ValidateRangeAttribute]::new($least, $most))
    }
    return , $attributes
}
