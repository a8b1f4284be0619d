using System.Management.Automation.Runspaces;

namespace PowerShellHost.Host;

/// <summary>What the process was asked to do.</summary>
internal abstract record Work
{
    /// <summary>Statements come from standard input, line by line.</summary>
    public sealed record ReadInput : Work;

    /// <summary>One script text, given on the command line.</summary>
    public sealed record RunText(string Script) : Work;

    /// <summary>A script file with its arguments, all strings unless written as <c>-Name:$true</c>.</summary>
    public sealed record RunFile(string Path, IReadOnlyList<CommandParameter> Arguments) : Work;

    public sealed record ShowVersion : Work;

    /// <summary>The command line cannot be understood.</summary>
    public sealed record Misuse(string Message) : Work;
}

/// <summary>
/// The part of pwsh's command line that the project uses. Names are case-insensitive, start with one dash and may be
/// shortened as long as they stay unambiguous, as about_Pwsh describes.
/// </summary>
internal sealed record CommandLine(Work Work, bool Interactive, bool StayOpen)
{
    private enum Option
    {
        Command,
        File,
        Version,
        NoLogo,
        NoProfile,
        NonInteractive,
        NoExit,
        OutputFormat,
        InputFormat,
        ExecutionPolicy,
        WorkingDirectory,
    }

    // Each name with the shortest form that pwsh accepts for it.
    private static readonly (Option Option, string Name, string Shortest)[] s_options =
    [
        (Option.Command, "command", "c"),
        (Option.File, "file", "f"),
        (Option.Version, "version", "v"),
        (Option.NoLogo, "nologo", "nol"),
        (Option.NoProfile, "noprofile", "nop"),
        (Option.NonInteractive, "noninteractive", "noni"),
        (Option.NoExit, "noexit", "noe"),
        (Option.OutputFormat, "outputformat", "o"),
        (Option.InputFormat, "inputformat", "inp"),
        (Option.ExecutionPolicy, "executionpolicy", "ex"),
        (Option.WorkingDirectory, "workingdirectory", "wo"),
    ];

    public static CommandLine Parse(string[] arguments)
    {
        var interactive = true;
        var stayOpen = false;
        for (var index = 0; index < arguments.Length; index++)
        {
            var rest = arguments.AsSpan(index + 1);
            switch (Find(arguments[index]))
            {
                case Option.NoLogo or Option.NoProfile:
                    break;
                case Option.NonInteractive:
                    interactive = false;
                    break;
                case Option.NoExit:
                    stayOpen = true;
                    break;
                case Option.OutputFormat or Option.InputFormat or Option.ExecutionPolicy:
                    index++;
                    break;
                case Option.WorkingDirectory when rest.Length > 0:
                    Environment.CurrentDirectory = rest[0];
                    index++;
                    break;
                case Option.Version:
                    return new CommandLine(new Work.ShowVersion(), interactive, stayOpen);
                case Option.Command:
                    return new CommandLine(TextWork(rest), interactive, stayOpen);
                case Option.File:
                    return new CommandLine(FileWork(rest), interactive, stayOpen);
                case null when !arguments[index].StartsWith('-'):
                    return new CommandLine(FileWork(arguments.AsSpan(index)), interactive, stayOpen);
                default:
                    return Refuse($"The argument '{arguments[index]}' is not recognized or lacks its value.");
            }
        }

        return new CommandLine(new Work.ReadInput(), interactive, stayOpen);
    }

    private static CommandLine Refuse(string message) => new(new Work.Misuse(message), false, false);

    private static Option? Find(string argument)
    {
        if (!argument.StartsWith('-'))
        {
            return null;
        }

        var given = argument.TrimStart('-').ToLowerInvariant();
        foreach (var (option, name, shortest) in s_options)
        {
            if (
                given.StartsWith(shortest, StringComparison.Ordinal) && name.StartsWith(given, StringComparison.Ordinal)
            )
            {
                return option;
            }
        }

        return null;
    }

    private static Work TextWork(ReadOnlySpan<string> rest) =>
        rest switch
        {
            [] => new Work.Misuse("-Command needs the command's text, or - to read standard input."),
            ["-"] => new Work.ReadInput(),
            _ => new Work.RunText(string.Join(' ', rest!)),
        };

    private static Work FileWork(ReadOnlySpan<string> rest) =>
        rest switch
        {
            [] => new Work.Misuse("-File needs the path of a script."),
            ["-"] => new Work.ReadInput(),
            [var path, .. var arguments] when File.Exists(path) => new Work.RunFile(
                Path.GetFullPath(path),
                ScriptArguments(arguments)
            ),
            [var path, ..] => new Work.Misuse(
                $"The argument '{path}' is not recognized as the name of a script file. "
                    + "Check the spelling of the name, "
                    + "or if a path was included, verify that the path is correct and try again."
            ),
        };

    /// <summary>
    /// Arguments of a script as pwsh's -File passes them: <c>-Name</c> stays a name that the binder pairs with what
    /// follows, <c>-Name:value</c> is a pair, and only the words $true and $false become Booleans.
    /// </summary>
    private static List<CommandParameter> ScriptArguments(ReadOnlySpan<string> arguments)
    {
        var parameters = new List<CommandParameter>(arguments.Length);
        string? pending = null;
        foreach (var argument in arguments)
        {
            if (pending is not null)
            {
                parameters.Add(new CommandParameter(pending, argument));
                pending = null;
                continue;
            }

            if (argument.Length < 2 || argument[0] != '-')
            {
                parameters.Add(new CommandParameter(null, argument));
                continue;
            }

            var colon = argument.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                parameters.Add(new CommandParameter(argument));
            }
            else if (colon == argument.Length - 1)
            {
                pending = argument[..colon];
            }
            else
            {
                parameters.Add(new CommandParameter(argument[..colon], ArgumentValue(argument[(colon + 1)..])));
            }
        }

        return parameters;
    }

    private static object ArgumentValue(string text) =>
        text.ToLowerInvariant() switch
        {
            "$true" => true,
            "$false" => false,
            _ => text,
        };
}
