using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using PowerShellHost.Engine;

namespace PowerShellHost.Host;

/// <summary>
/// The cmdlets that this assembly adds to those of the engine, under the names of PowerShell's own modules.
/// </summary>
internal static class OwnCommands
{
    private static readonly HashSet<string> s_managedNouns =
    [
        "ChildItem",
        "Content",
        "Item",
        "Location",
        "Path",
        "Process",
    ];

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
        var utility = Owner("Microsoft.PowerShell.Utility");
        var management = Owner("Microsoft.PowerShell.Management");
        foreach (var type in typeof(OwnCommands).Assembly.GetTypes())
        {
            if (!type.IsAbstract && type.GetCustomAttribute<CmdletAttribute>(inherit: false) is { } cmdlet)
            {
                var entry = new SessionStateCmdletEntry(
                    $"{cmdlet.VerbName}-{cmdlet.NounName}",
                    type,
                    helpFileName: null
                );
                var owner = s_managedNouns.Contains(cmdlet.NounName) ? management : utility;
                EngineInternals.Call(entry, "SetPSSnapIn", [typeof(PSSnapInInfo)], owner);
                yield return entry;
            }
        }

        foreach (var (name, command) in s_aliases)
        {
            yield return new SessionStateAliasEntry(name, command);
        }
    }

    // A snap-in is how the engine marks cmdlets that are there from the start; its name makes
    // Microsoft.PowerShell.Utility\Write-Output and the like resolve.
    private static PSSnapInInfo Owner(string name)
    {
        var assembly = typeof(OwnCommands).Assembly;
        var empty = new Collection<string>();
        return (PSSnapInInfo)
            EngineInternals.Create(
                "System.Management.Automation.PSSnapInInfo",
                name,
                false,
                AppContext.BaseDirectory,
                assembly.FullName,
                assembly.Location,
                PSVersionInfo.PSVersion,
                PSVersionInfo.PSVersion,
                empty,
                empty,
                string.Empty,
                string.Empty
            );
    }
}
