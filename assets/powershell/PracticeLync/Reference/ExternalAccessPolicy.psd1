# Parameters of the external access policy cmdlets in any product, from the cmdlet reference. Keys as in
# PublicProvider.psd1.
@{
    'Get-CsExternalAccessPolicy'    = @{
        Identity   = @{ Type = 'string'; Sets = 'Identity'; Position = 1 }
        Filter     = @{ Type = 'string'; Sets = 'Filter' }
        LocalStore = @{ Type = 'switch' }
    }
    'New-CsExternalAccessPolicy'    = @{
        Identity                          = @{ Type = 'string'; Mandatory = $true; Position = 1 }
        Description                       = @{ Type = 'string' }
        EnableFederationAccess            = @{ Type = 'bool' }
        EnableXmppAccess                  = @{ Type = 'bool' }
        EnablePublicCloudAccess           = @{ Type = 'bool' }
        EnablePublicCloudAudioVideoAccess = @{ Type = 'bool' }
        EnableOutsideAccess               = @{ Type = 'bool' }
        InMemory                          = @{ Type = 'switch' }
        Force                             = @{ Type = 'switch' }
    }
    'Set-CsExternalAccessPolicy'    = @{
        Identity                          = @{ Type = 'string'; Sets = 'Identity'; Position = 1 }
        Instance                          = @{ Type = 'psobject'; Sets = 'Instance'; ValueFromPipeline = $true }
        Description                       = @{ Type = 'string' }
        EnableFederationAccess            = @{ Type = 'bool' }
        EnableXmppAccess                  = @{ Type = 'bool' }
        EnablePublicCloudAccess           = @{ Type = 'bool' }
        EnablePublicCloudAudioVideoAccess = @{ Type = 'bool' }
        EnableOutsideAccess               = @{ Type = 'bool' }
        Force                             = @{ Type = 'switch' }
    }
    'Remove-CsExternalAccessPolicy' = @{
        Identity = @{ Type = 'string'; Mandatory = $true; Position = 1; ValueFromPipelineByPropertyName = $true }
        Force    = @{ Type = 'switch' }
    }
    'Grant-CsExternalAccessPolicy'  = @{
        Identity         = @{ Type = 'psobject'; Mandatory = $true; Position = 1; ValueFromPipeline = $true
            ValueFromPipelineByPropertyName = $true
        }
        PolicyName       = @{ Type = 'string'; Position = 2 }
        DomainController = @{ Type = 'string' }
        PassThru         = @{ Type = 'switch' }
    }
}
