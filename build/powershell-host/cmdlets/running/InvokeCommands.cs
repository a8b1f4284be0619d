using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace Microsoft.PowerShell.Commands;

/// <summary>Invoke-Expression: runs a text as a script in the caller's scope.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "Expression")]
public sealed class InvokeExpressionCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public string Command { get; set; } = string.Empty;

    // With Output named, the engine streams results and errors through this cmdlet.
    protected override void ProcessRecord() =>
        InvokeCommand.InvokeScript(Command, useNewScope: false, PipelineResultTypes.Output, input: null, args: []);
}

/// <summary>Measure-Command: how long a script block takes; its output is dropped.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Command")]
[OutputType(typeof(TimeSpan))]
public sealed class MeasureCommandCommand : PSCmdlet
{
    private readonly Stopwatch _watch = new();

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0, Mandatory = true)]
    public ScriptBlock Expression { get; set; } = ScriptBlock.Create(string.Empty);

    protected override void ProcessRecord()
    {
        object?[] input = InputObject is null ? [] : [InputObject];
        _watch.Start();
        InvokeCommand.InvokeScript(useLocalScope: false, Expression, input);
        _watch.Stop();
    }

    protected override void EndProcessing() => WriteObject(_watch.Elapsed);
}

/// <summary>Get-Process: running processes by id or name.</summary>
[Cmdlet(VerbsCommon.Get, "Process", DefaultParameterSetName = "Name")]
[OutputType(typeof(Process))]
public sealed class GetProcessCommand : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "Name", ValueFromPipelineByPropertyName = true)]
    [Alias("ProcessName")]
    public string[] Name { get; set; } = ["*"];

    [Parameter(ParameterSetName = "Id", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PID")]
    public int[] Id { get; set; } = [];

    protected override void ProcessRecord()
    {
        if (ParameterSetName == "Id")
        {
            foreach (var id in Id)
            {
                WriteById(id);
            }
        }
        else
        {
            var all = Process
                .GetProcesses()
                .OrderBy(process => process.ProcessName, StringComparer.OrdinalIgnoreCase)
                .ToList();
            foreach (var pattern in Name)
            {
                WriteByName(all, pattern);
            }
        }
    }

    private void WriteById(int id)
    {
        try
        {
            WriteObject(Process.GetProcessById(id));
        }
        catch (ArgumentException)
        {
            Refuse($"Cannot find a process with the process identifier {id}.", "NoProcessFoundForGivenId", id);
        }
    }

    private void WriteByName(List<Process> all, string pattern)
    {
        var wanted = new WildcardPattern(pattern, WildcardOptions.IgnoreCase);
        var found = all.FindAll(process => wanted.IsMatch(process.ProcessName));
        WriteObject(found, enumerateCollection: true);
        if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(pattern))
        {
            Refuse(
                $"Cannot find a process with the name \"{pattern}\". "
                    + "Verify the process name and call the cmdlet again.",
                "NoProcessFoundForGivenName",
                pattern
            );
        }
    }

    private void Refuse(string message, string errorId, object target) =>
        WriteError(
            new ErrorRecord(new InvalidOperationException(message), errorId, ErrorCategory.ObjectNotFound, target)
        );
}

/// <summary>Add-Type: loads assemblies. Compiling source needs a compiler that the host does not carry.</summary>
[Cmdlet(VerbsCommon.Add, "Type", DefaultParameterSetName = "FromAssemblyName")]
public sealed class AddTypeCommand : PSCmdlet
{
    [Parameter(ParameterSetName = "FromAssemblyName", Mandatory = true)]
    [Alias("AN")]
    public string[] AssemblyName { get; set; } = [];

    [Parameter(ParameterSetName = "FromPath", Mandatory = true, Position = 0)]
    public string[] Path { get; set; } = [];

    protected override void EndProcessing()
    {
        foreach (var name in AssemblyName)
        {
            Load(() => Assembly.Load(new AssemblyName(name)), name);
        }

        foreach (var path in Path)
        {
            Load(() => Assembly.LoadFrom(SessionState.Path.GetUnresolvedProviderPathFromPSPath(path)), path);
        }
    }

    private void Load(Func<Assembly> load, string target)
    {
        try
        {
            load();
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            ThrowTerminatingError(
                new ErrorRecord(exception, "ASSEMBLY_LOAD_FAILURE", ErrorCategory.ObjectNotFound, target)
            );
        }
    }
}
