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
    #>
    [CmdletBinding(DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Get-CsAccessEdgeConfiguration' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $entry = $State.accessEdgeConfiguration
            if ($Bound.Contains('Identity')) { Assert-GlobalIdentity $Bound['Identity'] }
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
    #>
    [CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 'Identity')]
    param()
    dynamicparam { New-PracticeParameter 'Set-CsAccessEdgeConfiguration' }
    process {
        Invoke-PracticeCmdlet $PSCmdlet $PSBoundParameters {
            param($State, $Bound)
            $entry = $State.accessEdgeConfiguration
            if ($Bound.Contains('Identity')) { Assert-GlobalIdentity $Bound['Identity'] }
            $values = $Bound
            if ($Bound.Contains('Instance')) {
                $values = Read-Instance $Bound['Instance']
                Assert-GlobalIdentity $values['Identity']
            }
            Set-RoutingMethod $State $Bound
            $fixed = @('Identity', 'RoutingMethod')
            foreach ($name in @($entry.Keys | Where-Object { $_ -notin $fixed })) {
                if (-not $values.Contains($name)) { continue }
                Assert-SettingAvailable $entry.RoutingMethod $name
                $entry[$name] = ConvertTo-StateValue $name $values[$name]
            }
        }
    }
}

function Set-RoutingMethod {
    <#
    .SYNOPSIS
    Applies -UseDnsSrvRouting or -UseDefaultRouting: each needs its companion, and a default route needs all providers gone.
    #>
    param([System.Collections.IDictionary]$State, [System.Collections.IDictionary]$Bound)

    $edge = $State.accessEdgeConfiguration
    if ($Bound.Contains('UseDnsSrvRouting') -and $Bound['UseDnsSrvRouting']) {
        if (-not $Bound.Contains('EnablePartnerDiscovery')) { Stop-Practice 'PartnerDiscoveryRequired' 'EnablePartnerDiscovery' }
        $edge.RoutingMethod = 'UseDnsSrvRouting'
    }
    if ($Bound.Contains('UseDefaultRouting') -and $Bound['UseDefaultRouting']) {
        if (-not $Bound.Contains('DefaultRouteFqdn') -or -not $Bound['DefaultRouteFqdn']) {
            Stop-Practice 'DefaultRouteFqdnRequired' 'DefaultRouteFqdn'
        }
        $left = @(@($State.publicProviders) + @($State.hostingProviders) | ForEach-Object { $_.Identity })
        if ($left.Count -gt 0) { Stop-Practice 'ProvidersExist' $Bound['DefaultRouteFqdn'] ($left -join ', ') }
        $edge.RoutingMethod = 'UseDefaultRouting'
    }
}

function Assert-SettingAvailable {
    param([string]$RoutingMethod, [string]$Setting)

    $missing = $script:DefaultRouteSettings
    if ($RoutingMethod -eq 'UseDefaultRouting') { $missing = $script:DnsSrvSettings }
    if ($Setting -in $missing) { Stop-Practice 'RoutingMethodMismatch' $Setting ($Setting, $RoutingMethod) }
}

function Assert-GlobalIdentity {
    param([AllowNull()][string]$Identity)

    if ($Identity -ne 'Global') { Stop-Practice 'ConfigurationNotFound' $Identity }
}
