using System.Collections;
using System.Management.Automation;
using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>What Set-Content and Add-Content share: values from the pipeline, written once all have come.</summary>
public abstract class WriteContentCommand : PathCommand
{
    private readonly List<object?> _values = [];

    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[]? Value { get; set; }

    // The value comes from the pipeline here, so the path cannot.
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public override string[] Path { get; set; } = [];

    [Parameter]
    [EncodingName]
    public Encoding Encoding { get; set; } = EncodingNameAttribute.Default;

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    [Parameter]
    public SwitchParameter AsByteStream { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected abstract string Operation { get; }

    protected abstract FileMode Mode { get; }

    protected override void ProcessRecord() => _values.AddRange(Value ?? []);

    protected override void EndProcessing()
    {
        foreach (var path in Paths)
        {
            if (ShouldProcess($"Path: {FullPath(path)}", Operation))
            {
                TryCall(() => Write(path), path);
            }
        }

        WriteObject(PassThru ? _values : [], enumerateCollection: true);
    }

    private void Write(string path)
    {
        var file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        if (provider.Name != "FileSystem")
        {
            WriteToProvider(path);
            return;
        }

        using var stream = new FileStream(file, Mode, FileAccess.Write, FileShare.Read);
        if (AsByteStream)
        {
            stream.Write(_values.Select(value => LanguagePrimitives.ConvertTo<byte>(value)).ToArray());
            return;
        }

        using var writer = new StreamWriter(stream, Encoding);
        foreach (var value in _values)
        {
            writer.Write(LanguagePrimitives.ConvertTo<string>(value));
            writer.Write(NoNewline ? string.Empty : Environment.NewLine);
        }
    }

    private void WriteToProvider(string path)
    {
        foreach (var writer in InvokeProvider.Content.GetWriter(path))
        {
            using (writer)
            {
                writer.Write(_values);
                writer.Close();
            }
        }
    }
}

[Cmdlet(VerbsCommon.Set, "Content", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class SetContentCommand : WriteContentCommand
{
    protected override string Operation => "Set Content";

    protected override FileMode Mode => FileMode.Create;
}

[Cmdlet(VerbsCommon.Add, "Content", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class AddContentCommand : WriteContentCommand
{
    protected override string Operation => "Add Content";

    protected override FileMode Mode => FileMode.Append;
}

/// <summary>Clear-Content: makes a file empty and keeps it.</summary>
[Cmdlet(VerbsCommon.Clear, "Content", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class ClearContentCommand : PathCommand
{
    protected override void ProcessRecord()
    {
        foreach (var file in ResolvePaths(Paths, IsLiteral))
        {
            if (ShouldProcess($"Item: {file}", "Clear Content"))
            {
                TryCall(() => File.WriteAllBytes(file, []), file);
            }
        }
    }
}
