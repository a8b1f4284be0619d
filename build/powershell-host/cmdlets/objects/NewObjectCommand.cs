using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// New-Object: an instance of a .NET type, its arguments and properties converted as PowerShell does.
/// </summary>
[Cmdlet(VerbsCommon.New, "Object", DefaultParameterSetName = "Net")]
public sealed class NewObjectCommand : PSCmdlet
{
    [Parameter(ParameterSetName = "Net", Mandatory = true, Position = 0)]
    public string TypeName { get; set; } = string.Empty;

    [Parameter(ParameterSetName = "Net", Position = 1)]
    [Alias("Args")]
    public object[] ArgumentList { get; set; } = [];

    [Parameter]
    public IDictionary? Property { get; set; }

    protected override void BeginProcessing()
    {
        if (!LanguagePrimitives.TryConvertTo<Type>(TypeName, CultureInfo.InvariantCulture, out var type))
        {
            var missing = new PSArgumentException(
                $"Cannot find type [{TypeName}]: verify that the assembly containing this type is loaded."
            );
            ThrowTerminatingError(new ErrorRecord(missing, "TypeNotFound", ErrorCategory.InvalidType, null));
            return;
        }

        var instance = Create(type);
        foreach (DictionaryEntry entry in Property ?? new Hashtable())
        {
            Assign(instance, LanguagePrimitives.ConvertTo<string>(entry.Key), entry.Value);
        }

        WriteObject(instance);
    }

    private PSObject Create(Type type)
    {
        if (type == typeof(PSObject) || type == typeof(PSCustomObject))
        {
            return new PSObject();
        }

        // The language's own ::new() chooses the constructor and converts the arguments.
        var create = InvokeCommand.NewScriptBlock(
            "param($type, $list) if ($list.Count) { , $type::new.Invoke($list) } else { , $type::new() }"
        );
        try
        {
            return
                create.Invoke(
                    type,
                    ArgumentList
                        .Select(argument => argument is PSObject wrapped ? wrapped.BaseObject : argument)
                        .ToArray()
                )
                    is [{ } made, ..]
                ? made
                : throw new PSInvalidOperationException($"The type [{TypeName}] has no instances.");
        }
        catch (RuntimeException exception)
        {
            var cause = exception.InnerException ?? exception;
            var id =
                cause is MethodException
                    ? "CannotFindAppropriateCtor"
                    : "ConstructorInvokedThrowException,Microsoft.PowerShell.Commands.NewObjectCommand";
            ThrowTerminatingError(new ErrorRecord(cause, id, ErrorCategory.InvalidOperation, null));
            throw;
        }
    }

    private void Assign(PSObject instance, string name, object? value)
    {
        try
        {
            if (instance.Properties[name] is { } property)
            {
                property.Value = value;
            }
            else if (instance.BaseObject is PSCustomObject)
            {
                instance.Properties.Add(new PSNoteProperty(name, value));
            }
            else
            {
                var missing = new InvalidOperationException(
                    $"The member \"{name}\" was not found for the specified .NET object."
                );
                WriteError(
                    new ErrorRecord(missing, "InvalidOperationException", ErrorCategory.InvalidOperation, instance)
                );
            }
        }
        catch (SetValueException exception)
        {
            WriteError(new ErrorRecord(exception.ErrorRecord, exception));
        }
    }
}
