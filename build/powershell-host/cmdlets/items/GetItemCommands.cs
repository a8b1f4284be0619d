using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Item: the items that a path names, on any of the engine's providers.</summary>
[Cmdlet(VerbsCommon.Get, "Item", DefaultParameterSetName = "Path")]
public sealed class GetItemCommand : PathCommand
{
    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            if (TryCall(() => InvokeProvider.Item.Get([path], Force, IsLiteral), path, out var items))
            {
                WriteObject(items, enumerateCollection: true);
            }
        }
    }
}

/// <summary>Get-ChildItem: what lies in a container, filtered by name and kind.</summary>
[Cmdlet(VerbsCommon.Get, "ChildItem", DefaultParameterSetName = "Items")]
public sealed class GetChildItemCommand : ProviderCommand
{
    [Parameter(
        Position = 0,
        ParameterSetName = "Items",
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    public string[] Path { get; set; } = ["."];

    [Parameter(ParameterSetName = "LiteralItems", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    [Parameter(Position = 1)]
    public string? Filter { get; set; }

    [Parameter]
    public string[] Include { get; set; } = [];

    [Parameter]
    public string[] Exclude { get; set; } = [];

    [Parameter]
    [Alias("s")]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public uint Depth { get; set; } = uint.MaxValue;

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter Name { get; set; }

    [Parameter]
    [Alias("af")]
    public SwitchParameter File { get; set; }

    [Parameter]
    [Alias("ad")]
    public SwitchParameter Directory { get; set; }

    protected override void ProcessRecord()
    {
        var literal = ParameterSetName == "LiteralItems";
        var recurse = Recurse || Depth != uint.MaxValue;
        foreach (var path in literal ? LiteralPath : Path)
        {
            if (
                TryCall(() => InvokeProvider.ChildItem.Get([path], recurse, Depth, Force, literal), path, out var items)
            )
            {
                foreach (var item in items.Where(IsWanted))
                {
                    WriteObject(Name ? NameOf(item) : item);
                }
            }
        }
    }

    private bool IsWanted(PSObject item)
    {
        var name = NameOf(item);
        var isContainer = item.Properties["PSIsContainer"]?.Value is true;
        return (!File || !isContainer)
            && (!Directory || isContainer)
            && (Filter is null || IsLike(name, Filter))
            && (Include.Length == 0 || Array.Exists(Include, pattern => IsLike(name, pattern)))
            && !Array.Exists(Exclude, pattern => IsLike(name, pattern));
    }

    private static string NameOf(PSObject item) =>
        LanguagePrimitives.ConvertTo<string>(item.Properties["PSChildName"]?.Value ?? item.Properties["Name"]?.Value);

    private static bool IsLike(string name, string pattern) =>
        new WildcardPattern(pattern, WildcardOptions.IgnoreCase).IsMatch(name);
}
