using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace PowerShellHost.Host;

/// <summary>The cmdlets that this assembly adds to those of the engine.</summary>
internal static class OwnCommands
{
    public static IEnumerable<SessionStateCommandEntry> Entries()
    {
        foreach (var type in typeof(OwnCommands).Assembly.GetTypes())
        {
            if (!type.IsAbstract && type.GetCustomAttribute<CmdletAttribute>(inherit: false) is { } cmdlet)
            {
                yield return new SessionStateCmdletEntry($"{cmdlet.VerbName}-{cmdlet.NounName}", type, helpFileName: null);
            }
        }
    }
}
