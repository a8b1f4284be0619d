# Parameters of the cmdlets that only look, and of replication, in any product, from the cmdlet reference.
# Keys as in PublicProvider.psd1. Get-CsService takes one role switch per call: each is its own set.
@{
    'Get-CsHostingProvider' = @(
        @{ Name = 'Identity'; Type = 'string'; Sets = 'Identity'; Position = 1 }
        @{ Name = 'Filter'; Type = 'string'; Sets = 'Filter' }
        @{ Name = 'LocalStore'; Type = 'switch' }
    )
    'Get-CsAllowedDomain' = @(
        @{ Name = 'Identity'; Type = 'string'; Sets = 'Identity'; Position = 1 }
        @{ Name = 'Filter'; Type = 'string'; Sets = 'Filter' }
        @{ Name = 'LocalStore'; Type = 'switch' }
    )
    'Get-CsBlockedDomain' = @(
        @{ Name = 'Identity'; Type = 'string'; Sets = 'Identity'; Position = 1 }
        @{ Name = 'Filter'; Type = 'string'; Sets = 'Filter' }
        @{ Name = 'LocalStore'; Type = 'switch' }
    )
    'Get-CsSipDomain' = @(
        @{ Name = 'Identity'; Type = 'string'; Sets = 'Identity'; Position = 1 }
        @{ Name = 'Filter'; Type = 'string'; Sets = 'Filter' }
    )
    'Get-CsService' = @(
        @{ Name = 'Identity'; Type = 'string'; Sets = 'Identity'; Position = 1 }
        @{ Name = 'Filter'; Type = 'string'; Sets = 'Filter' }
        @{ Name = 'PoolFqdn'; Type = 'string' }
        @{ Name = 'ApplicationDatabase'; Type = 'switch'; Sets = 'ApplicationDatabase' }
        @{ Name = 'ApplicationServer'; Type = 'switch'; Sets = 'ApplicationServer' }
        @{ Name = 'ArchivingDatabase'; Type = 'switch'; Sets = 'ArchivingDatabase' }
        @{ Name = 'ArchivingServer'; Type = 'switch'; Sets = 'ArchivingServer' }
        @{ Name = 'BackupServer'; Type = 'switch'; Sets = 'BackupServer' }
        @{ Name = 'CentralManagement'; Type = 'switch'; Sets = 'CentralManagement' }
        @{ Name = 'CentralManagementDatabase'; Type = 'switch'; Sets = 'CentralManagementDatabase' }
        @{ Name = 'ConferencingServer'; Type = 'switch'; Sets = 'ConferencingServer' }
        @{ Name = 'Director'; Type = 'switch'; Sets = 'Director' }
        @{ Name = 'EdgeServer'; Type = 'switch'; Sets = 'EdgeServer' }
        @{ Name = 'FileStore'; Type = 'switch'; Sets = 'FileStore' }
        @{ Name = 'LegalInterceptServer'; Type = 'switch'; Sets = 'LegalInterceptServer' }
        @{ Name = 'ManagementServer'; Type = 'switch'; Sets = 'ManagementServer' }
        @{ Name = 'MediationServer'; Type = 'switch'; Sets = 'MediationServer' }
        @{ Name = 'MonitoringDatabase'; Type = 'switch'; Sets = 'MonitoringDatabase' }
        @{ Name = 'MonitoringServer'; Type = 'switch'; Sets = 'MonitoringServer' }
        @{ Name = 'PersistentChatComplianceDatabase'; Type = 'switch'; Sets = 'PersistentChatComplianceDatabase' }
        @{ Name = 'PersistentChatDatabase'; Type = 'switch'; Sets = 'PersistentChatDatabase' }
        @{ Name = 'PersistentChatServer'; Type = 'switch'; Sets = 'PersistentChatServer' }
        @{ Name = 'ProvisionDatabase'; Type = 'switch'; Sets = 'ProvisionDatabase' }
        @{ Name = 'ProvisionServer'; Type = 'switch'; Sets = 'ProvisionServer' }
        @{ Name = 'PstnGateway'; Type = 'switch'; Sets = 'PstnGateway' }
        @{ Name = 'Registrar'; Type = 'switch'; Sets = 'Registrar' }
        @{ Name = 'TrustedApplicationPool'; Type = 'switch'; Sets = 'TrustedApplicationPool' }
        @{ Name = 'UserDatabase'; Type = 'switch'; Sets = 'UserDatabase' }
        @{ Name = 'UserServer'; Type = 'switch'; Sets = 'UserServer' }
        @{ Name = 'VideoGateway'; Type = 'switch'; Sets = 'VideoGateway' }
        @{ Name = 'VideoInteropServer'; Type = 'switch'; Sets = 'VideoInteropServer' }
        @{ Name = 'WacServer'; Type = 'switch'; Sets = 'WacServer' }
        @{ Name = 'WebServer'; Type = 'switch'; Sets = 'WebServer' }
    )
    'Get-CsServerVersion' = @()
    'Get-CsUser' = @(
        @{
            Name = 'Identity'; Type = 'psobject'
            Position = 1; ValueFromPipeline = $true; ValueFromPipelineByPropertyName = $true
        }
        @{ Name = 'Filter'; Type = 'string' }
        @{ Name = 'DomainController'; Type = 'string' }
        @{ Name = 'ResultSize'; Type = 'uint32' }
    )
    'Get-CsManagementStoreReplicationStatus' = @(
        @{ Name = 'ReplicaFqdn'; Type = 'string'; Position = 1; ValueFromPipelineByPropertyName = $true }
        @{ Name = 'CentralManagementStoreStatus'; Type = 'switch'; ValueFromPipelineByPropertyName = $true }
    )
    'Invoke-CsManagementStoreReplication' = @(
        @{ Name = 'ReplicaFqdn'; Type = 'string'; Position = 1; ValueFromPipelineByPropertyName = $true }
        @{ Name = 'Force'; Type = 'switch' }
    )
}
