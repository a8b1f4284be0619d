using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Sort-Object: stable, by the objects themselves or by properties, each in its own direction.</summary>
[Cmdlet("Sort", "Object", DefaultParameterSetName = "Default")]
public sealed class SortObjectCommand : PSCmdlet
{
    private readonly List<PSObject> _inputs = [];
    private List<PropertyParameter> _properties = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    [Parameter]
    public SwitchParameter Descending { get; set; }

    [Parameter]
    public SwitchParameter Unique { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    [Parameter(ParameterSetName = "Default")]
    public SwitchParameter Stable { get; set; }

    [Parameter(ParameterSetName = "Top", Mandatory = true)]
    [ValidateRange(1, int.MaxValue)]
    public int Top { get; set; } = int.MaxValue;

    [Parameter(ParameterSetName = "Bottom", Mandatory = true)]
    [ValidateRange(1, int.MaxValue)]
    public int Bottom { get; set; } = int.MaxValue;

    protected override void BeginProcessing() => _properties = PropertyParameter.Parse(Property, this);

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            _inputs.Add(InputObject);
        }
    }

    protected override void EndProcessing()
    {
        var keyed = _inputs.Select(input => (Input: input, Keys: KeysOf(input)));
        var sorted = keyed
            .Order(Comparer<(PSObject Input, object?[] Keys)>.Create((left, right) => Compare(left.Keys, right.Keys)))
            .ToList();
        if (Unique)
        {
            sorted = sorted.Where((item, at) => at == 0 || Compare(sorted[at - 1].Keys, item.Keys) != 0).ToList();
        }

        WriteObject(sorted.Take(Top).TakeLast(Bottom).Select(item => item.Input), enumerateCollection: true);
    }

    private object?[] KeysOf(PSObject input) =>
        _properties.Count == 0 ? [input] : _properties.Select(property => property.ValueOn(input)).ToArray();

    private int Compare(object?[] left, object?[] right)
    {
        for (var at = 0; at < left.Length; at++)
        {
            var order = Compare(left[at], right[at]);
            if (order != 0)
            {
                var descending =
                    _properties.Count > at && _properties[at].Descending is { } own ? own : Descending.IsPresent;
                return descending ? -order : order;
            }
        }

        return 0;
    }

    // Values that have no common order are compared as text.
    private int Compare(object? left, object? right) =>
        LanguagePrimitives.TryCompare(left, right, !CaseSensitive, CultureInfo.CurrentCulture, out var order)
            ? order
            : string.Compare(
                LanguagePrimitives.ConvertTo<string>(left),
                LanguagePrimitives.ConvertTo<string>(right),
                CaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase
            );
}
