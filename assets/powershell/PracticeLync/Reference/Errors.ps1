# Every error of the practice cmdlets: id -> category and text. Ids are stable; {0}, {1} are filled in.
@{
    ProviderNotFound = @{
        Category = 'ObjectNotFound'
        Text     = 'There is no public provider "{0}".'
    }
    ProviderAlreadyExists = @{
        Category = 'ResourceExists'
        Text     = 'A public or hosting provider with the identity "{0}" already exists.'
    }
    ProxyFqdnInUse = @{
        Category = 'ResourceExists'
        Text     = 'The proxy FQDN "{0}" is already in use by the provider "{1}".'
    }
    ProviderAlreadyEnabled = @{
        Category = 'InvalidOperation'
        Text     = 'The public provider "{0}" is already enabled.'
    }
    ProviderAlreadyDisabled = @{
        Category = 'InvalidOperation'
        Text     = 'The public provider "{0}" is already disabled.'
    }
    DefaultRoutingInUse = @{
        Category = 'InvalidOperation'
        Text     = 'The Access Edge uses default routing. Providers can be federated only with DNS SRV routing.'
    }
    HostingProviderNotFound = @{
        Category = 'ObjectNotFound'
        Text     = 'There is no hosting provider "{0}".'
    }
    PolicyNotFound = @{
        Category = 'ObjectNotFound'
        Text     = 'There is no external access policy "{0}".'
    }
    PolicyAlreadyExists = @{
        Category = 'ResourceExists'
        Text     = 'The external access policy "{0}" already exists.'
    }
    SiteNotFound = @{
        Category = 'ObjectNotFound'
        Text     = 'There is no site "{0}".'
    }
    NotAUserPolicy = @{
        Category = 'InvalidArgument'
        Text     = "Policy '{0}' is not a user policy. You can assign only a user policy to a specific user"
    }
    UserNotFound = @{
        Category = 'ObjectNotFound'
        Text     = 'There is no user "{0}".'
    }
    ConfigurationNotFound = @{
        Category = 'ObjectNotFound'
        Text     = 'There is no Access Edge configuration "{0}". The only one is Global.'
    }
    PartnerDiscoveryRequired = @{
        Category = 'InvalidArgument'
        Text     = 'UseDnsSrvRouting must be given together with EnablePartnerDiscovery.'
    }
    DefaultRouteFqdnRequired = @{
        Category = 'InvalidArgument'
        Text     = 'UseDefaultRouting must be given together with DefaultRouteFqdn.'
    }
    ProvidersExist = @{
        Category = 'InvalidOperation'
        Text     = 'Delete all hosting and public providers before you assign a default route. Still there: {0}.'
    }
    RoutingMethodMismatch = @{
        Category = 'InvalidOperation'
        Text     = 'The setting {0} is not available with the routing method {1}.'
    }
    SipDomainNotFound = @{
        Category = 'ObjectNotFound'
        Text     = 'There is no SIP domain "{0}".'
    }
    ServiceNotFound = @{
        Category = 'ObjectNotFound'
        Text     = 'There is no service "{0}".'
    }
    PoolNotFound = @{
        Category = 'ObjectNotFound'
        Text     = 'There is no pool "{0}".'
    }
    ReplicaNotFound = @{
        Category = 'ObjectNotFound'
        Text     = 'There is no replica "{0}".'
    }
    AllowedDomainNotFound = @{
        Category = 'ObjectNotFound'
        Text     = 'There is no allowed domain "{0}".'
    }
    BlockedDomainNotFound = @{
        Category = 'ObjectNotFound'
        Text     = 'There is no blocked domain "{0}".'
    }
    IdentityRequired = @{
        Category = 'InvalidArgument'
        Text     = 'Give the identity, or an instance, of the object to change.'
    }
    InvalidIdentity = @{
        Category = 'InvalidArgument'
        Text     = 'The identity "{0}" is not valid here.'
    }
    InvalidInstance = @{
        Category = 'InvalidArgument'
        Text     = 'The instance is not an object of this kind: it has no property {0}.'
    }
    InvalidPropertyValue = @{
        Category = 'InvalidArgument'
        Text     = 'The property {0} cannot take the value "{1}".'
    }
    InvalidFilter = @{
        Category = 'InvalidArgument'
        Text     = 'The filter "{0}" is not understood. Write: Property -eq "value", with -eq, -ne, -like or -notlike.'
    }
    PracticeStateInvalid = @{
        Category = 'InvalidData'
        Text     = 'The practice state file "{0}" cannot be used and was left as it is. {1}'
    }
    PracticeStateOfOtherProfile = @{
        Category = 'InvalidArgument'
        Text     = 'The practice state file "{0}" belongs to the profile {1}, not to {2}. It was left as it is.'
    }
    PracticeStateUnavailable = @{
        Category = 'WriteError'
        Text     = 'The practice state file "{0}" cannot be read or written. {1}'
    }
    PracticeStateBusy = @{
        Category = 'ResourceBusy'
        Text     = 'The practice state file "{0}" is in use by another shell.'
    }
    PracticeProfileNotFound = @{
        Category = 'ObjectNotFound'
        Text     = 'There is no practice profile "{0}". Profiles: {1}.'
    }
    PracticeFaultsInvalid = @{
        Category = 'InvalidData'
        Text     = 'The faults file "{0}" cannot be used. {1}'
    }
    PracticeFault = @{
        Category = 'OperationStopped'
        Text     = '{0} failed, as the faults file asks.'
    }
    PracticeFaultAfterChange = @{
        Category = 'OperationStopped'
        Text     = '{0} failed after it had made its change, as the faults file asks.'
    }
    AccessDenied = @{
        Category = 'PermissionDenied'
        Text     = '{0}: access to the Central Management Store was denied.'
    }
}
