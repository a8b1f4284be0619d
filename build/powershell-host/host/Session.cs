using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.InteropServices;
using PowerShellHost.Engine;

namespace PowerShellHost.Host;

/// <summary>How a script ended.</summary>
internal enum Ending
{
    Succeeded,

    /// <summary>A terminating error stopped it, or its last command failed.</summary>
    Failed,

    /// <summary>It does not parse yet: more lines must follow.</summary>
    Incomplete,
}

/// <summary>One open runspace with the engine's cmdlets and the host's own; it lives as long as the process.</summary>
internal sealed class Session : IDisposable
{
    private readonly TestHost _host;
    private readonly Runspace _runspace;
    private readonly PosixSignalRegistration _interrupt;
    private volatile Pipeline? _running;

    public Session(TestHost host)
    {
        _host = host;
        PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(OwnCommands.Entries());
        _runspace = RunspaceFactory.CreateRunspace(host, state);
        _runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        _runspace.Open();
        Runspace.DefaultRunspace = _runspace;
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
    }

    /// <summary>The exit code asked for, or null while the session goes on.</summary>
    public int? ExitCode => _host.ExitCode;

    public void Dispose()
    {
        _interrupt.Dispose();
        _runspace.Dispose();
    }

    /// <summary>Runs a script text in the global scope and prints what it writes.</summary>
    // Only a pipeline that enters the history leaves its own $? behind.
    public Ending Run(string script) => Run(_runspace.CreatePipeline(script, addToHistory: true));

    /// <summary>Runs a script file with its arguments.</summary>
    /// <param name="path">Full path of the script.</param>
    /// <param name="arguments">Named and positional arguments in their order.</param>
    /// <param name="leaveOnExit">Whether the script's <c>exit</c> ends the session too.</param>
    public Ending RunFile(string path, IEnumerable<CommandParameter> arguments, bool leaveOnExit)
    {
        var command = new Command(path, isScript: false, useLocalScope: false);
        foreach (var argument in arguments)
        {
            command.Parameters.Add(argument);
        }

        var pipeline = _runspace.CreatePipeline();
        pipeline.Commands.Add(command);
        if (EngineInternals.Get(_runspace, "ExecutionContext") is { } context)
        {
            EngineInternals.Set(context, "ScriptCommandProcessorShouldRethrowExit", leaveOnExit);
        }

        return Run(pipeline);
    }

    /// <summary>Whether the last statement succeeded: the value of <c>$?</c>.</summary>
    public bool LastSucceeded()
    {
        using var pipeline = _runspace.CreatePipeline("$global:?");
        return pipeline.Invoke() is [var answer, ..] && LanguagePrimitives.IsTrue(answer);
    }

    private Ending Run(Pipeline pipeline)
    {
        using var running = pipeline;
        // Errors join the output so that both are printed in the order in which they happened.
        running.Commands.Add(
            new Command("Out-Default")
            {
                MergeUnclaimedPreviousCommandResults = PipelineResultTypes.Error | PipelineResultTypes.Output,
            }
        );
        try
        {
            _running = running;
            running.Invoke();
            return Ending.Succeeded;
        }
        catch (PipelineStoppedException)
        {
            return Ending.Failed;
        }
        catch (IncompleteParseException)
        {
            return Ending.Incomplete;
        }
        catch (RuntimeException exception)
        {
            Report(exception);
            return Ending.Failed;
        }
        finally
        {
            _running = null;
        }
    }

    // An interrupt ends the running statement; when nothing runs, it ends the process.
    private void Interrupt(PosixSignalContext signal)
    {
        signal.Cancel = _running is not null;
        _running?.StopAsync();
    }

    /// <summary>Prints a terminating error as the formatter shows any error, on the error stream.</summary>
    private void Report(RuntimeException exception)
    {
        var error = PSObject.AsPSObject(new ErrorRecord(exception.ErrorRecord, exception));
        // The mark by which Out-Default tells an error to print from one to format as output.
        EngineInternals.SetNamed(error, "WriteStream", "Error");
        using var pipeline = _runspace.CreatePipeline();
        pipeline.Commands.Add(new Command("Out-Default"));
        try
        {
            pipeline.Invoke(new[] { error });
        }
        catch (RuntimeException)
        {
            _host.UI.WriteErrorLine(exception.Message);
        }
    }
}
