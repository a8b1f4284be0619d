using System.Collections;
using System.Management.Automation;
using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Get-Content: a file line by line or, with -Raw, as one string; other providers by their own reader.
/// </summary>
[Cmdlet(VerbsCommon.Get, "Content", DefaultParameterSetName = "Path")]
public sealed class GetContentCommand : PathCommand
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("First", "Head")]
    [ValidateRange(0, long.MaxValue)]
    public long TotalCount { get; set; } = long.MaxValue;

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Last")]
    [ValidateRange(0, int.MaxValue)]
    public int Tail { get; set; } = int.MaxValue;

    [Parameter]
    public SwitchParameter Raw { get; set; }

    [Parameter]
    public SwitchParameter AsByteStream { get; set; }

    [Parameter]
    [EncodingName]
    public Encoding Encoding { get; set; } = EncodingNameAttribute.Default;

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            if (!TryCall(() => Files(path), path, out var files))
            {
                continue;
            }

            foreach (var file in files)
            {
                if (TryCall(() => Read(file), file, out var content))
                {
                    WriteObject(content, enumerateCollection: !Raw);
                }
            }
        }
    }

    private IReadOnlyList<(string Path, bool IsFile)> Files(string path)
    {
        var pattern = IsLiteral ? WildcardPattern.Escape(path) : path;
        var matches = SessionState.Path.GetResolvedPSPathFromPSPath(pattern);
        return
        [
            .. matches.Select(match =>
                match.Provider.Name == "FileSystem" ? (match.ProviderPath, true) : (match.Path, false)
            ),
        ];
    }

    private object? Read((string Path, bool IsFile) source)
    {
        if (!source.IsFile)
        {
            return ReadFromProvider(source.Path);
        }

        if (Directory.Exists(source.Path))
        {
            throw new UnauthorizedAccessException($"Access to the path '{source.Path}' is denied.");
        }

        if (AsByteStream)
        {
            return File.ReadAllBytes(source.Path);
        }

        return Raw ? File.ReadAllText(source.Path, Encoding) : Part(File.ReadAllLines(source.Path, Encoding));
    }

    private object[] ReadFromProvider(string path)
    {
        var content = new List<object>();
        foreach (var reader in InvokeProvider.Content.GetReader(path))
        {
            using (reader)
            {
                while (reader.Read(readCount: 1) is { Count: > 0 } block)
                {
                    content.AddRange(block.Cast<object>());
                }
            }
        }

        return Part([.. content]);
    }

    private T[] Part<T>(T[] lines) => lines[..(int)Math.Min(TotalCount, lines.Length)].TakeLast(Tail).ToArray();
}
