using System.Management.Automation;
using System.Management.Automation.Language;

namespace Microsoft.PowerShell.Commands;

/// <summary>Import-PowerShellDataFile: the hashtable that a .psd1 holds, read without running anything.</summary>
[Cmdlet(VerbsData.Import, "PowerShellDataFile", DefaultParameterSetName = "Path")]
public sealed class ImportPowerShellDataFileCommand : PathCommand
{
    [Parameter]
    public SwitchParameter SkipLimitCheck { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var file in ResolvePaths(Paths, IsLiteral))
        {
            var tree = Parser.ParseFile(file, out _, out var problems);
            var table = tree.Find(node => node is HashtableAst, searchNestedScriptBlocks: false);
            if (problems.Length > 0 || table is null)
            {
                Refuse(
                    file,
                    "CouldNotParseAsPowerShellDataFile",
                    $"The file '{file}' could not be parsed as a PowerShell Data File."
                );
                continue;
            }

            try
            {
                WriteObject(table.SafeGetValue(SkipLimitCheck));
            }
            catch (InvalidOperationException)
            {
                Refuse(file, "CouldNotParseAsPowerShellDataFile", $"The file '{file}' contains more than plain data.");
            }
        }
    }

    private void Refuse(string file, string errorId, string message) =>
        WriteError(new ErrorRecord(new InvalidOperationException(message), errorId, ErrorCategory.InvalidData, file));
}
