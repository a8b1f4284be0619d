using System.Management.Automation;
using PowerShellHost.Engine;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Alias", DefaultParameterSetName = "Default")]
[OutputType(typeof(AliasInfo))]
public sealed class GetAliasCommand : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "Default", ValueFromPipeline = true)]
    public string[] Name { get; set; } = ["*"];

    [Parameter(ParameterSetName = "Definition")]
    public string[] Definition { get; set; } = ["*"];

    protected override void ProcessRecord()
    {
        var all = InvokeProvider
            .ChildItem.Get("alias:*", recurse: false)
            .Select(item => item.BaseObject)
            .OfType<AliasInfo>()
            .ToList();
        foreach (var pattern in ParameterSetName == "Definition" ? Definition : Name)
        {
            var wanted = new WildcardPattern(pattern, WildcardOptions.IgnoreCase);
            var found = all.FindAll(alias =>
                wanted.IsMatch(ParameterSetName == "Definition" ? alias.Definition : alias.Name)
            );
            WriteObject(found, enumerateCollection: true);
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(pattern))
            {
                var missing = new ItemNotFoundException(
                    "This command cannot find a matching alias "
                        + $"because an alias with the name '{pattern}' does not exist."
                );
                WriteError(new ErrorRecord(missing, "ItemNotFoundException", ErrorCategory.ObjectNotFound, pattern));
            }
        }
    }
}

/// <summary>What Set-Alias and New-Alias share: an alias made in a scope, by name or number.</summary>
public abstract class WriteAliasCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = string.Empty;

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string Value { get; set; } = string.Empty;

    [Parameter]
    public string Description { get; set; } = string.Empty;

    [Parameter]
    public ScopedItemOptions Option { get; set; } = ScopedItemOptions.None;

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Scope { get; set; } = "Local";

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected void Store()
    {
        var context = EngineInternals.Get(this, "Context");
        var alias = EngineInternals.Create("System.Management.Automation.AliasInfo", Name, Value, context, Option);
        EngineInternals.Set(alias, "Description", Description);
        var state = EngineInternals.Get(SessionState, "Internal") ?? throw new PSInvalidOperationException();
        EngineInternals.Call(
            state,
            "SetAliasItemAtScope",
            [typeof(AliasInfo), typeof(string), typeof(bool)],
            alias,
            Scope,
            Force.IsPresent
        );
        WriteObject(PassThru ? [alias] : Array.Empty<object>(), enumerateCollection: true);
    }
}

[Cmdlet(VerbsCommon.Set, "Alias", SupportsShouldProcess = true)]
public sealed class SetAliasCommand : WriteAliasCommand
{
    protected override void ProcessRecord()
    {
        if (ShouldProcess($"Name: {Name} Value: {Value}", "Set Alias"))
        {
            Store();
        }
    }
}

[Cmdlet(VerbsCommon.New, "Alias", SupportsShouldProcess = true)]
public sealed class NewAliasCommand : WriteAliasCommand
{
    protected override void ProcessRecord()
    {
        if (!Force && InvokeProvider.Item.Exists($"alias:{Name}"))
        {
            var taken = new SessionStateException(
                $"The alias is not allowed, because an alias with the name '{Name}' already exists."
            );
            WriteError(new ErrorRecord(taken, "AliasAlreadyExists", ErrorCategory.ResourceExists, Name));
        }
        else if (ShouldProcess($"Name: {Name} Value: {Value}", "New Alias"))
        {
            Store();
        }
    }
}
