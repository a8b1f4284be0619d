using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Date: now, or a given date with some parts replaced, as DateTime or formatted.</summary>
[Cmdlet(VerbsCommon.Get, "Date")]
[OutputType(typeof(DateTime), typeof(string))]
public sealed class GetDateCommand : PSCmdlet
{
    private const string NameOfFile = "yyyyMMdd";
    private const string NameOfFileWithTime = "yyyyMMddTHHmmssffff";

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("LastWriteTime")]
    public DateTime? Date { get; set; }

    [Parameter]
    [Alias("UnixTime")]
    public long? UnixTimeSeconds { get; set; }

    [Parameter]
    [ValidateRange(1, 9999)]
    public int? Year { get; set; }

    [Parameter]
    [ValidateRange(1, 12)]
    public int? Month { get; set; }

    [Parameter]
    [ValidateRange(1, 31)]
    public int? Day { get; set; }

    [Parameter]
    [ValidateRange(0, 23)]
    public int? Hour { get; set; }

    [Parameter]
    [ValidateRange(0, 59)]
    public int? Minute { get; set; }

    [Parameter]
    [ValidateRange(0, 59)]
    public int? Second { get; set; }

    [Parameter]
    [ValidateRange(0, 999)]
    public int? Millisecond { get; set; }

    [Parameter]
    public string? Format { get; set; }

    [Parameter]
    public SwitchParameter AsUTC { get; set; }

    protected override void ProcessRecord()
    {
        var start = UnixTimeSeconds is { } seconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).LocalDateTime
            : Date ?? DateTime.Now;
        var date = WithParts(start);
        if (AsUTC)
        {
            date = date.ToUniversalTime();
        }

        WriteObject(Format is null ? date : Formatted(date, Format));
    }

    private DateTime WithParts(DateTime start) =>
        start
            .AddYears((Year ?? start.Year) - start.Year)
            .AddMonths((Month ?? start.Month) - start.Month)
            .AddDays((Day ?? start.Day) - start.Day)
            .AddHours((Hour ?? start.Hour) - start.Hour)
            .AddMinutes((Minute ?? start.Minute) - start.Minute)
            .AddSeconds((Second ?? start.Second) - start.Second)
            .AddMilliseconds((Millisecond ?? start.Millisecond) - start.Millisecond);

    private static string Formatted(DateTime date, string format) =>
        format.ToLowerInvariant() switch
        {
            "filedate" => date.ToString(NameOfFile, CultureInfo.InvariantCulture),
            "filedateuniversal" => date.ToUniversalTime().ToString(NameOfFile + "Z", CultureInfo.InvariantCulture),
            "filedatetime" => date.ToString(NameOfFileWithTime, CultureInfo.InvariantCulture),
            "filedatetimeuniversal" => date.ToUniversalTime()
                .ToString(NameOfFileWithTime + "Z", CultureInfo.InvariantCulture),
            _ => date.ToString(format, CultureInfo.CurrentCulture),
        };
}

/// <summary>New-TimeSpan: the time between two dates, or a span made of parts.</summary>
[Cmdlet(VerbsCommon.New, "TimeSpan", DefaultParameterSetName = "Date")]
[OutputType(typeof(TimeSpan))]
public sealed class NewTimeSpanCommand : PSCmdlet
{
    [Parameter(
        Position = 0,
        ParameterSetName = "Date",
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [Alias("LastWriteTime")]
    public DateTime? Start { get; set; }

    [Parameter(Position = 1, ParameterSetName = "Date", ValueFromPipelineByPropertyName = true)]
    public DateTime? End { get; set; }

    [Parameter(ParameterSetName = "Time")]
    public int Days { get; set; }

    [Parameter(ParameterSetName = "Time")]
    public int Hours { get; set; }

    [Parameter(ParameterSetName = "Time")]
    public int Minutes { get; set; }

    [Parameter(ParameterSetName = "Time")]
    public int Seconds { get; set; }

    [Parameter(ParameterSetName = "Time")]
    public int Milliseconds { get; set; }

    protected override void ProcessRecord()
    {
        var now = DateTime.Now;
        WriteObject(
            ParameterSetName == "Time"
                ? new TimeSpan(Days, Hours, Minutes, Seconds, Milliseconds)
                : (End ?? now) - (Start ?? now)
        );
    }
}

/// <summary>Start-Sleep: waits, and ends at once when the pipeline is stopped.</summary>
[Cmdlet(VerbsLifecycle.Start, "Sleep", DefaultParameterSetName = "Seconds")]
public sealed class StartSleepCommand : PSCmdlet, IDisposable
{
    private readonly ManualResetEventSlim _stopped = new();

    [Parameter(
        Position = 0,
        Mandatory = true,
        ParameterSetName = "Seconds",
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [ValidateRange(0.0, int.MaxValue / 1000.0)]
    public double Seconds { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Milliseconds", ValueFromPipelineByPropertyName = true)]
    [Alias("ms")]
    [ValidateRange(0, int.MaxValue)]
    public int Milliseconds { get; set; }

    [Parameter(
        Position = 0,
        Mandatory = true,
        ParameterSetName = "FromTimeSpan",
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [Alias("ts")]
    public TimeSpan Duration { get; set; }

    public void Dispose() => _stopped.Dispose();

    protected override void ProcessRecord() =>
        _stopped.Wait(
            ParameterSetName switch
            {
                "Milliseconds" => TimeSpan.FromMilliseconds(Milliseconds),
                "FromTimeSpan" => Duration,
                _ => TimeSpan.FromSeconds(Seconds),
            }
        );

    protected override void StopProcessing() => _stopped.Set();
}
