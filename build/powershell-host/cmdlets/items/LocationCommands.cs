using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Location")]
[OutputType(typeof(PathInfo))]
public sealed class GetLocationCommand : ProviderCommand
{
    protected override void ProcessRecord() => WriteObject(SessionState.Path.CurrentLocation);
}

/// <summary>What Set-Location and Push-Location share; without a path the home folder is meant.</summary>
public abstract class MoveLocationCommand : ProviderCommand
{
    [Parameter(
        Position = 0,
        ParameterSetName = "Path",
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    public string Path { get; set; } = "~";

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string? LiteralPath { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected void Move()
    {
        var target = LiteralPath is null ? Path : WildcardPattern.Escape(LiteralPath);
        if (TryCall(() => SessionState.Path.SetLocation(target), target, out var location) && PassThru)
        {
            WriteObject(location);
        }
    }
}

[Cmdlet(VerbsCommon.Set, "Location", DefaultParameterSetName = "Path")]
public sealed class SetLocationCommand : MoveLocationCommand
{
    protected override void ProcessRecord() => Move();
}

[Cmdlet(VerbsCommon.Push, "Location", DefaultParameterSetName = "Path")]
public sealed class PushLocationCommand : MoveLocationCommand
{
    protected override void ProcessRecord()
    {
        SessionState.Path.PushCurrentLocation(stackName: null);
        if (MyInvocation.BoundParameters.Count > 0)
        {
            Move();
        }
    }
}

[Cmdlet(VerbsCommon.Pop, "Location")]
public sealed class PopLocationCommand : ProviderCommand
{
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        if (TryCall(() => SessionState.Path.PopLocation(stackName: null), null, out var location) && PassThru)
        {
            WriteObject(location);
        }
    }
}
