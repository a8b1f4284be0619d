# The Access Edge configuration: one object for the whole organisation.

# Settings that exist only under one routing method; all others exist under both.
$script:DnsSrvSettings = @('BeClearingHouse', 'EnablePartnerDiscovery', 'DiscoveredPartnerVerificationLevel')
$script:DefaultRouteSettings = @('DefaultRouteFqdn', 'IsPublicProvider', 'VerificationLevel')

function Get-CsAccessEdgeConfiguration {
    <#
    .SYNOPSIS
    Returns the Access Edge configuration; its properties depend on the routing method.
    .EXAMPLE
    Get-CsAccessEdgeConfiguration

    The one configuration that there is.
    .EXAMPLE
    Get-CsAccessEdgeConfiguration | Select-Object Allow*

    Who may pass the Edge Servers.
    .EXAMPLE
    (Get-CsAccessEdgeConfiguration).EnablePartnerDiscovery

    One property.
    #>
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'AccessEdgeConfiguration' 'Get-CsAccessEdgeConfiguration' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $entry = $State.accessEdgeConfiguration
            if ($Bound.Contains('Identity') -and $Bound['Identity'] -ne 'Global') {
                return New-PracticeError 'ConfigurationNotFound' $Bound['Identity']
            }
            if ($Bound.Contains('Filter') -and $entry.Identity -notlike $Bound['Filter']) { return }
            $kind = 'accessEdgeDnsSrvRouting'
            if ($entry.RoutingMethod -eq 'UseDefaultRouting') { $kind = 'accessEdgeDefaultRouting' }
            ConvertTo-PracticeObject $kind $entry
        }
    }
}

function Set-CsAccessEdgeConfiguration {
    <#
    .SYNOPSIS
    Changes the Access Edge configuration. AllowFederatedUsers is the master switch of all federation.
    .EXAMPLE
    Set-CsAccessEdgeConfiguration -AllowFederatedUsers $true

    Federation on, for the whole organisation.
    .EXAMPLE
    Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery $true

    Routing by DNS SRV records. The two parameters go together.
    .EXAMPLE
    Set-CsAccessEdgeConfiguration -UseDefaultRouting -DefaultRouteFqdn edge.contoso.com

    One route for everything. All public and hosting providers must be removed first.
    #>
    [CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'AccessEdgeConfiguration' 'Set-CsAccessEdgeConfiguration' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $entry = $State.accessEdgeConfiguration
            $values = $Bound
            if ($Bound.Contains('Instance')) { $values = $Bound['Instance'] }
            if ($values.Contains('Identity') -and $values['Identity'] -ne 'Global') {
                return New-PracticeError 'ConfigurationNotFound' $values['Identity']
            }
            $problem = Set-RoutingMethod $State $Bound
            if ($problem) { return $problem }
            foreach ($name in @($entry.Keys | Where-Object { $_ -notin 'Identity', 'RoutingMethod' })) {
                if (-not $values.Contains($name)) { continue }
                $problem = Get-SettingProblem $entry.RoutingMethod $name
                if ($problem) { return $problem }
                $entry[$name] = ConvertTo-StateValue $name $values[$name]
            }
        }
    }
}

function Set-RoutingMethod {
    <#
    .SYNOPSIS
    Applies -UseDnsSrvRouting or -UseDefaultRouting: each needs its companion, and a default route needs all providers
    gone.
    #>
    param([System.Collections.IDictionary]$State, [hashtable]$Bound)

    $edge = $State.accessEdgeConfiguration
    if ($Bound['UseDnsSrvRouting']) {
        if (-not $Bound.Contains('EnablePartnerDiscovery')) {
            return New-PracticeError 'PartnerDiscoveryRequired' 'EnablePartnerDiscovery'
        }
        $edge.RoutingMethod = 'UseDnsSrvRouting'
    }
    if ($Bound['UseDefaultRouting']) {
        if (-not $Bound['DefaultRouteFqdn']) { return New-PracticeError 'DefaultRouteFqdnRequired' 'DefaultRouteFqdn' }
        $left = @(@($State.publicProviders) + @($State.hostingProviders) | ForEach-Object { $_.Identity })
        if ($left.Count -gt 0) {
            return New-PracticeError 'ProvidersExist' $Bound['DefaultRouteFqdn'] ($left -join ', ')
        }
        $edge.RoutingMethod = 'UseDefaultRouting'
    }
}

function Get-SettingProblem {
    param([string]$RoutingMethod, [string]$Setting)

    $missing = $script:DefaultRouteSettings
    if ($RoutingMethod -eq 'UseDefaultRouting') { $missing = $script:DnsSrvSettings }
    if ($Setting -in $missing) { return New-PracticeError 'RoutingMethodMismatch' $Setting ($Setting, $RoutingMethod) }
}
