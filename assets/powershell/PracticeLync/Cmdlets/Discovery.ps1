# Cmdlets that only look: hosting providers, domains, services, users, the version.

function Get-CsHostingProvider {
    <#
    .SYNOPSIS
    Returns the hosting providers of the practice deployment.
    .EXAMPLE
    Get-CsHostingProvider
    #>
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Get-CsHostingProvider' }
    process {
        Get-PracticeEntry $PSCmdlet $PSBoundParameters 'hostingProviders' 'HostingProviderNotFound'
    }
}

function Get-CsAllowedDomain {
    <#
    .SYNOPSIS
    Returns the domains that are explicitly allowed for federation.
    .EXAMPLE
    Get-CsAllowedDomain -Filter *.com
    #>
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Get-CsAllowedDomain' }
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
    #>
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Get-CsBlockedDomain' }
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
    #>
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Get-CsSipDomain' }
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
    #>
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Get-CsService' }
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
    #>
    [CmdletBinding()]
    param()
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters { $script:PracticeProfile.ServerVersion }
    }
}
