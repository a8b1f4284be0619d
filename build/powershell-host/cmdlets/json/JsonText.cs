using System.Globalization;
using System.Numerics;
using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>Which characters of a JSON string are written as escapes beyond those that must be.</summary>
public enum JsonEscaping
{
    Default,
    EscapeNonAscii,
    EscapeHtml,
}

/// <summary>The JSON text of single values.</summary>
internal static class JsonText
{
    private static readonly CultureInfo s_invariant = CultureInfo.InvariantCulture;

    /// <returns>The value's JSON, or null when it is not a single value.</returns>
    public static string? OfPrimitive(object value, bool enumsAsStrings, JsonEscaping escaping) =>
        value switch
        {
            string text => Quote(text, escaping),
            char character => Quote(character.ToString(), escaping),
            bool truth => truth ? "true" : "false",
            Enum name => enumsAsStrings ? Quote(name.ToString(), escaping) : name.ToString("D"),
            double number => OfFloat(number, number.ToString("R", s_invariant)),
            float number => OfFloat(number, number.ToString("R", s_invariant)),
            decimal number => WithDecimalPlace(number.ToString(s_invariant)),
            BigInteger number => number.ToString(s_invariant),
            sbyte or byte or short or ushort or int or uint or long or ulong => Convert.ToString(value, s_invariant),
            DateTime time => Quote(time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", s_invariant), escaping),
            DateTimeOffset time => Quote(time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", s_invariant), escaping),
            Guid id => Quote(id.ToString(), escaping),
            Uri address => Quote(address.OriginalString, escaping),
            _ => null,
        };

    public static string Quote(string text, JsonEscaping escaping)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' when escaping != JsonEscaping.EscapeHtml => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                _ when NeedsEscape(character, escaping) => quoted
                    .Append("\\u")
                    .Append(((int)character).ToString("x4", s_invariant)),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    // The line separators are legal in JSON but end a line in JavaScript's eyes.
    private static bool NeedsEscape(char character, JsonEscaping escaping) =>
        character < ' '
        || character is '\u0085' or '\u2028' or '\u2029'
        || (escaping == JsonEscaping.EscapeNonAscii && character > '~')
        || (escaping == JsonEscaping.EscapeHtml && character is '<' or '>' or '&' or '\'' or '"');

    private static string OfFloat(double number, string text) =>
        double.IsFinite(number) ? WithDecimalPlace(text) : $"\"{text}\"";

    private static string WithDecimalPlace(string text) =>
        text.AsSpan().IndexOfAny('.', 'E', 'e') >= 0 ? text : text + ".0";
}
