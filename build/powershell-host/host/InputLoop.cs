using System.Text;

namespace PowerShellHost.Host;

/// <summary>
/// Reads statements as pwsh does on redirected input: a line that is complete runs at once; one that is not starts a
/// block, which the next empty line closes unless it is incomplete still. End of input drops an open block.
/// </summary>
internal static class InputLoop
{
    /// <returns>The process's exit code.</returns>
    public static int Run(Session session, TextReader input)
    {
        StringBuilder? block = null;
        while (session.ExitCode is null && input.ReadLine() is { } line)
        {
            if (block is not null && line.Length > 0)
            {
                block.Append('\n').Append(line);
                continue;
            }

            var statement = block?.ToString() ?? line;
            if (string.IsNullOrWhiteSpace(statement))
            {
                continue;
            }

            var ending = session.Run(statement);
            block = ending == Ending.Incomplete ? new StringBuilder(statement) : null;
        }

        return session.ExitCode ?? 0;
    }
}
