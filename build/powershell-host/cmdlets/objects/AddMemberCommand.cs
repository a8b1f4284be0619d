using System.Collections;
using System.Management.Automation;
using PowerShellHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Refuses the names of member kinds, so that <c>Add-Member NoteProperty x 1</c> binds the kind, not a name.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotMemberKindAttribute : ValidateArgumentsAttribute
{
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        var kinds = Enum.GetNames<PSMemberTypes>();
        if (arguments is string name && kinds.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            // The second argument lets the binder go on to the parameter set that the kind belongs to.
            throw (Exception)
                EngineInternals.Create(
                    typeof(ValidationMetadataException).FullName ?? string.Empty,
                    $"The parameter NotePropertyName cannot take the value '{name}'.",
                    true
                );
        }
    }
}

/// <summary>Add-Member: note, alias and script properties, script methods and type names on one object.</summary>
[Cmdlet(VerbsCommon.Add, "Member", DefaultParameterSetName = "TypeNameSet")]
public sealed class AddMemberCommand : PSCmdlet
{
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = new();

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "MemberSet")]
    [Alias("Type")]
    public PSMemberTypes MemberType { get; set; }

    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "MemberSet")]
    public string Name { get; set; } = string.Empty;

    [Parameter(Position = 2, ParameterSetName = "MemberSet")]
    public object? Value { get; set; }

    [Parameter(Position = 3, ParameterSetName = "MemberSet")]
    public object? SecondValue { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "NotePropertySingleMemberSet")]
    [ValidateNotNullOrEmpty]
    [NotMemberKind]
    public string NotePropertyName { get; set; } = string.Empty;

    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "NotePropertySingleMemberSet")]
    [AllowNull]
    public object? NotePropertyValue { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "NotePropertyMultiMemberSet")]
    [ValidateNotNullOrEmpty]
    public IDictionary NotePropertyMembers { get; set; } = new Hashtable();

    [Parameter(Mandatory = true, ParameterSetName = "TypeNameSet")]
    [Parameter(ParameterSetName = "MemberSet")]
    [Parameter(ParameterSetName = "NotePropertySingleMemberSet")]
    [Parameter(ParameterSetName = "NotePropertyMultiMemberSet")]
    [ValidateNotNullOrEmpty]
    public string? TypeName { get; set; }

    [Parameter(ParameterSetName = "MemberSet")]
    [Parameter(ParameterSetName = "NotePropertySingleMemberSet")]
    [Parameter(ParameterSetName = "NotePropertyMultiMemberSet")]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        var allAdded = Members().Aggregate(true, (all, member) => Add(member) && all);
        if (TypeName is not null)
        {
            InputObject.TypeNames.Insert(0, TypeName);
        }

        // A string or number is wrapped anew by each command, so its members would be lost.
        if (PassThru && allAdded)
        {
            WriteObject(InputObject);
        }
    }

    private IEnumerable<PSMemberInfo> Members() =>
        ParameterSetName switch
        {
            "NotePropertySingleMemberSet" => [new PSNoteProperty(NotePropertyName, NotePropertyValue)],
            "NotePropertyMultiMemberSet" => NotePropertyMembers
                .Cast<DictionaryEntry>()
                .Select(entry => new PSNoteProperty(LanguagePrimitives.ConvertTo<string>(entry.Key), entry.Value)),
            "MemberSet" => [Member()],
            _ => [],
        };

    private PSMemberInfo Member() =>
        MemberType switch
        {
            PSMemberTypes.NoteProperty => new PSNoteProperty(Name, Value),
            PSMemberTypes.ScriptProperty => new PSScriptProperty(Name, Script(Value), Script(SecondValue)),
            PSMemberTypes.ScriptMethod => new PSScriptMethod(Name, Script(Value)),
            PSMemberTypes.AliasProperty => new PSAliasProperty(Name, LanguagePrimitives.ConvertTo<string>(Value)),
            PSMemberTypes.MemberSet when Bare(Value) is IEnumerable members => new PSMemberSet(
                Name,
                members.Cast<PSMemberInfo>()
            ),
            PSMemberTypes.PropertySet => new PSPropertySet(Name, LanguagePrimitives.ConvertTo<string[]>(Value)),
            _ => throw new PSInvalidOperationException($"Cannot add a member with type \"{MemberType}\"."),
        };

    private bool Add(PSMemberInfo member)
    {
        if (InputObject.Members[member.Name] is { } known)
        {
            if (!Force || !known.IsInstance)
            {
                var taken = new InvalidOperationException(
                    $"Cannot add a member with the name \"{member.Name}\" "
                        + "because a member with that name already exists. "
                        + "To overwrite the member anyway, add the Force parameter to your command."
                );
                WriteError(new ErrorRecord(taken, "MemberAlreadyExists", ErrorCategory.InvalidOperation, InputObject));
                return false;
            }

            InputObject.Members.Remove(member.Name);
        }

        InputObject.Members.Add(member);
        return true;
    }

    private static ScriptBlock? Script(object? value) =>
        value is null ? null : LanguagePrimitives.ConvertTo<ScriptBlock>(value);

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
