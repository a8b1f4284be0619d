using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>What Measure-Object answers about numbers; the engine's format data know this type by its name.</summary>
public sealed record GenericMeasureInfo
{
    public int Count { get; init; }

    public double? Average { get; init; }

    public double? Sum { get; init; }

    public object? Maximum { get; init; }

    public object? Minimum { get; init; }

    public double? StandardDeviation { get; init; }

    public string? Property { get; init; }
}

/// <summary>What Measure-Object answers about text.</summary>
public sealed record TextMeasureInfo
{
    public int? Lines { get; init; }

    public int? Words { get; init; }

    public int? Characters { get; init; }

    public string? Property { get; init; }
}

/// <summary>Measure-Object: counts objects and measures one property, or the objects themselves.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Object", DefaultParameterSetName = "GenericMeasure")]
public sealed class MeasureObjectCommand : PSCmdlet
{
    private readonly List<object?> _values = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Property { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter Sum { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter Average { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter Maximum { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter Minimum { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter StandardDeviation { get; set; }

    [Parameter(ParameterSetName = "TextMeasure")]
    public SwitchParameter Line { get; set; }

    [Parameter(ParameterSetName = "TextMeasure")]
    public SwitchParameter Word { get; set; }

    [Parameter(ParameterSetName = "TextMeasure")]
    public SwitchParameter Character { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        if (Property is null)
        {
            _values.Add(InputObject);
        }
        else if (InputObject.Properties[Property] is { } property)
        {
            _values.Add(property.Value);
        }
    }

    protected override void EndProcessing()
    {
        if (ParameterSetName == "TextMeasure")
        {
            WriteObject(OfText());
        }
        else
        {
            WriteObject(OfValues());
        }
    }

    private TextMeasureInfo OfText()
    {
        var texts = _values.Select(value => LanguagePrimitives.ConvertTo<string>(value)).ToList();
        return new TextMeasureInfo
        {
            Lines = Line ? texts.Sum(text => text.Length == 0 ? 0 : text.Split('\n').Length) : null,
            Words = Word
                ? texts.Sum(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length)
                : null,
            Characters = Character ? texts.Sum(text => text.Length) : null,
            Property = Property,
        };
    }

    private GenericMeasureInfo OfValues()
    {
        var needNumbers = Sum || Average || StandardDeviation;
        var numbers = needNumbers ? _values.Select(value => LanguagePrimitives.ConvertTo<double>(value)).ToList() : [];
        var order = Comparer<object?>.Create(
            (left, right) => LanguagePrimitives.Compare(left, right, ignoreCase: true, CultureInfo.CurrentCulture)
        );
        return new GenericMeasureInfo
        {
            Count = _values.Count,
            Sum = Sum ? numbers.Sum() : null,
            Average = Average && numbers.Count > 0 ? numbers.Average() : null,
            StandardDeviation = StandardDeviation && numbers.Count > 1 ? Deviation(numbers) : null,
            Maximum = Maximum && _values.Count > 0 ? _values.Max(order) : null,
            Minimum = Minimum && _values.Count > 0 ? _values.Min(order) : null,
            Property = Property,
        };
    }

    private static double Deviation(List<double> numbers)
    {
        var mean = numbers.Average();
        return Math.Sqrt(numbers.Sum(number => (number - mean) * (number - mean)) / (numbers.Count - 1));
    }
}
