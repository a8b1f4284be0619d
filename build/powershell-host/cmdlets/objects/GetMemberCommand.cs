using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>One line of Get-Member; the engine's format data know this type by its name.</summary>
public sealed record MemberDefinition(string TypeName, string Name, PSMemberTypes MemberType, string Definition);

/// <summary>Get-Member: the members of each type that comes along the pipeline.</summary>
[Cmdlet(VerbsCommon.Get, "Member")]
[OutputType(typeof(MemberDefinition))]
public sealed class GetMemberCommand : PSCmdlet
{
    private readonly HashSet<string> _shown = new(StringComparer.OrdinalIgnoreCase);

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    [Parameter]
    [Alias("Type")]
    public PSMemberTypes MemberType { get; set; } = PSMemberTypes.All;

    [Parameter]
    public SwitchParameter Static { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        var target = Static
            ? PSObject.AsPSObject(InputObject.BaseObject as Type ?? InputObject.BaseObject.GetType())
            : InputObject;
        var typeName = target.TypeNames.FirstOrDefault() ?? string.Empty;
        if (!_shown.Add(typeName))
        {
            return;
        }

        var definitions = (Static ? StaticMembers(target) : target.Members.Where(IsWanted))
            .Select(member => new MemberDefinition(
                typeName,
                member.Name,
                member.MemberType,
                member.ToString() ?? string.Empty
            ))
            .OrderBy(member => member.MemberType.ToString(), StringComparer.Ordinal)
            .ThenBy(member => member.Name, StringComparer.OrdinalIgnoreCase);
        WriteObject(definitions, enumerateCollection: true);
    }

    protected override void EndProcessing()
    {
        if (_shown.Count == 0)
        {
            var missing = new InvalidOperationException("You must specify an object for the Get-Member cmdlet.");
            WriteError(new ErrorRecord(missing, "NoObjectInGetMember", ErrorCategory.CloseError, null));
        }
    }

    // PSObject shows a type's static members only through the engine; their names and kinds are enough here.
    private IEnumerable<PSMemberInfo> StaticMembers(PSObject target) =>
        ((Type)target.BaseObject)
            .GetMembers(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public)
            .Where(member => Force || !member.Name.Contains('_', StringComparison.Ordinal))
            .Select(member => new PSNoteProperty(member.Name, member.ToString()))
            .Where(IsWanted)
            .DistinctBy(member => member.Name);

    private bool IsWanted(PSMemberInfo member) =>
        (member.MemberType & MemberType) != 0
        && (Force || !IsAccessor(member))
        && Array.Exists(Name, pattern => new WildcardPattern(pattern, WildcardOptions.IgnoreCase).IsMatch(member.Name));

    private static bool IsAccessor(PSMemberInfo member) =>
        member.MemberType == PSMemberTypes.Method
        && (
            member.Name.StartsWith("get_", StringComparison.Ordinal)
            || member.Name.StartsWith("set_", StringComparison.Ordinal)
            || member.Name.StartsWith("add_", StringComparison.Ordinal)
            || member.Name.StartsWith("remove_", StringComparison.Ordinal)
        );
}
