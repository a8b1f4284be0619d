using System.Management.Automation;
using System.Management.Automation.Host;

namespace PowerShellHost.Host;

/// <summary>A screen that does not exist: it only has a width, by which the formatter breaks lines.</summary>
internal sealed class PlainRawUserInterface(int width) : PSHostRawUserInterface
{
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override Size BufferSize { get; set; } = new(width, 50);

    public override Size WindowSize { get; set; } = new(width, 50);

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Coordinates CursorPosition { get; set; }

    public override Coordinates WindowPosition { get; set; }

    public override int CursorSize { get; set; } = 25;

    public override string WindowTitle { get; set; } = "powershell-host";

    public override bool KeyAvailable => false;

    public override void FlushInputBuffer() { }

    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new PSNotSupportedException();

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new PSNotSupportedException();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) { }

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) { }

    public override void ScrollBufferContents(
        Rectangle source,
        Coordinates destination,
        Rectangle clip,
        BufferCell fill
    ) { }
}
