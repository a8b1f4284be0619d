using System.Management.Automation;
using PowerShellHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>What the cmdlets on variables share: a scope by name or number, 0 being the caller's own.</summary>
public abstract class VariableCommand : PSCmdlet
{
    private const string Local = "local";

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Scope { get; set; }

    private object Variables =>
        EngineInternals.Get(SessionState, "Internal") ?? throw new PSInvalidOperationException();

    /// <summary>The variable as seen from the scope; without -Scope the parents are searched too.</summary>
    protected PSVariable? Find(string name) =>
        Scope is null
            ? SessionState.PSVariable.Get(name)
            : (PSVariable?)
                EngineInternals.Call(Variables, "GetVariableAtScope", [typeof(string), typeof(string)], name, Scope);

    protected void Store(PSVariable variable, bool force) =>
        EngineInternals.Call(
            Variables,
            "SetVariableAtScope",
            [typeof(PSVariable), typeof(string), typeof(bool), typeof(CommandOrigin)],
            variable,
            Scope ?? Local,
            force,
            CommandOrigin.Internal
        );

    protected void Remove(PSVariable variable, bool force) =>
        EngineInternals.Call(
            Variables,
            "RemoveVariableAtScope",
            [typeof(PSVariable), typeof(string), typeof(bool)],
            variable,
            Scope ?? Local,
            force
        );

    /// <summary>All variables whose names match; a plain name without a match is an error.</summary>
    protected IEnumerable<PSVariable> Matching(string[] names)
    {
        foreach (var name in names)
        {
            if (!WildcardPattern.ContainsWildcardCharacters(name))
            {
                if (Find(name) is { } variable)
                {
                    yield return variable;
                }
                else
                {
                    var missing = new ItemNotFoundException($"Cannot find a variable with the name '{name}'.");
                    WriteError(new ErrorRecord(missing, "VariableNotFound", ErrorCategory.ObjectNotFound, name));
                }

                continue;
            }

            foreach (
                var item in InvokeProvider.ChildItem.Get(System.IO.Path.Combine("variable:", name), recurse: false)
            )
            {
                if (item.BaseObject is PSVariable variable)
                {
                    yield return variable;
                }
            }
        }
    }
}

[Cmdlet(VerbsCommon.Get, "Variable")]
[OutputType(typeof(PSVariable))]
public sealed class GetVariableCommand : VariableCommand
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = ["*"];

    [Parameter]
    public SwitchParameter ValueOnly { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var variable in Matching(Name).OrderBy(variable => variable.Name, StringComparer.OrdinalIgnoreCase))
        {
            WriteObject(ValueOnly ? variable.Value : variable);
        }
    }
}

[Cmdlet(VerbsCommon.Set, "Variable", SupportsShouldProcess = true)]
public sealed class SetVariableCommand : VariableCommand
{
    private readonly List<object?> _values = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = [];

    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    [Parameter]
    public string? Description { get; set; }

    [Parameter]
    public ScopedItemOptions Option { get; set; } = ScopedItemOptions.None;

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord() => _values.Add(Value);

    protected override void EndProcessing()
    {
        var value = _values.Count > 1 ? _values.ToArray() : _values.FirstOrDefault();
        foreach (var name in Name.Where(name => ShouldProcess($"Name: {name} Value: {value}", "Set variable")))
        {
            var variable = new PSVariable(name, value, Option) { Description = Description ?? string.Empty };
            Store(variable, Force);
            WriteObject(PassThru ? [variable] : Array.Empty<PSVariable>(), enumerateCollection: true);
        }
    }
}

[Cmdlet(VerbsCommon.New, "Variable", SupportsShouldProcess = true)]
public sealed class NewVariableCommand : VariableCommand
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = string.Empty;

    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    [Parameter]
    public string? Description { get; set; }

    [Parameter]
    public ScopedItemOptions Option { get; set; } = ScopedItemOptions.None;

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        Scope ??= "local";
        if (!Force && Find(Name) is not null)
        {
            var taken = new SessionStateException($"A variable with name '{Name}' already exists.");
            WriteError(new ErrorRecord(taken, "VariableAlreadyExists", ErrorCategory.ResourceExists, Name));
        }
        else if (ShouldProcess($"Name: {Name} Value: {Value}", "New variable"))
        {
            var variable = new PSVariable(Name, Value, Option) { Description = Description ?? string.Empty };
            Store(variable, Force);
            WriteObject(PassThru ? [variable] : Array.Empty<PSVariable>(), enumerateCollection: true);
        }
    }
}

[Cmdlet(VerbsCommon.Remove, "Variable", SupportsShouldProcess = true)]
public sealed class RemoveVariableCommand : VariableCommand
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = [];

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (
            var variable in Matching(Name).Where(variable => ShouldProcess($"Name: {variable.Name}", "Remove variable"))
        )
        {
            Remove(variable, Force);
        }
    }
}

[Cmdlet(VerbsCommon.Clear, "Variable", SupportsShouldProcess = true)]
public sealed class ClearVariableCommand : VariableCommand
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (
            var variable in Matching(Name).Where(variable => ShouldProcess($"Name: {variable.Name}", "Clear variable"))
        )
        {
            variable.Value = null;
        }
    }
}
