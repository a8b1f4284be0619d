using System.Management.Automation;

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
        var all = InvokeProvider.ChildItem.Get("alias:*", recurse: false).Select(item => item.BaseObject).OfType<AliasInfo>().ToList();
        foreach (var pattern in ParameterSetName == "Definition" ? Definition : Name)
        {
            var wanted = new WildcardPattern(pattern, WildcardOptions.IgnoreCase);
            var found = all.FindAll(alias => wanted.IsMatch(ParameterSetName == "Definition" ? alias.Definition : alias.Name));
            WriteObject(found, enumerateCollection: true);
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(pattern))
            {
                var missing = new ItemNotFoundException($"This command cannot find a matching alias because an alias with the name '{pattern}' does not exist.");
                WriteError(new ErrorRecord(missing, "ItemNotFoundException", ErrorCategory.ObjectNotFound, pattern));
            }
        }
    }
}

/// <summary>What Set-Alias and New-Alias share. -Scope takes global, script or local; the latter is the default.</summary>
public abstract class WriteAliasCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = string.Empty;

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string Value { get; set; } = string.Empty;

    [Parameter]
    [ValidateSet("Global", "Script", "Local")]
    public string Scope { get; set; } = "Local";

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected void Store()
    {
        var items = InvokeProvider.Item.Set([$"alias:{Scope}:{WildcardPattern.Escape(Name)}"], Value, Force, literalPath: false);
        WriteObject(PassThru ? items : [], enumerateCollection: true);
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
            var taken = new SessionStateException($"The alias is not allowed, because an alias with the name '{Name}' already exists.");
            WriteError(new ErrorRecord(taken, "AliasAlreadyExists", ErrorCategory.ResourceExists, Name));
        }
        else if (ShouldProcess($"Name: {Name} Value: {Value}", "New Alias"))
        {
            Store();
        }
    }
}
