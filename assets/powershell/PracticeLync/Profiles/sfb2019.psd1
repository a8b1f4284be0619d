# Skype for Business Server 2019. Subscription Edition is taken to be like it.
# To add a product, add a file like this one and its <name>.state.json; no code names a profile.
@{
    ModuleName    = 'SkypeForBusiness'
    ServerVersion = 'Skype for Business Server 2019 (7.0.2046.0): Volume license key installed.'
    # Without BasedOn a product has everything in ../Reference, but this: parameters and properties by name, or by
    # 'cmdlet.parameter' and 'kind.property' where others of the same name exist.
    Without       = 'LegalInterceptServer', 'ProvisionDatabase', 'ProvisionServer'
}
