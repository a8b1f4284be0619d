using System.Management.Automation;
using PowerShellHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Select-Object: some of the objects, some of their properties, or the values of one property.</summary>
[Cmdlet(VerbsCommon.Select, "Object", DefaultParameterSetName = "DefaultParameter")]
public sealed class SelectObjectCommand : PSCmdlet
{
    private readonly Queue<PSObject> _window = new();
    private readonly List<PSObject> _written = [];
    private List<PropertyParameter> _properties = [];
    private PropertyParameter? _expand;
    private int _seen;
    private int _taken;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0, ParameterSetName = "DefaultParameter")]
    [Parameter(Position = 0, ParameterSetName = "SkipLastParameter")]
    public object[]? Property { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [Parameter(ParameterSetName = "SkipLastParameter")]
    public string[] ExcludeProperty { get; set; } = [];

    [Parameter(ParameterSetName = "DefaultParameter")]
    [Parameter(ParameterSetName = "SkipLastParameter")]
    public string? ExpandProperty { get; set; }

    [Parameter]
    public SwitchParameter Unique { get; set; }

    [Parameter]
    public SwitchParameter CaseInsensitive { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int Last { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int First { get; set; } = int.MaxValue;

    [Parameter(ParameterSetName = "DefaultParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    [Parameter(ParameterSetName = "SkipLastParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int SkipLast { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    public SwitchParameter Wait { get; set; }

    [Parameter(ParameterSetName = "IndexParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int[] Index { get; set; } = [];

    [Parameter(ParameterSetName = "SkipIndexParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int[] SkipIndex { get; set; } = [];

    private bool ByFirst => MyInvocation.BoundParameters.ContainsKey(nameof(First));

    private bool ByLast => MyInvocation.BoundParameters.ContainsKey(nameof(Last));

    protected override void BeginProcessing()
    {
        // -ExcludeProperty alone means: all properties but these.
        var wanted = Property is null && ExcludeProperty.Length > 0 && ExpandProperty is null ? ["*"] : Property;
        _properties = PropertyParameter.Parse(wanted, this);
        _expand = ExpandProperty is null ? null : PropertyParameter.Parse([ExpandProperty], this)[0];
    }

    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        var position = _seen++;
        switch (ParameterSetName)
        {
            case "IndexParameter" when !Index.Contains(position):
            case "SkipIndexParameter" when SkipIndex.Contains(position):
            case "DefaultParameter" when !ByLast && position < Skip:
                return;
            case "SkipLastParameter":
                Delay(SkipLast);
                return;
            case "DefaultParameter" when ByLast:
                TakeFirst();
                Keep();
                return;
            default:
                TakeFirst();
                return;
        }
    }

    // With -Last, -Skip counts from the end.
    protected override void EndProcessing()
    {
        var count = Math.Min(Last, _window.Count - Math.Min(Skip, _window.Count));
        foreach (var item in ByLast ? _window.SkipLast(Skip).TakeLast(count) : [])
        {
            Emit(item);
        }
    }

    private void TakeFirst()
    {
        if (InputObject is null || (ByLast && !ByFirst) || _taken >= First)
        {
            return;
        }

        _taken++;
        Emit(InputObject);
        if (ByFirst && !ByLast && !Wait && _taken == First)
        {
            throw StopUpstream();
        }
    }

    private void Keep()
    {
        // An object that -First has taken is not written again by -Last.
        if (InputObject is null || (ByFirst && _seen <= First))
        {
            return;
        }

        _window.Enqueue(InputObject);
        if (_window.Count > (long)Last + Skip)
        {
            _window.Dequeue();
        }
    }

    private void Delay(int count)
    {
        if (InputObject is not null)
        {
            _window.Enqueue(InputObject);
        }

        if (_window.Count > count)
        {
            Emit(_window.Dequeue());
        }
    }

    private void Emit(PSObject input)
    {
        var selected = _properties.Count == 0 ? [] : SelectedFrom(input);
        if (_expand is not null)
        {
            EmitExpanded(_expand, input, selected);
            return;
        }

        if (_properties.Count == 0)
        {
            Write(input);
            return;
        }

        var result = new PSObject();
        selected.ForEach(property => result.Properties.Add(property));
        result.TypeNames.Insert(0, $"Selected.{input.BaseObject.GetType()}");
        Write(result);
    }

    private List<PSNoteProperty> SelectedFrom(PSObject input)
    {
        var excluded = ExcludeProperty
            .Select(pattern => new WildcardPattern(pattern, WildcardOptions.IgnoreCase))
            .ToList();
        return _properties
            .SelectMany(parameter => parameter.PropertiesOn(input))
            .Where(property => !excluded.Exists(pattern => pattern.IsMatch(property.Name)))
            .DistinctBy(property => property.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
    }

    private void EmitExpanded(PropertyParameter expand, PSObject input, List<PSNoteProperty> added)
    {
        if (expand.Expression.ResolveNames(input).Count == 0)
        {
            var missing = new PSArgumentException(
                $"Property \"{ExpandProperty}\" cannot be found.",
                nameof(ExpandProperty)
            );
            WriteError(new ErrorRecord(missing, "ExpandPropertyNotFound", ErrorCategory.InvalidArgument, input));
            return;
        }

        var value = expand.ValueOn(input);
        var items = LanguagePrimitives.GetEnumerable(value)?.Cast<object?>() ?? (value is null ? [] : [value]);
        foreach (var item in items)
        {
            if (item is null)
            {
                Write(null);
                continue;
            }

            var result = added.Count == 0 ? PSObject.AsPSObject(item) : PSObject.AsPSObject(item).Copy();
            added.ForEach(property => result.Properties.Add(new PSNoteProperty(property.Name, property.Value)));
            Write(result);
        }
    }

    private void Write(PSObject? result)
    {
        if (Unique && result is not null)
        {
            if (_written.Exists(known => ObjectEquality.Same(known, result, CaseInsensitive)))
            {
                return;
            }

            _written.Add(result);
        }

        WriteObject(result);
    }

    // The engine's own signal that no more input is needed.
    private Exception StopUpstream() =>
        (Exception)EngineInternals.Create("System.Management.Automation.StopUpstreamCommandsException", this);
}
