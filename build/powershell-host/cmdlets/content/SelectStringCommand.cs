using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Microsoft.PowerShell.Commands;

/// <summary>A line that Select-String has found; the engine's format data know this type by its name.</summary>
public sealed record MatchInfo(string Line, int LineNumber, string Path, string Pattern, Match[] Matches)
{
    private const string FromPipeline = "InputStream";

    public string Filename => Path == FromPipeline ? Path : System.IO.Path.GetFileName(Path);

    internal static string PipelinePath => FromPipeline;

    public override string ToString() => Path == FromPipeline ? Line : $"{Path}:{LineNumber}:{Line}";

    /// <summary>What the format data call for display; without colours there is no emphasis.</summary>
    public string ToEmphasizedString(string directory) =>
        Path == FromPipeline ? Line : $"{System.IO.Path.GetRelativePath(directory, Path)}:{LineNumber}:{Line}";
}

/// <summary>Select-String: the lines of files or of piped text that match a pattern.</summary>
[Cmdlet(VerbsCommon.Select, "String", DefaultParameterSetName = "Object")]
[OutputType(typeof(MatchInfo), typeof(bool))]
public sealed class SelectStringCommand : ProviderCommand
{
    private int _lineNumber;
    private bool _found;

    [Parameter(Position = 0, Mandatory = true)]
    public string[] Pattern { get; set; } = [];

    [Parameter(ParameterSetName = "Object", Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 1, ParameterSetName = "File", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = [];

    [Parameter(ParameterSetName = "LiteralFile", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    [Parameter]
    public SwitchParameter SimpleMatch { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    [Parameter]
    public SwitchParameter Quiet { get; set; }

    [Parameter]
    public SwitchParameter List { get; set; }

    [Parameter]
    public SwitchParameter NotMatch { get; set; }

    [Parameter]
    public SwitchParameter AllMatches { get; set; }

    protected override void ProcessRecord()
    {
        if (ParameterSetName == "Object")
        {
            Search(MatchInfo.PipelinePath, LanguagePrimitives.ConvertTo<string>(InputObject), ++_lineNumber);
            return;
        }

        var literal = ParameterSetName == "LiteralFile";
        foreach (var file in ResolvePaths(literal ? LiteralPath : Path, literal).Where(File.Exists))
        {
            SearchFile(file);
        }
    }

    protected override void EndProcessing()
    {
        if (Quiet)
        {
            WriteObject(_found);
        }
    }

    private void SearchFile(string file)
    {
        var number = 0;
        foreach (var line in TryCall(() => File.ReadAllLines(file), file, out var lines) ? lines : [])
        {
            if (Search(file, line, ++number) && List)
            {
                return;
            }
        }
    }

    private bool Search(string source, string line, int number)
    {
        foreach (var pattern in Pattern)
        {
            var options = CaseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase;
            var expression = new Regex(SimpleMatch ? Regex.Escape(pattern) : pattern, options);
            var matches = expression.Matches(line);
            if (matches.Count > 0 != NotMatch)
            {
                Report(new MatchInfo(line, number, source, pattern, [.. AllMatches ? matches : matches.Take(1)]));
                return true;
            }
        }

        return false;
    }

    private void Report(MatchInfo match)
    {
        _found = true;
        if (!Quiet)
        {
            WriteObject(match);
        }
    }
}
