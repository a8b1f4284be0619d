using System.Management.Automation;
using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// What the cmdlets that write CSV share; -NoTypeInformation is the default and accepted for older scripts.
/// </summary>
public abstract class WriteCsvCommand : ProviderCommand
{
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public PSObject? InputObject { get; set; }

    [Parameter]
    public char Delimiter { get; set; } = ',';

    [Parameter]
    [Alias("NTI")]
    public SwitchParameter NoTypeInformation { get; set; } = true;

    [Parameter]
    [Alias("UQ")]
    public CsvQuoting UseQuotes { get; set; } = CsvQuoting.Always;

    private protected List<string>? Header { get; set; }

    /// <summary>The lines for one more object: its fields, before the first one the header.</summary>
    protected IEnumerable<string> NextLines()
    {
        if (InputObject is null)
        {
            yield break;
        }

        var csv = new CsvText(Delimiter, UseQuotes);
        if (Header is null)
        {
            Header = CsvText.HeaderOf(InputObject);
            yield return csv.Line(Header);
        }

        yield return csv.Line(CsvText.FieldsOf(InputObject, Header));
    }
}

[Cmdlet(VerbsData.ConvertTo, "Csv")]
[OutputType(typeof(string))]
public sealed class ConvertToCsvCommand : WriteCsvCommand
{
    protected override void ProcessRecord() => WriteObject(NextLines(), enumerateCollection: true);
}

[Cmdlet(VerbsData.Export, "Csv", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class ExportCsvCommand : WriteCsvCommand
{
    private readonly List<string> _lines = [];

    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    [Parameter]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string? LiteralPath { get; set; }

    [Parameter]
    [EncodingName]
    public Encoding Encoding { get; set; } = EncodingNameAttribute.Default;

    [Parameter]
    public SwitchParameter Append { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    private string Target => FullPath(Path ?? LiteralPath ?? string.Empty);

    protected override void BeginProcessing()
    {
        if ((Path is null) == (LiteralPath is null))
        {
            var wrong = new InvalidOperationException(
                "You must specify either the -Path or -LiteralPath parameters, but not both."
            );
            ThrowTerminatingError(
                new ErrorRecord(wrong, "CannotSpecifyPathAndLiteralPath", ErrorCategory.InvalidData, null)
            );
        }

        if (Append && File.Exists(Target))
        {
            Header = new CsvText(Delimiter, UseQuotes).Records(File.ReadAllText(Target)).FirstOrDefault();
        }
    }

    protected override void ProcessRecord() => _lines.AddRange(NextLines());

    protected override void EndProcessing()
    {
        if (NoClobber && File.Exists(Target))
        {
            var taken = new IOException($"The file '{Target}' already exists.");
            ThrowTerminatingError(new ErrorRecord(taken, "NoClobber", ErrorCategory.ResourceExists, Target));
        }

        if (ShouldProcess(Target))
        {
            TryCall(() => Write(Target), Target);
        }
    }

    private void Write(string file)
    {
        if (Append)
        {
            File.AppendAllLines(file, _lines, Encoding);
        }
        else
        {
            File.WriteAllLines(file, _lines, Encoding);
        }
    }
}

/// <summary>Turns records into custom objects whose properties are the columns, all texts.</summary>
internal static class CsvObjects
{
    public static IEnumerable<PSObject> From(string text, char delimiter, string[]? header)
    {
        foreach (var record in new CsvText(delimiter, CsvQuoting.Always).Records(text))
        {
            if (header is null)
            {
                header = record[0].StartsWith("#TYPE", StringComparison.Ordinal) ? null : [.. record];
                continue;
            }

            var item = new PSObject();
            for (var column = 0; column < header.Length; column++)
            {
                item.Properties.Add(new PSNoteProperty(header[column], column < record.Count ? record[column] : null));
            }

            yield return item;
        }
    }
}

[Cmdlet(VerbsData.ConvertFrom, "Csv")]
public sealed class ConvertFromCsvCommand : PSCmdlet
{
    private readonly List<string> _lines = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[] InputObject { get; set; } = [];

    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = ',';

    [Parameter]
    public string[]? Header { get; set; }

    protected override void ProcessRecord() => _lines.AddRange(InputObject);

    protected override void EndProcessing() =>
        WriteObject(CsvObjects.From(string.Join('\n', _lines), Delimiter, Header), enumerateCollection: true);
}

[Cmdlet(VerbsData.Import, "Csv", DefaultParameterSetName = "Path")]
public sealed class ImportCsvCommand : PathCommand
{
    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = ',';

    [Parameter]
    public string[]? Header { get; set; }

    [Parameter]
    [EncodingName]
    public Encoding Encoding { get; set; } = EncodingNameAttribute.Default;

    protected override void ProcessRecord()
    {
        foreach (var file in ResolvePaths(Paths, IsLiteral))
        {
            if (TryCall(() => File.ReadAllText(file, Encoding), file, out var text))
            {
                WriteObject(CsvObjects.From(text, Delimiter, Header), enumerateCollection: true);
            }
        }
    }
}
