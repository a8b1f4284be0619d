using System.Collections;
using System.Management.Automation;
using System.Reflection;
using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Writes objects as JSON by the rules of ConvertTo-Json in PowerShell 7: enumerations as numbers, dictionaries and
/// objects as JSON objects, other collections as arrays, and text in place of whatever lies below the depth.
/// </summary>
internal sealed class JsonWriter(int depth, bool compress, bool enumsAsStrings, JsonEscaping escaping)
{
    private readonly StringBuilder _json = new();

    private bool Compress => compress;

    /// <summary>Whether something lay below the depth and was written as text.</summary>
    public bool Truncated { get; private set; }

    public string Write(object? value)
    {
        WriteValue(value, level: 0);
        return _json.ToString();
    }

    private void WriteValue(object? value, int level)
    {
        var wrapped = value as PSObject;
        var bare = wrapped is null ? value : wrapped.BaseObject;
        if (
            bare is null
            || bare is DBNull
            || ReferenceEquals(bare, System.Management.Automation.Internal.AutomationNull.Value)
        )
        {
            _json.Append("null");
        }
        else if (JsonText.OfPrimitive(bare, enumsAsStrings, escaping) is { } text)
        {
            WritePrimitive(text, wrapped, bare, level);
        }
        else if (level > depth)
        {
            Truncated = true;
            var plain =
                wrapped is not null && bare is PSCustomObject
                    ? wrapped.ToString()
                    : LanguagePrimitives.ConvertTo<string>(value);
            _json.Append(JsonText.Quote(plain, escaping));
        }
        else if (bare is IDictionary dictionary)
        {
            WriteMembers(Entries(dictionary, wrapped), level);
        }
        else if (bare is IEnumerable items && bare is not PSCustomObject)
        {
            WriteItems(items, level);
        }
        else
        {
            WriteMembers(Properties(bare, wrapped), level);
        }
    }

    // A value that carries added properties becomes an object with the value under the name "value"; texts and dates
    // stay what they are.
    private void WritePrimitive(string text, PSObject? wrapped, object bare, int level)
    {
        if (wrapped is null || bare is string or DateTime || !Added(wrapped).Any() || level > depth)
        {
            _json.Append(text);
            return;
        }

        WriteMembers(Added(wrapped).Prepend(new("value", bare)), level);
    }

    private void WriteItems(IEnumerable items, int level)
    {
        var separator = new Separator(this, level, '[', ']');
        foreach (var item in items)
        {
            separator.Next();
            WriteValue(item, level + 1);
        }

        separator.Close();
    }

    private void WriteMembers(IEnumerable<KeyValuePair<string, object?>> members, int level)
    {
        var separator = new Separator(this, level, '{', '}');
        foreach (var (name, value) in members)
        {
            separator.Next();
            _json.Append(JsonText.Quote(name, escaping)).Append(Compress ? ":" : ": ");
            WriteValue(value, level + 1);
        }

        separator.Close();
    }

    private static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary dictionary, PSObject? wrapped)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return new(LanguagePrimitives.ConvertTo<string>(entry.Key), entry.Value);
        }

        foreach (var added in wrapped is null ? [] : Added(wrapped).Where(member => !dictionary.Contains(member.Key)))
        {
            yield return added;
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> Properties(object bare, PSObject? wrapped)
    {
        if (bare is not PSCustomObject)
        {
            foreach (var field in bare.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public))
            {
                yield return new(field.Name, field.GetValue(bare));
            }

            foreach (var property in bare.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
            {
                if (property.CanRead && property.GetIndexParameters().Length == 0)
                {
                    yield return new(property.Name, ValueOrNull(() => property.GetValue(bare)));
                }
            }
        }

        foreach (var added in wrapped is null ? [] : Added(wrapped))
        {
            yield return added;
        }
    }

    // What PowerShell has put on an object, in contrast to what its type has.
    private static IEnumerable<KeyValuePair<string, object?>> Added(PSObject wrapped) =>
        wrapped
            .Properties.Where(property => property.MemberType is not (PSMemberTypes.Property or PSMemberTypes.Dynamic))
            .Select(property => new KeyValuePair<string, object?>(property.Name, ValueOrNull(() => property.Value)));

    private static object? ValueOrNull(Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception)
            when (exception is TargetInvocationException or RuntimeException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Brackets, commas and line breaks of one array or object.</summary>
    private struct Separator(JsonWriter writer, int level, char open, char close)
    {
        private int _count;

        public void Next()
        {
            writer._json.Append(_count++ == 0 ? open : ',');
            Break(level + 1);
        }

        public readonly void Close()
        {
            if (_count == 0)
            {
                writer._json.Append(open);
            }
            else
            {
                Break(level);
            }

            writer._json.Append(close);
        }

        private readonly void Break(int indent)
        {
            if (!writer.Compress)
            {
                writer._json.Append(Environment.NewLine).Append(' ', indent * 2);
            }
        }
    }
}
