using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Tee-Object: passes objects on and keeps them in a variable or, as text, in a file.</summary>
[Cmdlet("Tee", "Object", DefaultParameterSetName = "File")]
public sealed class TeeObjectCommand : PSCmdlet
{
    private readonly List<object?> _kept = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "File")]
    [Alias("Path")]
    public string FilePath { get; set; } = string.Empty;

    [Parameter(ParameterSetName = "File")]
    public SwitchParameter Append { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Variable")]
    public string Variable { get; set; } = string.Empty;

    protected override void ProcessRecord()
    {
        _kept.Add(InputObject);
        WriteObject(InputObject);
    }

    protected override void EndProcessing()
    {
        if (ParameterSetName == "Variable")
        {
            SessionState.PSVariable.Set(Variable, _kept is [var only] ? only : _kept.ToArray());
            return;
        }

        var save = InvokeCommand.NewScriptBlock(
            "param($objects, $path, $append) $objects | Out-File -LiteralPath $path -Append:$append"
        );
        save.Invoke(_kept, FilePath, Append);
    }
}
