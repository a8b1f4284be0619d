using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>The kind of item that Test-Path asks for.</summary>
public enum TestPathType
{
    Any,
    Container,
    Leaf,
}

/// <summary>Test-Path: whether all given paths exist.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(bool))]
public sealed class TestPathCommand : PathCommand
{
    [Parameter(
        Position = 0,
        ParameterSetName = "Path",
        Mandatory = true,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public override string[] Path { get; set; } = [];

    [Parameter]
    [Alias("Type")]
    public TestPathType PathType { get; set; } = TestPathType.Any;

    [Parameter]
    public SwitchParameter IsValid { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths ?? [])
        {
            WriteObject(!string.IsNullOrWhiteSpace(path) && (IsValid ? SessionState.Path.IsValid(path) : Exists(path)));
        }
    }

    private bool Exists(string path)
    {
        try
        {
            return InvokeProvider.Item.Exists(path, force: true, IsLiteral)
                && PathType switch
                {
                    TestPathType.Container => InvokeProvider.Item.IsContainer(path),
                    TestPathType.Leaf => !InvokeProvider.Item.IsContainer(path),
                    _ => true,
                };
        }
        catch (Exception exception)
            when (exception
                    is System.Management.Automation.DriveNotFoundException
                        or ProviderNotFoundException
                        or ItemNotFoundException
            )
        {
            return false;
        }
    }
}

/// <summary>Join-Path: joins parts with the provider's separator.</summary>
[Cmdlet(VerbsCommon.Join, "Path")]
[OutputType(typeof(string))]
public sealed class JoinPathCommand : ProviderCommand
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    public string[] Path { get; set; } = [];

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string ChildPath { get; set; } = string.Empty;

    [Parameter(Position = 2, ValueFromRemainingArguments = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[] AdditionalChildPath { get; set; } = [];

    [Parameter]
    public SwitchParameter Resolve { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var start in Path)
        {
            var joined = (AdditionalChildPath ?? [])
                .Prepend(ChildPath)
                .Aggregate(start, (path, child) => SessionState.Path.Combine(path, child));
            WriteObject(Resolve ? ResolvePaths([joined], literal: false) : joined, enumerateCollection: true);
        }
    }
}

/// <summary>Split-Path: one part of a path; the parent unless another is asked for.</summary>
[Cmdlet(VerbsCommon.Split, "Path", DefaultParameterSetName = "Parent")]
[OutputType(typeof(string), typeof(bool))]
public sealed class SplitPathCommand : ProviderCommand
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("LiteralPath", "PSPath", "LP")]
    public string[] Path { get; set; } = [];

    [Parameter(ParameterSetName = "Parent")]
    public SwitchParameter Parent { get; set; }

    [Parameter(ParameterSetName = "Leaf", Mandatory = true)]
    public SwitchParameter Leaf { get; set; }

    [Parameter(ParameterSetName = "LeafBase", Mandatory = true)]
    public SwitchParameter LeafBase { get; set; }

    [Parameter(ParameterSetName = "Extension", Mandatory = true)]
    public SwitchParameter Extension { get; set; }

    [Parameter(ParameterSetName = "Qualifier", Mandatory = true)]
    public SwitchParameter Qualifier { get; set; }

    [Parameter(ParameterSetName = "NoQualifier", Mandatory = true)]
    public SwitchParameter NoQualifier { get; set; }

    [Parameter(ParameterSetName = "IsAbsolute", Mandatory = true)]
    public SwitchParameter IsAbsolute { get; set; }

    [Parameter]
    public SwitchParameter Resolve { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Resolve ? ResolvePaths(Path, literal: false) : Path)
        {
            if (TryCall(() => Part(path), path, out var part))
            {
                WriteObject(part);
            }
        }
    }

    private object Part(string path) =>
        ParameterSetName switch
        {
            "Leaf" => Last(path),
            "LeafBase" => System.IO.Path.GetFileNameWithoutExtension(Last(path)),
            "Extension" => System.IO.Path.GetExtension(Last(path)),
            "Qualifier" => QualifierOf(path) is { Length: > 0 } qualifier
                ? qualifier
                : throw new FormatException(
                    $"Cannot parse path because path '{path}' does not have a qualifier specified."
                ),
            "NoQualifier" => path[QualifierOf(path).Length..],
            "IsAbsolute" => SessionState.Path.IsPSAbsolute(path, out _) || System.IO.Path.IsPathRooted(path),
            _ => SessionState.Path.ParseParent(path, string.Empty),
        };

    private string Last(string path) => SessionState.Path.ParseChildName(path);

    private string QualifierOf(string path) =>
        SessionState.Path.IsPSAbsolute(path, out var drive)
        && path.StartsWith($"{drive}:", StringComparison.OrdinalIgnoreCase)
            ? $"{drive}:"
            : string.Empty;
}

/// <summary>Resolve-Path: the existing items that a path matches.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(PathInfo), typeof(string))]
public sealed class ResolvePathCommand : PathCommand
{
    [Parameter]
    public SwitchParameter Relative { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            var pattern = IsLiteral ? WildcardPattern.Escape(path) : path;
            foreach (
                var found in TryCall(
                    () => SessionState.Path.GetResolvedPSPathFromPSPath(pattern),
                    path,
                    out var matches
                )
                    ? matches
                    : []
            )
            {
                WriteObject(Relative ? RelativePath(found) : found);
            }
        }
    }

    private string RelativePath(PathInfo found)
    {
        var relative = System.IO.Path.GetRelativePath(
            SessionState.Path.CurrentLocation.ProviderPath,
            found.ProviderPath
        );
        return relative.StartsWith('.') ? relative : System.IO.Path.Combine(".", relative);
    }
}

/// <summary>Convert-Path: the provider's own form of existing paths.</summary>
[Cmdlet(VerbsData.Convert, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(string))]
public sealed class ConvertPathCommand : PathCommand
{
    protected override void ProcessRecord() => WriteObject(ResolvePaths(Paths, IsLiteral), enumerateCollection: true);
}
