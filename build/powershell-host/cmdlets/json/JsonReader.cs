using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Microsoft.PowerShell.Commands;

/// <summary>A JSON text that is well formed but has no form in PowerShell.</summary>
internal sealed class JsonShapeException(string message, string errorId) : Exception(message)
{
    public string ErrorId { get; } = errorId;
}

/// <summary>
/// Reads JSON by the rules of ConvertFrom-Json in PowerShell 7: whole numbers as Int64 (BigInteger when larger), others
/// as Double, ISO 8601 times as DateTime, objects as custom objects or ordered hashtables, arrays as Object[].
/// </summary>
internal sealed partial class JsonReader(bool asHashtable, int maximumDepth)
{
    /// <exception cref="JsonException">The text is not JSON, or nests deeper than the maximum.</exception>
    /// <exception cref="JsonShapeException">Names in one object collide or are empty.</exception>
    public object? Read(string json)
    {
        var options = new JsonDocumentOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = maximumDepth,
        };
        using var document = JsonDocument.Parse(json, options);
        return Value(document.RootElement);
    }

    private object? Value(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object when asHashtable => Hashtable(element),
            JsonValueKind.Object => Object(element),
            JsonValueKind.Array => element.EnumerateArray().Select(Value).ToArray(),
            JsonValueKind.String => Text(element.GetString() ?? string.Empty),
            JsonValueKind.Number => Number(element),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private PSObject Object(JsonElement element)
    {
        var result = new PSObject();
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name.Length == 0)
            {
                throw new JsonShapeException(
                    "The provided JSON includes a property whose name is an empty string, "
                        + "this is only supported using the -AsHashTable switch.",
                    "EmptyKeyInJsonString"
                );
            }

            if (result.Properties[member.Name] is { } known && known.Name != member.Name)
            {
                throw new JsonShapeException(
                    $"Cannot convert the JSON string because it contains keys with different casing. "
                        + "Please use the -AsHashTable switch instead. "
                        + $"The key that was attempted to be added to the existing key '{known.Name}' "
                        + $"was '{member.Name}'.",
                    "KeysWithDifferentCasingInJsonString"
                );
            }

            result.Properties.Remove(member.Name);
            result.Properties.Add(new PSNoteProperty(member.Name, Value(member.Value)));
        }

        return result;
    }

    private OrderedHashtable Hashtable(JsonElement element)
    {
        var result = new OrderedHashtable();
        foreach (var member in element.EnumerateObject())
        {
            result[member.Name] = Value(member.Value);
        }

        return result;
    }

    private static object Number(JsonElement element)
    {
        var text = element.GetRawText();
        if (text.AsSpan().IndexOfAny('.', 'e', 'E') >= 0)
        {
            return element.GetDouble();
        }

        if (element.TryGetInt64(out var whole))
        {
            return whole;
        }

        return BigInteger.Parse(text, CultureInfo.InvariantCulture);
    }

    private static object Text(string text) =>
        text.Length is >= 19 and <= 40
        && IsoTime().IsMatch(text)
        && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
            ? time
            : text;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:?\d\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoTime();
}
