using System.Management.Automation;
using PowerShellHost.Engine;

namespace Microsoft.PowerShell.Commands;

/// <summary>The exception that Write-Error makes when it is given only a message.</summary>
public class WriteErrorException(string message) : SystemException(message);

/// <summary>Write-Error: a non-terminating error in the name of the calling function.</summary>
[Cmdlet(VerbsCommunications.Write, "Error", DefaultParameterSetName = "NoException")]
public sealed class WriteErrorCommand : PSCmdlet
{
    [Parameter(ParameterSetName = "WithException", Mandatory = true, Position = 0)]
    public Exception? Exception { get; set; }

    [Parameter(ParameterSetName = "NoException", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = "WithException")]
    [AllowNull]
    [AllowEmptyString]
    [Alias("Msg")]
    public string? Message { get; set; }

    [Parameter(ParameterSetName = "ErrorRecord", Mandatory = true, Position = 0)]
    public ErrorRecord? ErrorRecord { get; set; }

    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public ErrorCategory Category { get; set; } = ErrorCategory.NotSpecified;

    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public string ErrorId { get; set; } = string.Empty;

    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public object? TargetObject { get; set; }

    [Parameter]
    public string RecommendedAction { get; set; } = string.Empty;

    [Parameter]
    [Alias("Activity")]
    public string CategoryActivity { get; set; } = string.Empty;

    [Parameter]
    [Alias("Reason")]
    public string CategoryReason { get; set; } = string.Empty;

    [Parameter]
    [Alias("TargetName")]
    public string CategoryTargetName { get; set; } = string.Empty;

    [Parameter]
    [Alias("TargetType")]
    public string CategoryTargetType { get; set; } = string.Empty;

    protected override void ProcessRecord()
    {
        var record = ErrorRecord is null ? NewRecord() : new ErrorRecord(ErrorRecord, null);
        Describe(record);
        BlameCaller(record);
        WriteError(record);
    }

    private ErrorRecord NewRecord()
    {
        var exception = Exception ?? new WriteErrorException(Message ?? string.Empty);
        var id = ErrorId.Length > 0 ? ErrorId : exception.GetType().FullName;
        var record = new ErrorRecord(exception, id, Category, TargetObject);
        if (Exception is not null && !string.IsNullOrEmpty(Message))
        {
            record.ErrorDetails = new ErrorDetails(Message);
        }

        return record;
    }

    private void Describe(ErrorRecord record)
    {
        if (RecommendedAction.Length > 0)
        {
            record.ErrorDetails ??= new ErrorDetails(record.ToString());
            record.ErrorDetails.RecommendedAction = RecommendedAction;
        }

        record.CategoryInfo.Activity = CategoryActivity.Length > 0 ? CategoryActivity : "Write-Error";
        record.CategoryInfo.Reason = CategoryReason.Length > 0 ? CategoryReason : record.CategoryInfo.Reason;
        record.CategoryInfo.TargetName =
            CategoryTargetName.Length > 0 ? CategoryTargetName : record.CategoryInfo.TargetName;
        record.CategoryInfo.TargetType =
            CategoryTargetType.Length > 0 ? CategoryTargetType : record.CategoryInfo.TargetType;
    }

    // The record carries the caller's invocation, not this cmdlet's, so that the id ends with the function's name and
    // the position is the caller's.
    private void BlameCaller(ErrorRecord record)
    {
        if (GetVariableValue("MyInvocation") is InvocationInfo caller)
        {
            EngineInternals.Call(record, "SetInvocationInfo", [typeof(InvocationInfo)], caller);
            EngineInternals.Set(record, "PreserveInvocationInfoOnce", true);
        }
    }
}
