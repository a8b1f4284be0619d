# Products by the major number of their version.
@{
    '4' = @{ Edition = 'lync2010'; Name = 'Lync Server 2010' }
    '5' = @{ Edition = 'lync2013'; Name = 'Lync Server 2013' }
    '6' = @{ Edition = 'sfb2015'; Name = 'Skype for Business Server 2015' }
    '7' = @{ Edition = 'sfb2019'; Name = 'Skype for Business Server 2019' }
}
