using System.Management.Automation;
using System.Reflection;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Reaches the formatting engine, whose front ends are public but whose shapes and line outputs are not. Everything
/// here names members of System.Management.Automation as of the pinned version.
/// </summary>
internal static class EngineFormatter
{
    private const string Namespace = "Microsoft.PowerShell.Commands.Internal.Format.";
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly Assembly s_engine = typeof(PSObject).Assembly;

    /// <summary>Makes a front end format as <paramref name="shape"/>: Table, List, Wide or Complex.</summary>
    public static void UseShape(FrontEndCommandBase frontEnd, string shape)
    {
        var shapes = Find("FormatShape");
        UseImplementation(frontEnd, Create("InnerFormatShapeCommand", Enum.Parse(shapes, shape)));
    }

    /// <summary>Makes a front end print objects, formatted or not, as text lines into <paramref name="writer"/>.</summary>
    /// <param name="frontEnd">The cmdlet to equip, before its processing begins.</param>
    /// <param name="writer">Receives the text.</param>
    /// <param name="columns">Width in characters at which lines break.</param>
    /// <param name="withoutNewline">Leaves out every line end.</param>
    public static void PrintTo(FrontEndCommandBase frontEnd, TextWriter writer, int columns, bool withoutNewline)
    {
        var printer = Create("OutCommandInner");
        var lines = Create("TextWriterLineOutput", writer, columns, withoutNewline);
        Member(printer.GetType().GetProperty("LineOutput", AnyInstance)).SetValue(printer, lines);
        UseImplementation(frontEnd, printer);
    }

    private static void UseImplementation(FrontEndCommandBase frontEnd, object implementation)
        => Member(typeof(FrontEndCommandBase).GetField("implementation", AnyInstance)).SetValue(frontEnd, implementation);

    private static object Create(string name, params object[] arguments)
        => Member(Activator.CreateInstance(Find(name), AnyInstance, binder: null, arguments, culture: null));

    private static Type Find(string name) => Member(s_engine.GetType(Namespace + name));

    private static T Member<T>(T? member)
        where T : class
        => member ?? throw new PSNotSupportedException("This version of the engine has another formatter.");
}
