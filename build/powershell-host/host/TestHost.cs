using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace PowerShellHost.Host;

/// <summary>The host object behind <c>$Host</c>; it keeps the exit code that a script asks for.</summary>
internal sealed class TestHost(PSHostUserInterface userInterface) : PSHost
{
    /// <summary>The code given to <c>exit</c>, or null as long as nothing asked to leave.</summary>
    public int? ExitCode { get; private set; }

    // Scripts compare with this name to tell a console from an editor.
    public override string Name => "ConsoleHost";

    public override Version Version { get; } = PSVersionInfo.PSVersion;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => userInterface;

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new PSNotSupportedException();

    public override void ExitNestedPrompt() => throw new PSNotSupportedException();

    public override void NotifyBeginApplication() { }

    public override void NotifyEndApplication() { }
}
