using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Compare-Object: which objects are only in the difference set (=>), only in the reference set
/// (&lt;=), or in both (==).
/// </summary>
[Cmdlet(VerbsData.Compare, "Object")]
public sealed class CompareObjectCommand : PSCmdlet
{
    private readonly List<PSObject> _differences = [];
    private List<PropertyParameter> _properties = [];

    [Parameter(Position = 0, Mandatory = true)]
    [AllowEmptyCollection]
    public PSObject[] ReferenceObject { get; set; } = [];

    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public PSObject[] DifferenceObject { get; set; } = [];

    [Parameter]
    public object[]? Property { get; set; }

    [Parameter]
    public SwitchParameter IncludeEqual { get; set; }

    [Parameter]
    public SwitchParameter ExcludeDifferent { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public int SyncWindow { get; set; } = int.MaxValue;

    protected override void BeginProcessing() => _properties = PropertyParameter.Parse(Property, this);

    protected override void ProcessRecord() => _differences.AddRange(DifferenceObject);

    protected override void EndProcessing()
    {
        var references = ReferenceObject.ToList();
        var added = new List<PSObject>();
        foreach (var difference in _differences)
        {
            var at = references.FindIndex(reference => Same(reference, difference));
            if (at < 0)
            {
                added.Add(difference);
                continue;
            }

            if (IncludeEqual || ExcludeDifferent)
            {
                Emit(references[at], "==");
            }

            references.RemoveAt(at);
        }

        if (!ExcludeDifferent)
        {
            added.ForEach(item => Emit(item, "=>"));
            references.ForEach(item => Emit(item, "<="));
        }
    }

    private bool Same(PSObject left, PSObject right) =>
        _properties.Count == 0
            ? ObjectEquality.Same(left, right, !CaseSensitive)
            : _properties.TrueForAll(property =>
                LanguagePrimitives.Equals(property.ValueOn(left), property.ValueOn(right), !CaseSensitive)
            );

    private void Emit(PSObject item, string side)
    {
        var result = PassThru ? item : new PSObject();
        if (!PassThru && _properties.Count == 0)
        {
            result.Properties.Add(new PSNoteProperty("InputObject", item));
        }

        foreach (var property in PassThru ? [] : _properties.SelectMany(parameter => parameter.PropertiesOn(item)))
        {
            result.Properties.Add(property);
        }

        result.Properties.Remove("SideIndicator");
        result.Properties.Add(new PSNoteProperty("SideIndicator", side));
        WriteObject(result);
    }
}
