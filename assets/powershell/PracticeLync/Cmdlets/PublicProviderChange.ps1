# Public providers: change, enable, disable.

function Set-CsPublicProvider {
    <#
    .SYNOPSIS
    Changes Enabled and VerificationLevel of a public provider; nothing else can be changed.
    .DESCRIPTION
    An instance that was made with -InMemory is created.
    .EXAMPLE
    Set-CsPublicProvider -Identity Skype -VerificationLevel AlwaysVerifiable

    One property of one provider.
    .EXAMPLE
    Get-CsPublicProvider | Set-CsPublicProvider -VerificationLevel AlwaysVerifiable

    The same property of every provider.
    .EXAMPLE
    Get-CsPublicProvider | Where-Object { $_.VerificationLevel -eq 'AlwaysUnverifiable' } | Set-CsPublicProvider -VerificationLevel AlwaysVerifiable

    The same, where it has a certain value now.
    #>
    [CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'PublicProvider' 'Set-CsPublicProvider' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $values = @{}
            if ($Bound.Contains('Instance')) { $values = $Bound['Instance'] }
            foreach ($name in 'Identity', 'Enabled', 'VerificationLevel') {
                if ($Bound.Contains($name)) { $values[$name] = $Bound[$name] }
            }
            if (-not $values['Identity']) { return New-PracticeError 'IdentityRequired' $null }
            $entry = Find-PracticeEntry $State 'publicProviders' $values['Identity']
            if ($entry) { return Set-ProviderProperty $State $entry $values }
            if (-not $Bound.Contains('Instance')) { return New-PracticeError 'ProviderNotFound' $values['Identity'] }
            $entry = New-PracticeEntry 'publicProviders' $values
            $problem = Get-NewProviderProblem $State $entry
            if ($problem) { return $problem }
            $State.publicProviders.Add($entry)
        }
    }
}

function Enable-CsPublicProvider {
    <#
    .SYNOPSIS
    Enables a public provider. It is an error when the provider is already enabled.
    .EXAMPLE
    Enable-CsPublicProvider -Identity Skype

    One provider.
    .EXAMPLE
    Get-CsPublicProvider | Where-Object { $_.Enabled -eq $false } | Enable-CsPublicProvider

    The providers that are disabled.
    #>
    [CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'PublicProvider' 'Enable-CsPublicProvider' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            Switch-Provider $State $Bound $true 'ProviderAlreadyEnabled'
        }
    }
}

function Disable-CsPublicProvider {
    <#
    .SYNOPSIS
    Disables a public provider. It is an error when the provider is already disabled.
    .EXAMPLE
    Disable-CsPublicProvider -Identity Skype

    One provider.
    .EXAMPLE
    Get-CsPublicProvider | Where-Object { $_.Enabled -eq $true } | Disable-CsPublicProvider

    The providers that are enabled.
    #>
    [CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'PublicProvider' 'Disable-CsPublicProvider' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            Switch-Provider $State $Bound $false 'ProviderAlreadyDisabled'
        }
    }
}

function Switch-Provider {
    <#
    .SYNOPSIS
    Enables or disables the provider that -Identity or -Instance names; refuses when it is so already.
    #>
    param([System.Collections.IDictionary]$State, [hashtable]$Bound, [bool]$Enabled, [string]$AlreadySo)

    $identity = $Bound['Identity']
    if ($Bound.Contains('Instance')) { $identity = $Bound['Instance']['Identity'] }
    if (-not $identity) { return New-PracticeError 'IdentityRequired' $null }
    $entry = Find-PracticeEntry $State 'publicProviders' $identity
    if (-not $entry) { return New-PracticeError 'ProviderNotFound' $identity }
    if ($entry.Enabled -eq $Enabled) { return New-PracticeError $AlreadySo $entry.Identity }
    return Set-ProviderProperty $State $entry @{ Enabled = $Enabled }
}

function Set-ProviderProperty {
    <#
    .SYNOPSIS
    Changes the two properties of a provider that can be changed, of those given; refuses to enable under default
    routing.
    #>
    param([System.Collections.IDictionary]$State, [System.Collections.IDictionary]$Entry, [hashtable]$Values)

    if ($Values['Enabled']) {
        $problem = Get-RoutingProblem $State
        if ($problem) { return $problem }
    }
    foreach ($name in 'Enabled', 'VerificationLevel') {
        if ($Values.Contains($name)) { $Entry[$name] = ConvertTo-StateValue $name $Values[$name] }
    }
}
