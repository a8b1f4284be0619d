# The site of the practice deployment before anything was set up: one site for all products, cut to what the product has,
# with the values that differ from product to product.

function New-PracticeState {
    <#
    .SYNOPSIS
    Writes the state of a site that was never set up, replicated everywhere.
    #>
    $name = $script:PracticeProfile['Name']
    $state = Read-JsonFile "$PSScriptRoot/Sites/every-product.json"
    $state['profile'] = $name
    Remove-MissingProperty $state
    Merge-SiteDifference $state (Read-JsonFile "$PSScriptRoot/Sites/$name.json")
    $changedAt = ConvertTo-StateTime ([System.DateTime]::UtcNow.AddHours(-1))
    foreach ($replica in $state['replicas']) { $replica['changedAt'] = $changedAt }
    Save-PracticeState $state
}

function Read-JsonFile($Path) {
    return ConvertFrom-JsonText ([System.IO.File]::ReadAllText($Path, $script:StrictUtf8))
}

function Remove-MissingProperty {
    <#
    .SYNOPSIS
    Takes from every entry of a state the properties that the product lacks.
    #>
    param($State)

    $missing = $script:PracticeProfile['Missing']
    foreach ($section in $State.Keys) {
        foreach ($entry in $State[$section]) {
            if ($entry -isnot [System.Collections.IDictionary]) { continue }
            foreach ($name in @($entry.Keys)) {
                if ($missing[$name] -or $missing["$section.$name"]) { $entry.Remove($name) }
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
    param($State, $Difference)

    foreach ($section in $Difference.Keys) {
        $values = $Difference[$section]
        if ($values -isnot [System.Collections.IDictionary]) { $State[$section] = $values }
        else {
            # One object is as good as a list of one.
            foreach ($entry in $State[$section]) {
                foreach ($name in $values.Keys) { $entry[$name] = $values[$name] }
            }
        }
    }
}
