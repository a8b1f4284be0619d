# Reading of JSON text and .psd1 tables, the same on Windows PowerShell 5.1 and PowerShell 7.
# ConvertFrom-Json is not used: PowerShell 7 turns every string that looks like a date into a DateTime, and
# Windows PowerShell returns objects that cannot be splatted. The .NET JSON reader has neither habit.

# The assembly is not loaded by default on the .NET Framework; on .NET the name forwards to the right place.
[void][System.Reflection.Assembly]::Load(
    'System.Runtime.Serialization, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089')

function ConvertFrom-JsonText {
    <#
    .SYNOPSIS
    Parses one JSON document. Objects become ordered dictionaries, arrays lists, whole numbers Int32 or Int64.
    Throws System.FormatException when the text is not one valid JSON document, or when a key occurs twice.
    #>
    param([Parameter(Mandatory = $true)][AllowEmptyString()][string]$Text)

    $bytes = [System.Text.Encoding]::UTF8.GetBytes($Text)
    $quotas = [System.Xml.XmlDictionaryReaderQuotas]::Max
    $reader = [System.Runtime.Serialization.Json.JsonReaderWriterFactory]::CreateJsonReader($bytes, $quotas)
    try {
        $value = Read-JsonDocument $reader
        while ($reader.Read()) { }
    }
    catch {
        throw [System.FormatException]::new("The text is not valid JSON. $($_.Exception.GetBaseException().Message)")
    }
    finally { $reader.Close() }
    return , $value
}

function Read-JsonDocument {
    <#
    .SYNOPSIS
    Reads the document that the JSON reader is about to enter.
    .NOTES
    JsonReaderWriterFactory presents JSON as XML: the attribute "type" holds the JSON type, the element's name the key;
    a key that is no XML name comes as <a:item item="key">. One loop with a stack: a function call a value is ten times
    slower.
    #>
    param([Parameter(Mandatory = $true)][System.Xml.XmlReader]$Reader)

    $root = [System.Collections.Generic.List[object]]::new()
    $open = [System.Collections.Generic.Stack[object]]::new()
    $open.Push($root)
    [void]$Reader.Read()
    while ($open.Count -gt 1 -or $root.Count -eq 0) {
        if ($Reader.NodeType -eq [System.Xml.XmlNodeType]::EndElement) {
            [void]$open.Pop()
            [void]$Reader.Read()
            continue
        }
        $key = $Reader.LocalName
        if ($Reader.NamespaceURI -eq 'item') { $key = $Reader.GetAttribute('item') }
        $type = $Reader.GetAttribute('type')
        $parent = $open.Peek()
        if ($type -eq 'object') { $value = [ordered]@{} }
        elseif ($type -eq 'array') { $value = [System.Collections.Generic.List[object]]::new() }
        else {
            $value = $Reader.ReadElementContentAsString()
            if ($type -eq 'null') { $value = $null }
            elseif ($type -eq 'boolean') { $value = $value -eq 'true' }
            elseif ($type -eq 'number') { $value = ConvertFrom-JsonNumber $value }
        }
        if ($parent -is [System.Collections.Generic.List[object]]) { $parent.Add($value) }
        elseif ($parent.Contains($key)) { throw [System.FormatException]::new("The key '$key' occurs twice.") }
        else { $parent[$key] = $value }
        if ($type -eq 'object' -or $type -eq 'array') {
            $open.Push($value)
            [void]$Reader.Read()
        }
    }
    return , $root[0]
}

function ConvertFrom-JsonNumber([string]$Text) {
    # The cast reads numbers in the invariant culture. Doubles hold whole numbers exactly up to 2^53, as JavaScript
    # does.
    $number = [double]$Text
    if ($number % 1 -ne 0 -or $number -gt 9007199254740992 -or $number -lt -9007199254740992) { return $number }
    if ($number -gt [int]::MaxValue -or $number -lt [int]::MinValue) { return [long]$number }
    return [int]$number
}

function Read-DataFile {
    <#
    .SYNOPSIS
    Reads a .psd1 file as data: constants, arrays and tables only; anything that would run code is refused.
    #>
    param([Parameter(Mandatory = $true)][string]$Path)

    $tokens = $null
    $problems = $null
    $tree = [System.Management.Automation.Language.Parser]::ParseFile($Path, [ref]$tokens, [ref]$problems)
    if ($problems.Count -gt 0) { throw [System.FormatException]::new("$Path : $($problems[0].Message)") }
    return $tree.EndBlock.Statements[0].PipelineElements[0].Expression.SafeGetValue()
}
