# Lync Server 2013 before Cumulative Update 5.
@{
    ModuleName    = 'Lync'
    ServerVersion = 'Microsoft Lync Server 2013 (5.0.8308.0): Volume license key installed.'
    BasedOn       = 'lync2013-cu5'
    # The reference has NameDecorationDomain in every Lync Server 2013; editions of its own page differ on whether all of
    # name decoration was there before the update. The later one of two readings is the one that no server refuses.
    Without       = 'NameDecorationDomain', 'NameDecorationRoutingDomain', 'NameDecorationExcludedDomainList'
}
