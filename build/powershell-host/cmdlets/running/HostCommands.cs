using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using PowerShellHost.Engine;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Host")]
[OutputType(typeof(PSHost))]
public sealed class GetHostCommand : PSCmdlet
{
    protected override void BeginProcessing() => WriteObject(Host);
}

/// <summary>Read-Host: one line from the host; fails in a process that is not interactive.</summary>
[Cmdlet(VerbsCommunications.Read, "Host", DefaultParameterSetName = "AsString")]
public sealed class ReadHostCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromRemainingArguments = true)]
    [AllowNull]
    public object[]? Prompt { get; set; }

    [Parameter(ParameterSetName = "AsSecureString")]
    public SwitchParameter AsSecureString { get; set; }

    [Parameter(ParameterSetName = "AsString")]
    public SwitchParameter MaskInput { get; set; }

    protected override void BeginProcessing()
    {
        if (Prompt is not { Length: > 0 })
        {
            WriteObject(AsSecureString ? Host.UI.ReadLineAsSecureString() : Host.UI.ReadLine());
            return;
        }

        var field = new FieldDescription(string.Join(' ', Prompt));
        field.SetParameterType(AsSecureString ? typeof(SecureString) : typeof(string));
        WriteObject(Host.UI.Prompt(string.Empty, string.Empty, [field])[field.Name]);
    }
}

/// <summary>Start-Transcript: from here on the engine also writes what it prints into a file.</summary>
[Cmdlet(VerbsLifecycle.Start, "Transcript", DefaultParameterSetName = "ByPath", SupportsShouldProcess = true)]
[OutputType(typeof(string))]
public sealed class StartTranscriptCommand : ProviderCommand
{
    [Parameter(Position = 0, ParameterSetName = "ByPath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    [Parameter(Position = 0, ParameterSetName = "ByLiteralPath")]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string? LiteralPath { get; set; }

    [Parameter]
    public SwitchParameter Append { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    [Parameter]
    public SwitchParameter IncludeInvocationHeader { get; set; }

    [Parameter]
    public SwitchParameter UseMinimalHeader { get; set; }

    protected override void BeginProcessing()
    {
        var name = $"PowerShell_transcript.{Environment.MachineName}.{DateTime.Now:yyyyMMddHHmmss}.txt";
        var path = FullPath(Path ?? LiteralPath ?? System.IO.Path.Combine("~", name));
        if (NoClobber && !Append && File.Exists(path))
        {
            var taken = new UnauthorizedAccessException($"File {path} already exists and NoClobber was specified.");
            ThrowTerminatingError(new ErrorRecord(taken, "NoClobber", ErrorCategory.ResourceExists, path));
        }

        if (!ShouldProcess(path))
        {
            return;
        }

        File.WriteAllText(path, Append && File.Exists(path) ? File.ReadAllText(path) : string.Empty);
        var senderInfo = EngineInternals.Find("System.Management.Automation.Remoting.PSSenderInfo");
        EngineInternals.Call(
            Host.UI,
            "StartTranscribing",
            [typeof(string), senderInfo, typeof(bool), typeof(bool)],
            path,
            null,
            IncludeInvocationHeader.IsPresent,
            UseMinimalHeader.IsPresent
        );
        WriteObject($"Transcript started, output file is {path}");
    }
}

[Cmdlet(VerbsLifecycle.Stop, "Transcript", SupportsShouldProcess = true)]
[OutputType(typeof(string))]
public sealed class StopTranscriptCommand : PSCmdlet
{
    protected override void BeginProcessing()
    {
        if (ShouldProcess(string.Empty))
        {
            var path = EngineInternals.Call(Host.UI, "StopTranscribing", []);
            WriteObject($"Transcript stopped, output file is {path}");
        }
    }
}
