using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Logs;

/// <summary>What the log of an application tells, whatever runs it.</summary>
internal static class AppLogs
{
    public static IReadOnlyList<LogSignal> Signals(string name, Output<string> group) =>
    [
        new(group, "?ERROR ?FATAL ?CRITICAL ?panic", new("log-errors", LogSignal.Count($"{name}-log-errors"), "count",
            Limit.Above(50, "practice: ten a minute are no accident"),
            Severity.Low, Layer.App, "log-errors", "The application writes more errors than it should.") { Evaluation = new(300, 2, 3) }),
    ];

    public static IReadOnlyList<SavedQuery> Queries(Output<string> group) =>
    [
        new("errors", group, "fields @timestamp, @logStream, @message | filter @message like /(?i)error|fatal|critical|panic/ | sort @timestamp desc | limit 100"),
        new("errors-over-time", group, "filter @message like /(?i)error|fatal|critical|panic/ | stats count() by bin(5m)"),
    ];
}
