using System.Management.Automation;
using System.Text;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Out-File: what the formatter would print, into a file. The engine's redirection operators call it too.
/// </summary>
[Cmdlet(VerbsData.Out, "File", DefaultParameterSetName = "ByPath", SupportsShouldProcess = true)]
public sealed class OutFileCommand : FrontEndCommandBase
{
    private StreamWriter? _writer;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByPath")]
    [Alias("Path")]
    public string FilePath { get; set; } = string.Empty;

    [Parameter(Mandatory = true, ParameterSetName = "ByLiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string LiteralPath { get; set; } = string.Empty;

    [Parameter(Position = 1)]
    [EncodingName]
    public Encoding Encoding { get; set; } = EncodingNameAttribute.Default;

    [Parameter]
    public SwitchParameter Append { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    public int? Width { get; set; }

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    protected override void BeginProcessing()
    {
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(FilePath.Length > 0 ? FilePath : LiteralPath);
        if (!ShouldProcess(path, "Output to File"))
        {
            return;
        }

        try
        {
            var mode =
                Append ? FileMode.Append
                : NoClobber ? FileMode.CreateNew
                : FileMode.Create;
            _writer = new StreamWriter(new FileStream(path, mode, FileAccess.Write, FileShare.Read), Encoding);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var id = NoClobber && File.Exists(path) ? "NoClobber" : "FileOpenFailure";
            ThrowTerminatingError(new ErrorRecord(exception, id, ErrorCategory.OpenError, path));
            return;
        }

        EngineFormatter.PrintTo(this, _writer, Width ?? Host.UI.RawUI.BufferSize.Width, NoNewline);
        base.BeginProcessing();
    }

    protected override void ProcessRecord()
    {
        if (_writer is not null)
        {
            base.ProcessRecord();
        }
    }

    protected override void EndProcessing()
    {
        if (_writer is not null)
        {
            base.EndProcessing();
            Close();
        }
    }

    protected override void InternalDispose()
    {
        base.InternalDispose();
        Close();
    }

    private void Close()
    {
        _writer?.Dispose();
        _writer = null;
    }
}
