using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.New, "Guid")]
[OutputType(typeof(Guid))]
public sealed class NewGuidCommand : PSCmdlet
{
    [Parameter]
    public SwitchParameter Empty { get; set; }

    protected override void EndProcessing() => WriteObject(Empty ? Guid.Empty : Guid.NewGuid());
}

/// <summary>Get-Random: a number below -Maximum (from -Minimum on), or some of the objects in random order.</summary>
[Cmdlet(VerbsCommon.Get, "Random", DefaultParameterSetName = "RandomNumberParameterSet")]
public sealed class GetRandomCommand : PSCmdlet
{
    private readonly List<object?> _inputs = [];

    [Parameter]
    public int? SetSeed { get; set; }

    [Parameter(Position = 0, ParameterSetName = "RandomNumberParameterSet")]
    public object? Maximum { get; set; }

    [Parameter(ParameterSetName = "RandomNumberParameterSet")]
    public object? Minimum { get; set; }

    [Parameter(
        Position = 0,
        Mandatory = true,
        ValueFromPipeline = true,
        ParameterSetName = "RandomListItemParameterSet"
    )]
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = "ShuffleParameterSet")]
    public object?[] InputObject { get; set; } = [];

    [Parameter(ParameterSetName = "RandomNumberParameterSet")]
    [Parameter(ParameterSetName = "RandomListItemParameterSet")]
    [ValidateRange(1, int.MaxValue)]
    public int Count { get; set; } = 1;

    [Parameter(Mandatory = true, ParameterSetName = "ShuffleParameterSet")]
    public SwitchParameter Shuffle { get; set; }

    protected override void ProcessRecord() => _inputs.AddRange(InputObject);

    protected override void EndProcessing()
    {
        var random = SetSeed is { } seed ? new Random(seed) : Random.Shared;
        if (ParameterSetName == "RandomNumberParameterSet")
        {
            for (var made = 0; made < Count; made++)
            {
                WriteObject(Number(random));
            }

            return;
        }

        var order = _inputs.ToArray();
        random.Shuffle(order);
        WriteObject(Shuffle ? order : order.Take(Count), enumerateCollection: true);
    }

    private object Number(Random random)
    {
        var low = Minimum is PSObject wrappedLow ? wrappedLow.BaseObject : Minimum;
        var high = Maximum is PSObject wrappedHigh ? wrappedHigh.BaseObject : Maximum;
        if (low is double || high is double)
        {
            var from = low is null ? 0.0 : LanguagePrimitives.ConvertTo<double>(low);
            var to = high is null ? double.MaxValue : LanguagePrimitives.ConvertTo<double>(high);
            return from + (random.NextDouble() * (to - from));
        }

        var first = low is null ? 0 : LanguagePrimitives.ConvertTo<long>(low);
        var limit = high is null ? int.MaxValue : LanguagePrimitives.ConvertTo<long>(high);
        if (first >= limit)
        {
            var wrong = new ArgumentException(
                $"The Minimum value ({first}) cannot be greater than or equal to the Maximum value ({limit})."
            );
            ThrowTerminatingError(
                new ErrorRecord(wrong, "MinGreaterThanOrEqualMax", ErrorCategory.InvalidArgument, null)
            );
        }

        var number = random.NextInt64(first, limit);
        return number is >= int.MinValue and <= int.MaxValue && low is not long && high is not long
            ? (int)number
            : number;
    }
}
