# Reading of JSON text, the same on Windows PowerShell 5.1 and PowerShell 7.
# ConvertFrom-Json is not used: PowerShell 7 turns every string that looks like a date into a DateTime, and
# Windows PowerShell returns objects that cannot be splatted. The .NET JSON reader has neither habit.

# Not loaded by default on the .NET Framework; PowerShell 7 finds it by itself.
if ($PSEdition -eq 'Desktop') {
    [void][System.Reflection.Assembly]::Load(
        'System.Runtime.Serialization, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089')
}

# Refuses bytes that are no UTF-8, instead of reading them as something else. For reading alone. The true comes as a
# variable, because PowerShell compiles a call with Booleans written out apart from all others.
$yes = $true
$script:StrictUtf8 = [System.Text.UTF8Encoding]::new($yes, $yes)

function ConvertFrom-JsonText {
    <#
    .SYNOPSIS
    Parses one JSON document. Objects become ordered dictionaries, arrays lists, whole numbers Int32 or Int64.
    Throws System.FormatException when the text is not one valid JSON document, or when a key occurs twice.
    .NOTES
    JsonReaderWriterFactory presents JSON as XML: the attribute "type" holds the JSON type, the element's name the key;
    a key that is no XML name comes as <a:item item="key">. One loop: a function call a value is ten times slower.
    #>
    param([string]$Text)

    $document = [System.Collections.Generic.List[object]]::new()
    # Depth of an element -> the object or list that it belongs to.
    $owners = @{ 0 = $document }
    try {
        $bytes = [System.Text.Encoding]::UTF8.GetBytes($Text)
        $quotas = [System.Xml.XmlDictionaryReaderQuotas]::Max
        $reader = [System.Runtime.Serialization.Json.JsonReaderWriterFactory]::CreateJsonReader($bytes, $quotas)
        [void]$reader.Read()
        while (-not $reader.EOF) {
            if (-not $reader.IsStartElement()) {
                [void]$reader.Read()
                continue
            }
            $depth = $reader.Depth
            $type = $reader.GetAttribute('type')
            $key = $reader.GetAttribute('item')
            if ($null -eq $key) { $key = $reader.LocalName }
            $isOwner = $true
            if ($type -eq 'object') { $value = [ordered]@{} }
            elseif ($type -eq 'array') { $value = [System.Collections.Generic.List[object]]::new() }
            else {
                $isOwner = $false
                $value = $reader.ReadElementContentAsString()
                if ($type -eq 'null') { $value = $null }
                elseif ($type -eq 'boolean') { $value = $value -eq 'true' }
                elseif ($type -eq 'number') {
                    # The plus reads a number in the invariant culture. Most are Int32, and need no second look.
                    $number = +$value
                    if ($number -isnot [int]) { $number = ConvertFrom-LargeJsonNumber $value }
                    $value = $number
                }
            }
            $owner = $owners[$depth]
            if ($owner -is [System.Collections.IList]) { $owner.Add($value) }
            elseif ($owner.Contains($key)) { throw [System.FormatException]::new("The key '$key' occurs twice.") }
            else { $owner[$key] = $value }
            if (-not $isOwner) { continue }
            $owners[$depth + 1] = $value
            [void]$reader.Read()
        }
        return , $document[0]
    }
    catch {
        throw [System.FormatException]::new("The text is not valid JSON. $($_.Exception.GetBaseException().Message)")
    }
}

function ConvertFrom-LargeJsonNumber($Text) {
    # Doubles hold whole numbers exactly up to 2^53, as JavaScript does.
    $number = [double]$Text
    if ($number % 1 -ne 0 -or $number -gt 9007199254740992 -or $number -lt -9007199254740992) { return $number }
    if ($number -gt [int]::MaxValue -or $number -lt [int]::MinValue) { return [long]$number }
    return [int]$number
}
