# Parameters of the public provider cmdlets in any product, from the cmdlet reference.
# Type; Sets (all when left out); Mandatory; Position (1 = the first positional); pipeline binding; Range.
@{
    'Get-CsPublicProvider'     = @{
        Identity   = @{ Type = 'string'; Sets = 'Identity'; Position = 1 }
        Filter     = @{ Type = 'string'; Sets = 'Filter' }
        LocalStore = @{ Type = 'switch' }
    }
    'New-CsPublicProvider'     = @{
        Identity                         = @{ Type = 'string'; Mandatory = $true; Position = 1 }
        ProxyFqdn                        = @{ Type = 'string'; Mandatory = $true }
        Enabled                          = @{ Type = 'bool'; Mandatory = $true }
        VerificationLevel                = @{ Type = 'VerificationLevel' }
        IconUrl                          = @{ Type = 'string' }
        NameDecorationDomain             = @{ Type = 'string' }
        NameDecorationRoutingDomain      = @{ Type = 'string' }
        NameDecorationExcludedDomainList = @{ Type = 'string' }
        EnableSkypeIdRouting             = @{ Type = 'bool' }
        EnableSkypeDirectorySearch       = @{ Type = 'bool' }
        InMemory                         = @{ Type = 'switch' }
        Force                            = @{ Type = 'switch' }
    }
    'Set-CsPublicProvider'     = @{
        Identity          = @{ Type = 'string'; Sets = 'Identity'; Position = 1 }
        Instance          = @{ Type = 'psobject'; Sets = 'Instance'; ValueFromPipeline = $true }
        Enabled           = @{ Type = 'bool' }
        VerificationLevel = @{ Type = 'VerificationLevel' }
        Force             = @{ Type = 'switch' }
    }
    'Remove-CsPublicProvider'  = @{
        Identity = @{ Type = 'string'; Mandatory = $true; Position = 1; ValueFromPipelineByPropertyName = $true }
        Force    = @{ Type = 'switch' }
    }
    'Enable-CsPublicProvider'  = @{
        Identity = @{ Type = 'string'; Sets = 'Identity'; Position = 1 }
        Instance = @{ Type = 'psobject'; Sets = 'Instance'; ValueFromPipeline = $true }
        Force    = @{ Type = 'switch' }
    }
    'Disable-CsPublicProvider' = @{
        Identity = @{ Type = 'string'; Sets = 'Identity'; Position = 1 }
        Instance = @{ Type = 'psobject'; Sets = 'Instance'; ValueFromPipeline = $true }
        Force    = @{ Type = 'switch' }
    }
}
