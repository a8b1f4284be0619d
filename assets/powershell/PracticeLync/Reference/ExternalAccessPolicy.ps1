# Parameters of the external access policy cmdlets in any product, from the cmdlet reference. Keys as in
# PublicProvider.psd1.
@{
    'Get-CsExternalAccessPolicy' = @(
        @{ Name = 'Identity'; Type = 'string'; Sets = 'Identity'; Position = 1 }
        @{ Name = 'Filter'; Type = 'string'; Sets = 'Filter' }
        @{ Name = 'LocalStore'; Type = 'switch' }
    )
    'New-CsExternalAccessPolicy' = @(
        @{ Name = 'Identity'; Type = 'string'; Mandatory = $true; Position = 1 }
        @{ Name = 'Description'; Type = 'string' }
        @{ Name = 'EnableFederationAccess'; Type = 'bool' }
        @{ Name = 'EnableXmppAccess'; Type = 'bool' }
        @{ Name = 'EnablePublicCloudAccess'; Type = 'bool' }
        @{ Name = 'EnablePublicCloudAudioVideoAccess'; Type = 'bool' }
        @{ Name = 'EnableOutsideAccess'; Type = 'bool' }
        @{ Name = 'InMemory'; Type = 'switch' }
        @{ Name = 'Force'; Type = 'switch' }
    )
    'Set-CsExternalAccessPolicy' = @(
        @{ Name = 'Identity'; Type = 'string'; Sets = 'Identity'; Position = 1 }
        @{ Name = 'Instance'; Type = 'psobject'; Sets = 'Instance'; ValueFromPipeline = $true }
        @{ Name = 'Description'; Type = 'string' }
        @{ Name = 'EnableFederationAccess'; Type = 'bool' }
        @{ Name = 'EnableXmppAccess'; Type = 'bool' }
        @{ Name = 'EnablePublicCloudAccess'; Type = 'bool' }
        @{ Name = 'EnablePublicCloudAudioVideoAccess'; Type = 'bool' }
        @{ Name = 'EnableOutsideAccess'; Type = 'bool' }
        @{ Name = 'Force'; Type = 'switch' }
    )
    'Remove-CsExternalAccessPolicy' = @(
        @{
            Name = 'Identity'; Type = 'string'
            Mandatory = $true; Position = 1; ValueFromPipelineByPropertyName = $true
        }
        @{ Name = 'Force'; Type = 'switch' }
    )
    'Grant-CsExternalAccessPolicy' = @(
        @{
            Name = 'Identity'; Type = 'psobject'
            Mandatory = $true; Position = 1; ValueFromPipeline = $true; ValueFromPipelineByPropertyName = $true
        }
        @{ Name = 'PolicyName'; Type = 'string'; Position = 2 }
        @{ Name = 'DomainController'; Type = 'string' }
        @{ Name = 'PassThru'; Type = 'switch' }
    )
}
