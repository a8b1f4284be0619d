using System.Management.Automation;
using System.Text.Json;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// ConvertFrom-Json: each input is a document of its own if the first one is; otherwise all are lines of one document.
/// </summary>
[Cmdlet(VerbsData.ConvertFrom, "Json")]
public sealed class ConvertFromJsonCommand : PSCmdlet
{
    private readonly List<string> _inputs = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string InputObject { get; set; } = string.Empty;

    [Parameter]
    public SwitchParameter AsHashtable { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Depth { get; set; } = 1024;

    [Parameter]
    public SwitchParameter NoEnumerate { get; set; }

    protected override void ProcessRecord() => _inputs.Add(InputObject);

    protected override void EndProcessing()
    {
        var reader = new JsonReader(AsHashtable, Depth);
        if (_inputs.Count > 1 && IsDocument(reader, _inputs[0]))
        {
            foreach (var input in _inputs)
            {
                Convert(reader, input);
            }
        }
        else
        {
            Convert(reader, string.Join(Environment.NewLine, _inputs));
        }
    }

    private static bool IsDocument(JsonReader reader, string text)
    {
        try
        {
            reader.Read(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Convert(JsonReader reader, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        try
        {
            WriteObject(reader.Read(text), enumerateCollection: !NoEnumerate);
        }
        catch (JsonException exception)
        {
            throw new ArgumentException($"Conversion from JSON failed with error: {exception.Message}", exception);
        }
        catch (JsonShapeException exception)
        {
            var error = new InvalidOperationException(exception.Message);
            ThrowTerminatingError(new ErrorRecord(error, exception.ErrorId, ErrorCategory.InvalidOperation, null));
        }
    }
}
