using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace PowerShellHost.Host;

/// <summary>The cmdlets that this assembly adds to those of the engine.</summary>
internal static class OwnCommands
{
    // Windows has these; elsewhere PowerShell leaves the names to programs. The engine brings all other aliases.
    private static readonly (string Name, string Command)[] s_aliases =
    [
        ("compare", "Compare-Object"),
        ("diff", "Compare-Object"),
        ("sleep", "Start-Sleep"),
        ("sort", "Sort-Object"),
        ("tee", "Tee-Object"),
    ];

    public static IEnumerable<SessionStateCommandEntry> Entries()
    {
        foreach (var type in typeof(OwnCommands).Assembly.GetTypes())
        {
            if (!type.IsAbstract && type.GetCustomAttribute<CmdletAttribute>(inherit: false) is { } cmdlet)
            {
                yield return new SessionStateCmdletEntry($"{cmdlet.VerbName}-{cmdlet.NounName}", type, helpFileName: null);
            }
        }

        foreach (var (name, command) in s_aliases)
        {
            yield return new SessionStateAliasEntry(name, command);
        }
    }
}
