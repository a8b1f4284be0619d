using System.Collections;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// One element of a -Property parameter: a name with wildcards, a script block, or a hashtable with the keys Name (or
/// Label), Expression, and for sorting Descending or Ascending. Keys may be shortened.
/// </summary>
internal sealed record PropertyParameter(PSPropertyExpression Expression, string? Name, bool? Descending)
{
    private static readonly string[] s_keys = ["Name", "Label", "Expression", "Descending", "Ascending"];

    public static List<PropertyParameter> Parse(object[]? elements, PSCmdlet cmdlet) =>
        (elements ?? []).Select(element => Parse(element, cmdlet)).ToList();

    /// <summary>The value on one object: the first match that can be read, or null.</summary>
    public object? ValueOn(PSObject target) =>
        Expression.GetValues(target).FirstOrDefault(result => result.Exception is null)?.Result;

    /// <summary>
    /// Name and value of every property that matches on one object; a name without match yields null.
    /// </summary>
    public IEnumerable<PSNoteProperty> PropertiesOn(PSObject target)
    {
        if (Name is not null || Expression.Script is not null)
        {
            yield return new PSNoteProperty(Name ?? Expression.ToString(), Results(Expression, target));
            yield break;
        }

        var names = Expression.ResolveNames(target);
        foreach (var name in names)
        {
            yield return new PSNoteProperty(name.ToString(), Results(name, target));
        }

        if (names.Count == 0 && !Expression.HasWildCardCharacters)
        {
            yield return new PSNoteProperty(Expression.ToString(), null);
        }
    }

    private static object? Results(PSPropertyExpression expression, PSObject target)
    {
        var results = expression
            .GetValues(target)
            .Where(result => result.Exception is null)
            .Select(result => result.Result)
            .ToArray();
        return results.Length switch
        {
            0 => null,
            1 => results[0],
            _ => results,
        };
    }

    private static PropertyParameter Parse(object element, PSCmdlet cmdlet) =>
        (element is PSObject wrapped ? wrapped.BaseObject : element) switch
        {
            ScriptBlock script => new PropertyParameter(new PSPropertyExpression(script), null, null),
            IDictionary table => Parse(table, cmdlet),
            { } name => new PropertyParameter(
                new PSPropertyExpression(LanguagePrimitives.ConvertTo<string>(name)),
                null,
                null
            ),
            null => throw Refuse(cmdlet, "A property cannot be null.", "DictionaryKeyMissing"),
        };

    private static PropertyParameter Parse(IDictionary table, PSCmdlet cmdlet)
    {
        PropertyParameter? expression = null;
        string? name = null;
        bool? descending = null;
        foreach (DictionaryEntry entry in table)
        {
            var given = LanguagePrimitives.ConvertTo<string>(entry.Key);
            switch (
                Array.Find(s_keys, key => given.Length > 0 && key.StartsWith(given, StringComparison.OrdinalIgnoreCase))
            )
            {
                case "Name" or "Label":
                    name = LanguagePrimitives.ConvertTo<string>(entry.Value);
                    break;
                case "Expression" when entry.Value is not null:
                    expression = Parse(entry.Value, cmdlet);
                    break;
                case "Descending":
                    descending = LanguagePrimitives.IsTrue(entry.Value);
                    break;
                case "Ascending":
                    descending = !LanguagePrimitives.IsTrue(entry.Value);
                    break;
                default:
                    throw Refuse(cmdlet, $"The {given} key is not valid.", "DictionaryKeyIllegal");
            }
        }

        if (expression is null && name is null)
        {
            throw Refuse(cmdlet, "The hash table is missing mandatory keys: Expression.", "DictionaryKeyMissing");
        }

        return new PropertyParameter(expression?.Expression ?? new PSPropertyExpression(name), name, descending);
    }

    private static PSNotSupportedException Refuse(PSCmdlet cmdlet, string message, string errorId)
    {
        var exception = new PSNotSupportedException(message);
        cmdlet.ThrowTerminatingError(new ErrorRecord(exception, errorId, ErrorCategory.InvalidArgument, null));
        return exception;
    }
}
