using System.Management.Automation;
using System.Text;

namespace PowerShellHost.Host;

/// <summary>Entry point: reads the command line, opens the session, runs what was asked for.</summary>
internal static class Program
{
    private const int ExitMisuse = 64;
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false);

    private static int Main(string[] arguments)
    {
        using var output = Writer(Console.OpenStandardOutput());
        using var error = Writer(Console.OpenStandardError());
        using var input = new StreamReader(
            Console.OpenStandardInput(),
            s_encoding,
            detectEncodingFromByteOrderMarks: true
        );
        Console.SetOut(output);
        Console.SetError(error);
        Console.SetIn(input);

        var commandLine = CommandLine.Parse(arguments);
        switch (commandLine.Work)
        {
            case Work.ShowVersion:
                output.Write($"PowerShell {PSVersionInfo.PSVersion} (test host)\n");
                return 0;
            case Work.Misuse misuse:
                error.Write($"{misuse.Message}\n");
                return ExitMisuse;
        }

        var host = new TestHost(new StreamUserInterface(input, output, error, commandLine.Interactive));
        using var session = new Session(host);
        return Perform(commandLine, session, input);
    }

    private static int Perform(CommandLine commandLine, Session session, TextReader input)
    {
        var ending = commandLine.Work switch
        {
            Work.RunText text => session.Run(text.Script),
            Work.RunFile file => session.RunFile(file.Path, file.Arguments, leaveOnExit: !commandLine.StayOpen),
            _ => Ending.Succeeded,
        };
        if (session.ExitCode is { } code)
        {
            return code;
        }

        if (commandLine.Work is Work.ReadInput || commandLine.StayOpen)
        {
            return InputLoop.Run(session, input);
        }

        var succeeded = ending == Ending.Succeeded && (commandLine.Work is Work.RunFile || session.LastSucceeded());
        return succeeded ? 0 : 1;
    }

    // Flushed at once: the other end of the pipe waits for each line.
    private static StreamWriter Writer(Stream stream) =>
        new(stream, s_encoding, bufferSize: 4096) { AutoFlush = true, NewLine = "\n" };
}
