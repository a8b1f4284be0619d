# Parameters of the cmdlets that only look, and of replication, in any product, from the cmdlet reference.
# Keys as in PublicProvider.psd1. Get-CsService takes one role switch per call: each is its own set.
@{
    'Get-CsHostingProvider'                  = @{
        Identity   = @{ Type = 'string'; Sets = 'Identity'; Position = 1 }
        Filter     = @{ Type = 'string'; Sets = 'Filter' }
        LocalStore = @{ Type = 'switch' }
    }
    'Get-CsAllowedDomain'                    = @{
        Identity   = @{ Type = 'string'; Sets = 'Identity'; Position = 1 }
        Filter     = @{ Type = 'string'; Sets = 'Filter' }
        LocalStore = @{ Type = 'switch' }
    }
    'Get-CsBlockedDomain'                    = @{
        Identity   = @{ Type = 'string'; Sets = 'Identity'; Position = 1 }
        Filter     = @{ Type = 'string'; Sets = 'Filter' }
        LocalStore = @{ Type = 'switch' }
    }
    'Get-CsSipDomain'                        = @{
        Identity = @{ Type = 'string'; Sets = 'Identity'; Position = 1 }
        Filter   = @{ Type = 'string'; Sets = 'Filter' }
    }
    'Get-CsService'                          = @{
        Identity                         = @{ Type = 'string'; Sets = 'Identity'; Position = 1 }
        Filter                           = @{ Type = 'string'; Sets = 'Filter' }
        PoolFqdn                         = @{ Type = 'string' }
        ApplicationDatabase              = @{ Type = 'switch'; Sets = 'ApplicationDatabase' }
        ApplicationServer                = @{ Type = 'switch'; Sets = 'ApplicationServer' }
        ArchivingDatabase                = @{ Type = 'switch'; Sets = 'ArchivingDatabase' }
        ArchivingServer                  = @{ Type = 'switch'; Sets = 'ArchivingServer' }
        BackupServer                     = @{ Type = 'switch'; Sets = 'BackupServer' }
        CentralManagement                = @{ Type = 'switch'; Sets = 'CentralManagement' }
        CentralManagementDatabase        = @{ Type = 'switch'; Sets = 'CentralManagementDatabase' }
        ConferencingServer               = @{ Type = 'switch'; Sets = 'ConferencingServer' }
        Director                         = @{ Type = 'switch'; Sets = 'Director' }
        EdgeServer                       = @{ Type = 'switch'; Sets = 'EdgeServer' }
        FileStore                        = @{ Type = 'switch'; Sets = 'FileStore' }
        ManagementServer                 = @{ Type = 'switch'; Sets = 'ManagementServer' }
        MediationServer                  = @{ Type = 'switch'; Sets = 'MediationServer' }
        MonitoringDatabase               = @{ Type = 'switch'; Sets = 'MonitoringDatabase' }
        MonitoringServer                 = @{ Type = 'switch'; Sets = 'MonitoringServer' }
        PersistentChatComplianceDatabase = @{ Type = 'switch'; Sets = 'PersistentChatComplianceDatabase' }
        PersistentChatDatabase           = @{ Type = 'switch'; Sets = 'PersistentChatDatabase' }
        PersistentChatServer             = @{ Type = 'switch'; Sets = 'PersistentChatServer' }
        PstnGateway                      = @{ Type = 'switch'; Sets = 'PstnGateway' }
        Registrar                        = @{ Type = 'switch'; Sets = 'Registrar' }
        TrustedApplicationPool           = @{ Type = 'switch'; Sets = 'TrustedApplicationPool' }
        UserDatabase                     = @{ Type = 'switch'; Sets = 'UserDatabase' }
        UserServer                       = @{ Type = 'switch'; Sets = 'UserServer' }
        WebServer                        = @{ Type = 'switch'; Sets = 'WebServer' }
    }
    'Get-CsServerVersion'                    = @{}
    'Get-CsUser'                             = @{
        Identity         = @{ Type = 'psobject'; Position = 1; ValueFromPipeline = $true
            ValueFromPipelineByPropertyName = $true
        }
        Filter           = @{ Type = 'string' }
        DomainController = @{ Type = 'string' }
        ResultSize       = @{ Type = 'uint32' }
    }
    'Get-CsManagementStoreReplicationStatus' = @{
        ReplicaFqdn                  = @{ Type = 'string'; Position = 1 }
        CentralManagementStoreStatus = @{ Type = 'switch' }
    }
    'Invoke-CsManagementStoreReplication'    = @{
        ReplicaFqdn = @{ Type = 'string'; Position = 1 }
        Force       = @{ Type = 'switch' }
    }
}
