using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// What the cmdlets on provider paths share: the engine's providers throw, a cmdlet reports the same error record as
/// non-terminating and goes on with the next path.
/// </summary>
public abstract class ProviderCommand : PSCmdlet
{
    /// <summary>Calls the provider; a failure is written as an error and makes the answer false.</summary>
    protected bool TryCall<T>(Func<T> call, object? target, [MaybeNullWhen(false)] out T result)
    {
        try
        {
            result = call();
            return true;
        }
        catch (Exception exception) when (exception is not PipelineStoppedException and not FlowControlException)
        {
            result = default;
            WriteError(AsRecord(exception, target));
            return false;
        }
    }

    /// <summary>Calls a provider action that has no result.</summary>
    protected bool TryCall(Action call, object? target) =>
        TryCall(
            () =>
            {
                call();
                return true;
            },
            target,
            out _
        );

    /// <summary>
    /// The paths that a pattern matches, as the provider's own paths; without a match an error is written.
    /// </summary>
    protected IEnumerable<string> ResolvePaths(string[] paths, bool literal)
    {
        foreach (var path in paths)
        {
            var found = TryCall(
                () =>
                    literal
                        ? [ExistingFile(path)]
                        : SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _).ToArray(),
                path,
                out var resolved
            );
            foreach (var match in found && resolved is not null ? resolved : [])
            {
                yield return match;
            }
        }
    }

    /// <summary>A path's full form on its provider, whether or not it exists; wildcards mean nothing.</summary>
    protected string FullPath(string path) => SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out _, out _);

    private string ExistingFile(string path) =>
        InvokeProvider.Item.Exists(path, force: true, literalPath: true)
            ? FullPath(path)
            : throw new ItemNotFoundException($"Cannot find path '{FullPath(path)}' because it does not exist.");

    private static ErrorRecord AsRecord(Exception exception, object? target) =>
        exception switch
        {
            ItemNotFoundException => new ErrorRecord(exception, "PathNotFound", ErrorCategory.ObjectNotFound, target),
            IContainsErrorRecord known => new ErrorRecord(known.ErrorRecord, exception),
            UnauthorizedAccessException => new ErrorRecord(
                exception,
                exception.GetType().FullName,
                ErrorCategory.PermissionDenied,
                target
            ),
            _ => new ErrorRecord(exception, exception.GetType().FullName, ErrorCategory.NotSpecified, target),
        };
}

/// <summary>A provider cmdlet that takes its items by -Path with wildcards or by -LiteralPath.</summary>
public abstract class PathCommand : ProviderCommand
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";

    [Parameter(
        Position = 0,
        ParameterSetName = ByPath,
        Mandatory = true,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    public virtual string[] Path { get; set; } = [];

    [Parameter(ParameterSetName = ByLiteralPath, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    protected bool IsLiteral => ParameterSetName == ByLiteralPath;

    protected string[] Paths => IsLiteral ? LiteralPath : Path;
}
