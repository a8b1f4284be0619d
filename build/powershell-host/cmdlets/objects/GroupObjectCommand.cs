using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Objects that share the values they were grouped by. The engine's format data know this type by its name.
/// </summary>
public sealed class GroupInfo
{
    internal GroupInfo(object?[] values)
    {
        Values = [.. values];
        Name = string.Join(", ", values.Select(value => LanguagePrimitives.ConvertTo<string>(value)));
    }

    public ArrayList Values { get; }

    public int Count { get; internal set; }

    public Collection<PSObject> Group { get; } = [];

    public string Name { get; }
}

/// <summary>Group-Object: gathers objects with equal values, in the order of these values.</summary>
[Cmdlet("Group", "Object", DefaultParameterSetName = "NoElement")]
public sealed class GroupObjectCommand : PSCmdlet
{
    private readonly List<GroupInfo> _groups = [];
    private readonly Dictionary<string, List<GroupInfo>> _byName = new(StringComparer.OrdinalIgnoreCase);
    private List<PropertyParameter> _properties = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    [Parameter]
    public SwitchParameter NoElement { get; set; }

    [Parameter(ParameterSetName = "HashTable")]
    [Alias("AHT")]
    public SwitchParameter AsHashTable { get; set; }

    [Parameter(ParameterSetName = "HashTable")]
    public SwitchParameter AsString { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    protected override void BeginProcessing() => _properties = PropertyParameter.Parse(Property, this);

    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        object?[] values =
            _properties.Count == 0
                ? [InputObject]
                : _properties.Select(property => property.ValueOn(InputObject)).ToArray();
        var group = Find(values);
        group.Count++;
        if (!NoElement || AsHashTable)
        {
            group.Group.Add(InputObject);
        }
    }

    protected override void EndProcessing()
    {
        if (!AsHashTable)
        {
            WriteObject(
                _groups.OrderBy(group => group.Name, StringComparer.OrdinalIgnoreCase),
                enumerateCollection: true
            );
            return;
        }

        var table = new Hashtable(CaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        foreach (var group in _groups)
        {
            var key =
                AsString || group.Values[0] is null ? group.Name
                : group.Values[0] is PSObject wrapped ? wrapped.BaseObject
                : group.Values[0];
            table[key ?? string.Empty] = group.Group;
        }

        WriteObject(table);
    }

    private GroupInfo Find(object?[] values)
    {
        var made = new GroupInfo(values);
        if (!_byName.TryGetValue(made.Name, out var namesakes))
        {
            _byName[made.Name] = namesakes = [];
        }

        var known = namesakes.Find(group =>
            group
                .Values.Cast<object?>()
                .Zip(values)
                .All(pair => LanguagePrimitives.Equals(pair.First, pair.Second, !CaseSensitive))
        );
        if (known is null)
        {
            namesakes.Add(made);
            _groups.Add(made);
        }

        return known ?? made;
    }
}
