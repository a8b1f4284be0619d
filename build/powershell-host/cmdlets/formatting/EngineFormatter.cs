using Microsoft.PowerShell.Commands.Internal.Format;
using PowerShellHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Equips formatting cmdlets with the engine's shapes and text output; only their front ends are public.
/// </summary>
internal static class EngineFormatter
{
    private const string Namespace = "Microsoft.PowerShell.Commands.Internal.Format.";

    /// <summary>Makes a front end format as <paramref name="shape"/>: Table, List, Wide or Complex.</summary>
    public static void UseShape(FrontEndCommandBase frontEnd, string shape)
    {
        var value = Enum.Parse(EngineInternals.Find(Namespace + "FormatShape"), shape);
        UseImplementation(frontEnd, EngineInternals.Create(Namespace + "InnerFormatShapeCommand", value));
    }

    /// <summary>
    /// Makes a front end print objects, formatted or not, as text lines into <paramref name="writer"/>.
    /// </summary>
    /// <param name="frontEnd">The cmdlet to equip, before its processing begins.</param>
    /// <param name="writer">Receives the text.</param>
    /// <param name="columns">Width in characters at which lines break.</param>
    /// <param name="withoutNewline">Leaves out every line end.</param>
    public static void PrintTo(FrontEndCommandBase frontEnd, TextWriter writer, int columns, bool withoutNewline)
    {
        var printer = EngineInternals.Create(Namespace + "OutCommandInner");
        var lines = EngineInternals.Create(Namespace + "TextWriterLineOutput", writer, columns, withoutNewline);
        EngineInternals.Set(printer, "LineOutput", lines);
        UseImplementation(frontEnd, printer);
    }

    private static void UseImplementation(FrontEndCommandBase frontEnd, object implementation) =>
        EngineInternals.SetField(frontEnd, typeof(FrontEndCommandBase), "implementation", implementation);
}
