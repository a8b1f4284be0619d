using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace PowerShellHost.Host;

/// <summary>
/// Prints as pwsh does on redirected streams: everything to standard output but errors, no colours. Prompts read the
/// next line of standard input, or fail when the process is not interactive.
/// </summary>
internal sealed class StreamUserInterface(TextReader input, TextWriter output, TextWriter error, bool interactive)
    : PSHostUserInterface
{
    private const int Width = 120;

    public override PSHostRawUserInterface RawUI { get; } = new PlainRawUserInterface(Width);

    public override bool SupportsVirtualTerminal => false;

    public override void Write(string value) => output.Write(Plain(value));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write(value);

    public override void WriteLine() => output.Write('\n');

    public override void WriteLine(string value)
    {
        output.Write(Plain(value));
        output.Write('\n');
    }

    public override void WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        WriteLine(value);

    public override void WriteErrorLine(string value)
    {
        error.Write(Plain(value));
        error.Write('\n');
    }

    public override void WriteWarningLine(string message) => WriteLine($"WARNING: {message}");

    public override void WriteVerboseLine(string message) => WriteLine($"VERBOSE: {message}");

    public override void WriteDebugLine(string message) => WriteLine($"DEBUG: {message}");

    // A redirected stream has no place for a progress bar.
    public override void WriteProgress(long sourceId, ProgressRecord record) { }

    public override string ReadLine()
    {
        RequireInteractive();
        return input.ReadLine() ?? string.Empty;
    }

    public override SecureString ReadLineAsSecureString()
    {
        var text = new SecureString();
        foreach (var character in ReadLine())
        {
            text.AppendChar(character);
        }

        return text;
    }

    public override Dictionary<string, PSObject> Prompt(
        string caption,
        string message,
        Collection<FieldDescription> descriptions
    )
    {
        RequireInteractive();
        WriteIfAny(caption);
        WriteIfAny(message);
        var answers = new Dictionary<string, PSObject>();
        foreach (var field in descriptions)
        {
            answers[field.Name] = PromptForField(field);
        }

        return answers;
    }

    public override int PromptForChoice(
        string caption,
        string message,
        Collection<ChoiceDescription> choices,
        int defaultChoice
    )
    {
        RequireInteractive();
        WriteIfAny(caption);
        WriteIfAny(message);
        var labels = choices.Select(choice => new ChoiceLabel(choice.Label)).ToList();
        while (true)
        {
            Write(string.Join("  ", labels.Select(label => $"[{label.Key}] {label.Text}")) + ": ");
            var answer = input.ReadLine();
            if (string.IsNullOrWhiteSpace(answer))
            {
                return answer is null && defaultChoice < 0 ? throw Unavailable() : defaultChoice;
            }

            var chosen = labels.FindIndex(label => label.IsMeantBy(answer.Trim()));
            if (chosen >= 0)
            {
                return chosen;
            }
        }
    }

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName
    ) => throw Unavailable();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options
    ) => throw Unavailable();

    private static string Plain(string? value) =>
        string.IsNullOrEmpty(value) || !value.Contains('\u001b', StringComparison.Ordinal)
            ? value ?? string.Empty
            : new StringDecorated(value).ToString(OutputRendering.PlainText);

    private static PSInvalidOperationException Unavailable() =>
        new("PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.");

    private void RequireInteractive()
    {
        if (!interactive)
        {
            throw Unavailable();
        }
    }

    private void WriteIfAny(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            WriteLine(text);
        }
    }

    // A list is asked for element by element; an empty line ends it.
    private PSObject PromptForField(FieldDescription field)
    {
        var type = Type.GetType(field.ParameterAssemblyFullName) ?? typeof(string);
        if (type == typeof(SecureString))
        {
            Write($"{field.Name}: ");
            return PSObject.AsPSObject(ReadLineAsSecureString());
        }

        if (!type.IsArray)
        {
            Write($"{field.Name}: ");
            return PSObject.AsPSObject(LanguagePrimitives.ConvertTo(ReadLine(), type, CultureInfo.InvariantCulture));
        }

        var items = new List<string>();
        while (true)
        {
            Write($"{field.Name}[{items.Count}]: ");
            var item = ReadLine();
            if (item.Length == 0)
            {
                return PSObject.AsPSObject(
                    LanguagePrimitives.ConvertTo(items.ToArray(), type, CultureInfo.InvariantCulture)
                );
            }

            items.Add(item);
        }
    }

    /// <summary>A choice's label, in which an ampersand stands before the key that selects it.</summary>
    private sealed class ChoiceLabel(string label)
    {
        public string Text { get; } = label.Replace("&", string.Empty, StringComparison.Ordinal);

        public string Key { get; } =
            label.IndexOf('&', StringComparison.Ordinal) is var at && at >= 0 && at + 1 < label.Length
                ? label.Substring(at + 1, 1).ToUpperInvariant()
                : label;

        public bool IsMeantBy(string answer) =>
            answer.Equals(Key, StringComparison.OrdinalIgnoreCase)
            || answer.Equals(Text, StringComparison.OrdinalIgnoreCase);
    }
}
