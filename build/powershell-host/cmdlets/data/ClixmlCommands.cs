using System.Management.Automation;
using System.Text;
using PowerShellHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>Export-Clixml: objects as XML from which Import-Clixml makes them again.</summary>
[Cmdlet(VerbsData.Export, "Clixml", DefaultParameterSetName = "ByPath", SupportsShouldProcess = true)]
public sealed class ExportClixmlCommand : ProviderCommand
{
    private readonly List<object> _inputs = [];

    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "ByPath")]
    public string Path { get; set; } = string.Empty;

    [Parameter(Mandatory = true, ParameterSetName = "ByLiteralPath")]
    [Alias("PSPath", "LP")]
    public string LiteralPath { get; set; } = string.Empty;

    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Depth { get; set; } = 2;

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    [Parameter]
    [EncodingName]
    public Encoding Encoding { get; set; } = EncodingNameAttribute.Default;

    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            _inputs.Add(InputObject);
        }
    }

    protected override void EndProcessing()
    {
        var path = FullPath(ParameterSetName == "ByPath" ? Path : LiteralPath);
        if (NoClobber && File.Exists(path))
        {
            var taken = new IOException($"The file '{path}' already exists.");
            ThrowTerminatingError(new ErrorRecord(taken, "NoClobber", ErrorCategory.ResourceExists, path));
        }

        if (ShouldProcess(path))
        {
            TryCall(() => File.WriteAllText(path, Serialized(), Encoding), path);
        }
    }

    // The public overload would make a list of several objects; this one keeps them apart.
    private string Serialized() =>
        EngineInternals.CallStatic(
            typeof(PSSerializer),
            "Serialize",
            [typeof(IList<object>), typeof(int), typeof(bool)],
            _inputs,
            Depth,
            true
        ) as string
        ?? string.Empty;
}

[Cmdlet(VerbsData.Import, "Clixml", DefaultParameterSetName = "ByPath")]
public sealed class ImportClixmlCommand : PathCommand
{
    protected override void ProcessRecord()
    {
        foreach (var file in ResolvePaths(Paths, IsLiteral))
        {
            if (TryCall(() => PSSerializer.DeserializeAsList(File.ReadAllText(file)), file, out var objects))
            {
                WriteObject(objects, enumerateCollection: true);
            }
        }
    }
}
