# Public providers: change, enable, disable.

function Set-CsPublicProvider {
    <#
    .SYNOPSIS
    Changes Enabled and VerificationLevel of a public provider; nothing else can be changed. An instance that was made with
    -InMemory is created.
    .EXAMPLE
    Set-CsPublicProvider -Identity Skype -VerificationLevel AlwaysVerifiable
    #>
    [CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Set-CsPublicProvider' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $values = @{}
            if ($Bound.Contains('Instance')) { $values = Read-Instance $Bound['Instance'] }
            foreach ($name in 'Enabled', 'VerificationLevel') {
                if ($Bound.Contains($name)) { $values[$name] = $Bound[$name] }
            }
            $identity = Get-IdentityToChange $Bound
            $entry = $State.publicProviders | Where-Object { $_.Identity -eq $identity }
            if ($null -ne $entry) { Set-ProviderProperty $State $entry $values }
            elseif ($Bound.Contains('Instance')) { Add-Provider $State (New-PracticeEntry 'publicProviders' $values) }
            else { Stop-Practice 'ProviderNotFound' $identity }
        }
    }
}

function Enable-CsPublicProvider {
    <#
    .SYNOPSIS
    Enables a public provider. It is an error when the provider is already enabled.
    .EXAMPLE
    Enable-CsPublicProvider -Identity Messenger
    #>
    [CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Enable-CsPublicProvider' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $entry = Find-PracticeEntry $State 'publicProviders' (Get-IdentityToChange $Bound) 'ProviderNotFound'
            if ($entry.Enabled) { Stop-Practice 'ProviderAlreadyEnabled' $entry.Identity }
            Set-ProviderProperty $State $entry @{ Enabled = $true }
        }
    }
}

function Disable-CsPublicProvider {
    <#
    .SYNOPSIS
    Disables a public provider. It is an error when the provider is already disabled.
    .EXAMPLE
    Disable-CsPublicProvider -Identity Skype
    #>
    [CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Disable-CsPublicProvider' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $entry = Find-PracticeEntry $State 'publicProviders' (Get-IdentityToChange $Bound) 'ProviderNotFound'
            if (-not $entry.Enabled) { Stop-Practice 'ProviderAlreadyDisabled' $entry.Identity }
            Set-ProviderProperty $State $entry @{ Enabled = $false }
        }
    }
}

function Get-IdentityToChange {
    <#
    .SYNOPSIS
    The identity that -Identity or -Instance names; both are optional to the binder, but one is needed.
    #>
    param([System.Collections.IDictionary]$Bound)

    if ($Bound.Contains('Instance') -and $null -ne $Bound['Instance']) { return [string](Read-Instance $Bound['Instance'])['Identity'] }
    if ($Bound.Contains('Identity') -and $Bound['Identity']) { return $Bound['Identity'] }
    Stop-Practice 'IdentityRequired' $null
}

function Set-ProviderProperty {
    <#
    .SYNOPSIS
    Changes the two properties of a provider that can be changed, of those given.
    #>
    param([System.Collections.IDictionary]$State, [System.Collections.IDictionary]$Entry, [System.Collections.IDictionary]$Values)

    foreach ($name in 'Enabled', 'VerificationLevel') {
        if ($Values.Contains($name)) { $Entry[$name] = ConvertTo-StateValue $name $Values[$name] }
    }
    if ($Values.Contains('Enabled') -and $Entry.Enabled) { Assert-DnsSrvRouting $State }
}
