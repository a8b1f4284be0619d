# Cmdlets that only look: hosting providers, domains, services, users, the version.

function Get-CsHostingProvider {
    <#
    .SYNOPSIS
    Returns the hosting providers of the practice deployment.
    .EXAMPLE
    Get-CsHostingProvider

    Every hosting provider.
    .EXAMPLE
    Get-CsHostingProvider -Identity Fabrikam.com

    One hosting provider.
    .EXAMPLE
    Get-CsHostingProvider | Where-Object { $_.Enabled -eq $true -and $_.EnabledSharedAddressSpace -eq $true }

    The hosting providers of a split domain.
    #>
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Discovery' 'Get-CsHostingProvider' }
    process {
        Get-PracticeEntry $PSCmdlet $PSBoundParameters 'hostingProviders' 'HostingProviderNotFound'
    }
}

function Get-CsAllowedDomain {
    <#
    .SYNOPSIS
    Returns the domains that are explicitly allowed for federation.
    .EXAMPLE
    Get-CsAllowedDomain

    Every domain of the list.
    .EXAMPLE
    Get-CsAllowedDomain -Identity fabrikam.com

    One domain.
    .EXAMPLE
    Get-CsAllowedDomain -Filter *fabrikam*

    The domains that have this in their name.
    #>
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Discovery' 'Get-CsAllowedDomain' }
    process {
        Get-PracticeEntry $PSCmdlet $PSBoundParameters 'allowedDomains' 'AllowedDomainNotFound'
    }
}

function Get-CsBlockedDomain {
    <#
    .SYNOPSIS
    Returns the domains that are blocked from federation.
    .EXAMPLE
    Get-CsBlockedDomain

    Every domain of the list.
    .EXAMPLE
    Get-CsBlockedDomain -Filter *.net

    The domains that end so.
    #>
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Discovery' 'Get-CsBlockedDomain' }
    process {
        Get-PracticeEntry $PSCmdlet $PSBoundParameters 'blockedDomains' 'BlockedDomainNotFound'
    }
}

function Get-CsSipDomain {
    <#
    .SYNOPSIS
    Returns the SIP domains of the practice deployment.
    .EXAMPLE
    Get-CsSipDomain

    Every SIP domain.
    .EXAMPLE
    Get-CsSipDomain -Filter f*

    The SIP domains that begin with f.
    .EXAMPLE
    Get-CsSipDomain | Where-Object { $_.IsDefault -eq $true }

    The default one.
    #>
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Discovery' 'Get-CsSipDomain' }
    process {
        Get-PracticeEntry $PSCmdlet $PSBoundParameters 'sipDomains' 'SipDomainNotFound'
    }
}

function Get-CsService {
    <#
    .SYNOPSIS
    Returns the services of the practice deployment, by identity, role or pool.
    .EXAMPLE
    Get-CsService -EdgeServer

    The services of one role. One role can be named a call.
    .EXAMPLE
    Get-CsService -PoolFqdn pool01.contoso.com | Select-Object Identity

    What runs on one pool.
    .EXAMPLE
    Get-CsService | Where-Object { $_.SiteId -eq 'site:Redmond' }

    What runs in one site.
    #>
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Discovery' 'Get-CsService' }
    process {
        # Each role switch is a parameter set of its own, named like the role.
        $role = $PSCmdlet.ParameterSetName
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $services = @(foreach ($kind in 'edgeServices', 'otherServices') {
                foreach ($entry in $State[$kind]) { ConvertTo-PracticeObject $kind $entry }
            })
            if ($role -notin 'Identity', 'Filter') { $services = @($services | Where-Object { $_.Role -eq $role }) }
            if ($Bound.Contains('Filter')) {
                $services = @($services | Where-Object { $_.Identity -like $Bound['Filter'] })
            }
            if ($Bound.Contains('Identity')) {
                $services = @($services | Where-Object { $_.Identity -eq $Bound['Identity'] })
                if ($services.Count -eq 0) { return New-PracticeError 'ServiceNotFound' $Bound['Identity'] }
            }
            if ($Bound.Contains('PoolFqdn')) {
                $services = @($services | Where-Object { $_.PoolFqdn -eq $Bound['PoolFqdn'] })
                if ($services.Count -eq 0) { return New-PracticeError 'PoolNotFound' $Bound['PoolFqdn'] }
            }
            $services
        }
    }
}

function Get-CsServerVersion {
    <#
    .SYNOPSIS
    Returns the product and its base version as one string.
    .EXAMPLE
    Get-CsServerVersion

    The only way to call it.
    #>
    [CmdletBinding()]
    param()
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters { $script:PracticeProfile.ServerVersion }
    }
}
