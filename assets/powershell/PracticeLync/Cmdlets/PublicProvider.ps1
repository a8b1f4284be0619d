# Public providers: read, create, remove.

function Get-CsPublicProvider {
    <#
    .SYNOPSIS
    Returns the public providers of the practice deployment.
    .EXAMPLE
    Get-CsPublicProvider -Identity Messenger
    #>
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Get-CsPublicProvider' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            Select-PracticeEntry $State 'publicProviders' $Bound 'ProviderNotFound'
        }
    }
}

function New-CsPublicProvider {
    <#
    .SYNOPSIS
    Creates a public provider. Identity and ProxyFqdn must be unique over public and hosting providers.
    .EXAMPLE
    New-CsPublicProvider -Identity Skype -ProxyFqdn federation.messenger.msn.com -VerificationLevel UseSourceVerification -Enabled $true
    #>
    [CmdletBinding(SupportsShouldProcess = $true)]
    param()
    dynamicparam { New-PracticeParameter 'New-CsPublicProvider' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $entry = New-PracticeEntry 'publicProviders' $Bound
            $entry.Name = $entry.Identity
            if (-not $Bound.Contains('InMemory') -or -not $Bound['InMemory']) { Add-Provider $State $entry }
            ConvertTo-PracticeObject 'publicProviders' $entry
        }
    }
}

function Remove-CsPublicProvider {
    <#
    .SYNOPSIS
    Removes a public provider. This cannot be undone; the provider must be created again.
    .EXAMPLE
    Remove-CsPublicProvider -Identity Messenger
    #>
    [CmdletBinding(SupportsShouldProcess = $true)]
    param()
    dynamicparam { New-PracticeParameter 'Remove-CsPublicProvider' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $entry = Find-PracticeEntry $State 'publicProviders' $Bound['Identity'] 'ProviderNotFound'
            [void]$State.publicProviders.Remove($entry)
        }
    }
}

function Add-Provider {
    <#
    .SYNOPSIS
    Adds a provider to the state, or ends the cmdlet: the routing method must allow it, identity and proxy must be free.
    #>
    param([System.Collections.IDictionary]$State, [System.Collections.IDictionary]$Entry)

    Assert-DnsSrvRouting $State
    foreach ($other in @($State.publicProviders) + @($State.hostingProviders)) {
        if ($other.Identity -eq $Entry.Identity) { Stop-Practice 'ProviderAlreadyExists' $Entry.Identity }
        if ($other.ProxyFqdn -eq $Entry.ProxyFqdn) {
            Stop-Practice 'ProxyFqdnInUse' $Entry.ProxyFqdn ($Entry.ProxyFqdn, $other.Identity)
        }
    }
    $State.publicProviders.Add($Entry)
}

function Assert-DnsSrvRouting {
    param([System.Collections.IDictionary]$State)

    $edge = $State.accessEdgeConfiguration
    if ($edge.RoutingMethod -ne 'UseDnsSrvRouting') { Stop-Practice 'DefaultRoutingInUse' $edge.DefaultRouteFqdn }
}
