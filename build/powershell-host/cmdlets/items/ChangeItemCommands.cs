using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>New-Item: a file, a folder, or an item of another provider such as env: or function:.</summary>
[Cmdlet(VerbsCommon.New, "Item", DefaultParameterSetName = "pathSet", SupportsShouldProcess = true)]
public sealed class NewItemCommand : ProviderCommand
{
    [Parameter(Position = 0, ParameterSetName = "pathSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = "nameSet", ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = ["."];

    [Parameter(ParameterSetName = "nameSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Type")]
    public string? ItemType { get; set; }

    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Target")]
    public object? Value { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            var target = string.IsNullOrEmpty(Name) ? path : SessionState.Path.Combine(path, Name);
            var operation = $"Create {ItemType ?? "File"}";
            if (
                ShouldProcess($"Destination: {FullPath(target)}", operation)
                && TryCall(() => InvokeProvider.Item.New([path], Name, ItemType, Value, Force), target, out var items)
            )
            {
                WriteObject(items, enumerateCollection: true);
            }
        }
    }
}

/// <summary>Remove-Item: -Recurse is needed for a folder that is not empty.</summary>
[Cmdlet(VerbsCommon.Remove, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class RemoveItemCommand : PathCommand
{
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            if (ShouldProcess(path, "Remove Item") && CanRemove(path))
            {
                TryCall(() => InvokeProvider.Item.Remove([path], Recurse, Force, IsLiteral), path);
            }
        }
    }

    private bool CanRemove(string path)
    {
        var missing =
            !WildcardPattern.ContainsWildcardCharacters(path)
            && !InvokeProvider.Item.Exists(path, force: true, IsLiteral);
        if (missing)
        {
            TryCall(
                () =>
                    throw new ItemNotFoundException($"Cannot find path '{FullPath(path)}' because it does not exist."),
                path
            );
        }

        return !missing;
    }
}

/// <summary>What Copy-Item and Move-Item share: a destination.</summary>
public abstract class DestinationCommand : PathCommand
{
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Destination { get; set; } = ".";

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected void ForEachPath(string operation, Func<string, IEnumerable<PSObject>> act)
    {
        foreach (var path in Paths)
        {
            if (
                ShouldProcess($"Item: {FullPath(path)} Destination: {FullPath(Destination)}", operation)
                && TryCall(() => act(path), path, out var items)
                && PassThru
            )
            {
                WriteObject(items, enumerateCollection: true);
            }
        }
    }
}

[Cmdlet(VerbsCommon.Copy, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class CopyItemCommand : DestinationCommand
{
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public SwitchParameter Container { get; set; } = true;

    protected override void ProcessRecord()
    {
        var containers = Container ? CopyContainers.CopyTargetContainer : CopyContainers.CopyChildrenOfTargetContainer;
        ForEachPath(
            "Copy Item",
            path => InvokeProvider.Item.Copy([path], Destination, Recurse, containers, Force, IsLiteral)
        );
    }
}

[Cmdlet(VerbsCommon.Move, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class MoveItemCommand : DestinationCommand
{
    protected override void ProcessRecord() =>
        ForEachPath("Move Item", path => InvokeProvider.Item.Move([path], Destination, Force, IsLiteral));
}

[Cmdlet(VerbsCommon.Rename, "Item", DefaultParameterSetName = "ByPath", SupportsShouldProcess = true)]
public sealed class RenameItemCommand : ProviderCommand
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("LiteralPath", "PSPath", "LP")]
    public string Path { get; set; } = string.Empty;

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string NewName { get; set; } = string.Empty;

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        if (
            ShouldProcess($"Item: {FullPath(Path)} Destination: {NewName}", "Rename Item")
            && TryCall(() => InvokeProvider.Item.Rename(Path, NewName, Force), Path, out var items)
            && PassThru
        )
        {
            WriteObject(items, enumerateCollection: true);
        }
    }
}

[Cmdlet(VerbsCommon.Set, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class SetItemCommand : PathCommand
{
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            if (ShouldProcess(path, "Set Item"))
            {
                TryCall(() => InvokeProvider.Item.Set([path], Value, Force, IsLiteral), path, out _);
            }
        }
    }
}
