using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Microsoft.PowerShell.Commands;

/// <summary>Out-String: what the formatter would print, as one string or, with -Stream, as one string a line.</summary>
[Cmdlet(VerbsData.Out, "String", DefaultParameterSetName = "NoNewLineFormatting")]
[OutputType(typeof(string))]
public sealed class OutStringCommand : FrontEndCommandBase
{
    private readonly StringWriter _text = new() { NewLine = Environment.NewLine };

    [Parameter(ParameterSetName = "StreamFormatting")]
    public SwitchParameter Stream { get; set; }

    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    public int? Width { get; set; }

    [Parameter(ParameterSetName = "NoNewLineFormatting")]
    public SwitchParameter NoNewline { get; set; }

    protected override void BeginProcessing()
    {
        EngineFormatter.PrintTo(this, _text, Width ?? Host.UI.RawUI.BufferSize.Width, NoNewline);
        base.BeginProcessing();
    }

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        WriteFinishedLines();
    }

    protected override void EndProcessing()
    {
        base.EndProcessing();
        WriteFinishedLines();
        if (!Stream || _text.GetStringBuilder().Length > 0)
        {
            WriteObject(_text.ToString());
        }
    }

    protected override void InternalDispose()
    {
        base.InternalDispose();
        _text.Dispose();
    }

    private void WriteFinishedLines()
    {
        var buffer = _text.GetStringBuilder();
        if (!Stream || buffer.Length == 0)
        {
            return;
        }

        var lines = buffer.ToString().Split(Environment.NewLine);
        buffer.Clear().Append(lines[^1]);
        foreach (var line in lines.AsSpan(0, lines.Length - 1))
        {
            WriteObject(line);
        }
    }
}
