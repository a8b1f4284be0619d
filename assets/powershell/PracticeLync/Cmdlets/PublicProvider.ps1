# Public providers: read, create, remove.

function Get-CsPublicProvider {
    <#
    .SYNOPSIS
    Returns the public providers of the practice deployment.
    .EXAMPLE
    Get-CsPublicProvider

    Every public provider.
    .EXAMPLE
    Get-CsPublicProvider -Identity Skype

    One provider. An identity takes no wildcards.
    .EXAMPLE
    Get-CsPublicProvider -Filter S*

    The providers whose identity begins with S.
    .EXAMPLE
    Get-CsPublicProvider | Where-Object { $_.Enabled -eq $false }

    The providers that are disabled.
    #>
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'PublicProvider' 'Get-CsPublicProvider' }
    process {
        Get-PracticeEntry $PSCmdlet $PSBoundParameters 'publicProviders' 'ProviderNotFound'
    }
}

function New-CsPublicProvider {
    <#
    .SYNOPSIS
    Creates a public provider. Identity and ProxyFqdn must be unique over public and hosting providers.
    .EXAMPLE
    New-CsPublicProvider -Identity Skype -ProxyFqdn federation.messenger.msn.com -VerificationLevel UseSourceVerification -Enabled $true

    The entry for Skype. A provider with the same address must be removed first.
    .EXAMPLE
    $new = New-CsPublicProvider -Identity Fabrikam -ProxyFqdn proxyserver.fabrikam.com -Enabled $true -InMemory; $new.VerificationLevel = 'AlwaysUnverifiable'; Set-CsPublicProvider -Instance $new

    A provider that is made in memory, changed there, and created only by the last command.
    #>
    [CmdletBinding(SupportsShouldProcess = $true)]
    param()
    dynamicparam { New-PracticeParameter 'PublicProvider' 'New-CsPublicProvider' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $entry = New-PracticeEntry 'publicProviders' $Bound
            $entry.Name = $entry.Identity
            if (-not $Bound['InMemory']) {
                $problem = Get-NewProviderProblem $State $entry
                if ($problem) { return $problem }
                $State.publicProviders.Add($entry)
            }
            ConvertTo-PracticeObject 'publicProviders' $entry
        }
    }
}

function Remove-CsPublicProvider {
    <#
    .SYNOPSIS
    Removes a public provider. This cannot be undone; the provider must be created again.
    .EXAMPLE
    Remove-CsPublicProvider -Identity Skype

    One provider.
    .EXAMPLE
    Get-CsPublicProvider | Where-Object { $_.Enabled -eq $false } | Remove-CsPublicProvider

    The providers that are disabled.
    #>
    [CmdletBinding(SupportsShouldProcess = $true)]
    param()
    dynamicparam { New-PracticeParameter 'PublicProvider' 'Remove-CsPublicProvider' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $entry = Find-PracticeEntry $State 'publicProviders' $Bound['Identity']
            if (-not $entry) { return New-PracticeError 'ProviderNotFound' $Bound['Identity'] }
            [void]$State.publicProviders.Remove($entry)
        }
    }
}

function Get-NewProviderProblem {
    <#
    .SYNOPSIS
    Why a provider cannot be added: the routing method forbids it, or identity or proxy are taken. Nothing when it can.
    #>
    param([System.Collections.IDictionary]$State, [System.Collections.IDictionary]$Entry)

    $problem = Get-RoutingProblem $State
    if ($problem) { return $problem }
    foreach ($other in @($State.publicProviders) + @($State.hostingProviders)) {
        if ($other.Identity -eq $Entry.Identity) { return New-PracticeError 'ProviderAlreadyExists' $Entry.Identity }
        if ($other.ProxyFqdn -eq $Entry.ProxyFqdn) {
            return New-PracticeError 'ProxyFqdnInUse' $Entry.ProxyFqdn ($Entry.ProxyFqdn, $other.Identity)
        }
    }
}

function Get-RoutingProblem {
    <#
    .SYNOPSIS
    Providers can be federated only while the Access Edge uses DNS SRV routing.
    #>
    param([System.Collections.IDictionary]$State)

    $edge = $State.accessEdgeConfiguration
    if ($edge.RoutingMethod -eq 'UseDnsSrvRouting') { return }
    return New-PracticeError 'DefaultRoutingInUse' $edge.DefaultRouteFqdn
}
