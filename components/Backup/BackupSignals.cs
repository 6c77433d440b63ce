using Platform.Components.Functions;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Backup;

/// <summary>What a vault tells about the backups that should be in it.</summary>
internal static class BackupSignals
{
    // A week, and a day for a restore test that begins late and takes long.
    private const int LongestDays = 8;

    /// <param name="test">Plan of the restore tests; null: there are none.</param>
    /// <param name="function">Who looks into what they restored; null: nobody.</param>
    public static IReadOnlyList<Signal> Of(Output<string>? test, Output<string>? function) =>
    [
        Failed("backup", "NumberOfBackupJobsFailed"),
        Failed("restore", "NumberOfRestoreJobsFailed"),
        Failed("copy", "NumberOfCopyJobsFailed"),
        .. test is null ? [] : new[] { Unfit(test), Unproven(test), Slow(test) },
        .. function is null
            ? []
            : new[] { FunctionSignals.Failed("restore-unseen", function, "What was restored was not looked into; nobody knows whether the backup is good.", Severity.Medium, Layer.Durability) },
    ];

    private static Signal Unfit(Output<string> test) => new("restore-unfit")
    {
        Measure = Metric.Of(RestoreValidation.Metrics, "ValidationsFailed", "Sum", ("Plan", test)),
        Unit = "count",
        Meaning = "A backup was restored, and what came out is not what went in.",
        Limit = Limit.Above(0, "every backup must be good for something"),
        Severity = Severity.High,
        Layer = Layer.Durability,
        Evaluation = Evaluation.Minutes(1),
        Runbook = "restore-unproven",
    };

    private static Signal Unproven(Output<string> test) => new("restore-unproven")
    {
        Measure = Metric.Of(RestoreValidation.Metrics, "DaysSinceProven", "Maximum", ("Plan", test)),
        Unit = "d",
        Meaning = "Nobody knows whether the backups are good: no restored one was found so for more than a week.",
        Limit = Limit.Above(LongestDays, "restore tests run once a week"),
        Severity = Severity.Medium,
        Layer = Layer.Durability,

        // It is told once a day; two days without a word mean that whoever tells is gone.
        Evaluation = new(86_400, 2, 2, MissingData.Bad),
        Runbook = "restore-unproven",
    };

    private static Signal Slow(Output<string> test) => new("restore-slow")
    {
        Measure = Metric.Of(RestoreValidation.Metrics, "RestoreMinutes", "Maximum", ("Plan", test)),
        Unit = "min",
        Meaning = "A restore alone takes longer than the whole recovery may.",
        Limit = Limit.Above(ServiceTargets.RecoveryTimeMinutes, $"recovery time, {ServiceTargets.RecoveryTimeMinutes} min; service target of the platform charter"),
        Severity = Severity.Medium,
        Layer = Layer.Durability,
        Evaluation = new(3600, 1, 1),
        Runbook = "restore-unproven",
    };

    private static Signal Failed(string what, string metric) => new($"{what}-failed")
    {
        Measure = Metric.Of("AWS/Backup", metric, "Sum"),
        Unit = "count",
        Meaning = $"A {what} of AWS Backup failed; until one succeeds, what is restored is older than promised.",
        Limit = Limit.Above(0, "every backup must succeed"),
        Severity = Severity.High,
        Layer = Layer.Durability,
        Evaluation = Evaluation.Minutes(1),
        Runbook = "backup-failed",
    };
}
