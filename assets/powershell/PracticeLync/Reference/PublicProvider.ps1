# Parameters of the public provider cmdlets in any product, in the order of the syntax, from the cmdlet reference.
# Name; Type; Sets (all when left out); Mandatory; Position (1 = the first positional); pipeline binding; Range.
@{
    'Get-CsPublicProvider' = @(
        @{ Name = 'Identity'; Type = 'string'; Sets = 'Identity'; Position = 1 }
        @{ Name = 'Filter'; Type = 'string'; Sets = 'Filter' }
        @{ Name = 'LocalStore'; Type = 'switch' }
    )
    'New-CsPublicProvider' = @(
        @{ Name = 'Identity'; Type = 'string'; Mandatory = $true; Position = 1 }
        @{ Name = 'ProxyFqdn'; Type = 'string'; Mandatory = $true }
        @{ Name = 'Enabled'; Type = 'bool'; Mandatory = $true }
        @{ Name = 'VerificationLevel'; Type = 'VerificationLevel' }
        @{ Name = 'IconUrl'; Type = 'string' }
        @{ Name = 'NameDecorationDomain'; Type = 'string' }
        @{ Name = 'NameDecorationRoutingDomain'; Type = 'string' }
        @{ Name = 'NameDecorationExcludedDomainList'; Type = 'string' }
        @{ Name = 'EnableSkypeIdRouting'; Type = 'bool' }
        @{ Name = 'EnableSkypeDirectorySearch'; Type = 'bool' }
        @{ Name = 'InMemory'; Type = 'switch' }
        @{ Name = 'Force'; Type = 'switch' }
    )
    'Set-CsPublicProvider' = @(
        @{ Name = 'Identity'; Type = 'string'; Sets = 'Identity'; Position = 1 }
        @{ Name = 'Instance'; Type = 'psobject'; Sets = 'Instance'; ValueFromPipeline = $true }
        @{ Name = 'Enabled'; Type = 'bool' }
        @{ Name = 'VerificationLevel'; Type = 'VerificationLevel' }
        @{ Name = 'Force'; Type = 'switch' }
    )
    'Remove-CsPublicProvider' = @(
        @{
            Name = 'Identity'; Type = 'string'
            Mandatory = $true; Position = 1; ValueFromPipelineByPropertyName = $true
        }
        @{ Name = 'Force'; Type = 'switch' }
    )
    'Enable-CsPublicProvider' = @(
        @{ Name = 'Identity'; Type = 'string'; Sets = 'Identity'; Position = 1 }
        @{ Name = 'Instance'; Type = 'psobject'; Sets = 'Instance'; ValueFromPipeline = $true }
        @{ Name = 'Force'; Type = 'switch' }
    )
    'Disable-CsPublicProvider' = @(
        @{ Name = 'Identity'; Type = 'string'; Sets = 'Identity'; Position = 1 }
        @{ Name = 'Instance'; Type = 'psobject'; Sets = 'Instance'; ValueFromPipeline = $true }
        @{ Name = 'Force'; Type = 'switch' }
    )
}
