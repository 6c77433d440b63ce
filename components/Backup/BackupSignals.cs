using Platform.Components.Observability.Signals;

namespace Platform.Components.Backup;

/// <summary>What a vault tells about the backups that should be in it.</summary>
internal static class BackupSignals
{
    public static IReadOnlyList<Signal> Of() =>
    [
        Failed("backup", "NumberOfBackupJobsFailed"),
        Failed("restore", "NumberOfRestoreJobsFailed"),
        Failed("copy", "NumberOfCopyJobsFailed"),
    ];

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
