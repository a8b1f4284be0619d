# The site of the practice deployment before anything was set up: one site for all products, in Reference/Site.json, cut
# to what the product has, with the values that differ from product to product.

function New-PracticeState {
    <#
    .SYNOPSIS
    Writes the state of a site that was never set up, replicated everywhere.
    #>
    $state = Read-JsonFile "$PSScriptRoot/Reference/Site.json"
    $state.Insert(1, 'profile', $script:PracticeProfile.Name)
    Remove-MissingProperty $state
    Merge-SiteDifference $state (Read-JsonFile "$PSScriptRoot/Profiles/$($script:PracticeProfile.Name).state.json")
    $changedAt = ConvertTo-StateTime ([System.DateTime]::UtcNow.AddHours(-1))
    foreach ($replica in $state.replicas) { $replica.changedAt = $changedAt }
    Save-PracticeState $state
}

function Read-JsonFile([string]$Path) {
    return ConvertFrom-JsonText ([System.IO.File]::ReadAllText($Path))
}

function Remove-MissingProperty {
    <#
    .SYNOPSIS
    Takes from every entry of a state the properties that the product lacks.
    #>
    param([System.Collections.IDictionary]$State)

    $missing = $script:PracticeProfile.Missing
    foreach ($section in $State.Keys) {
        foreach ($entry in @($State[$section])) {
            if ($entry -isnot [System.Collections.IDictionary]) { continue }
            foreach ($name in @($entry.Keys)) {
                if ($missing.ContainsKey($name) -or $missing.ContainsKey("$section.$name")) { $entry.Remove($name) }
            }
        }
    }
}

function Merge-SiteDifference {
    <#
    .SYNOPSIS
    Applies what a product's state differs in, section by section: a list takes the section's place; an object's values
    go into the section's object, or into every entry of its list.
    #>
    param([System.Collections.IDictionary]$State, [System.Collections.IDictionary]$Difference)

    foreach ($section in $Difference.Keys) {
        $values = $Difference[$section]
        if ($values -isnot [System.Collections.IDictionary]) { $State[$section] = $values }
        else {
            foreach ($entry in @($State[$section])) {
                foreach ($name in $values.Keys) { $entry[$name] = $values[$name] }
            }
        }
    }
}
