using System.Management.Automation;
using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>When a CSV field is put in quotes.</summary>
public enum CsvQuoting
{
    Always,
    AsNeeded,
    Never,
}

/// <summary>Lines of CSV as RFC 4180 describes them; PowerShell quotes every field unless told otherwise.</summary>
internal sealed class CsvText(char delimiter, CsvQuoting quoting)
{
    public string Line(IEnumerable<string?> fields) => string.Join(delimiter, fields.Select(Field));

    /// <summary>The properties of the first object make the header; later objects have the same columns.</summary>
    public static List<string> HeaderOf(PSObject first) => [.. first.Properties.Select(property => property.Name)];

    /// <summary>The fields of one object; a column that it lacks, or a null, is empty without quotes.</summary>
    public static IEnumerable<string?> FieldsOf(PSObject item, IEnumerable<string> header) =>
        header.Select(name =>
            item.Properties[name]?.Value is { } value ? LanguagePrimitives.ConvertTo<string>(value) : null
        );

    /// <summary>Splits a text into records; a quoted field may hold delimiters, line ends and doubled quotes.</summary>
    public IEnumerable<List<string>> Records(string text)
    {
        var record = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (quoted)
            {
                var doubled = character == '"' && at + 1 < text.Length && text[at + 1] == '"';
                quoted = character != '"' || doubled;
                field.Append(quoted ? character : null);
                at += doubled ? 1 : 0;
            }
            else if (character == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (character == delimiter)
            {
                record.Add(field.ToString());
                field.Clear();
            }
            else if (character == '\n')
            {
                if (record.Count > 0 || field.Length > 0)
                {
                    record.Add(field.ToString());
                    yield return record;
                }

                record = [];
                field.Clear();
            }
            else if (character != '\r')
            {
                field.Append(character);
            }
        }

        if (record.Count > 0 || field.Length > 0)
        {
            record.Add(field.ToString());
            yield return record;
        }
    }

    private string Field(string? text) =>
        text switch
        {
            null => string.Empty,
            _ when quoting == CsvQuoting.Never || (quoting == CsvQuoting.AsNeeded && !NeedsQuotes(text)) => text,
            _ => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        };

    private bool NeedsQuotes(string text) => text.AsSpan().IndexOfAny([delimiter, '"', '\n', '\r']) >= 0;
}
