using Platform.Components.Functions;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Backup;

/// <summary>What a vault tells about the backups that should be in it.</summary>
/// <remarks>
/// AWS counts jobs by vault, and copies by the vault they go to. Sources: https://docs.aws.amazon.com/aws-backup/latest/devguide/cloudwatch.html,
/// and "Supported metrics for resource tags for telemetry" in the CloudWatch user guide for which dimensions come together.
/// </remarks>
internal static class BackupSignals
{
    // A week, and a day for a restore test that begins late and takes long.
    private const int LongestDays = 8;

    /// <param name="vault">Name of the vault.</param>
    /// <param name="copies">ARNs of the vaults that get copies.</param>
    /// <param name="test">Plan of the restore tests; null: there are none.</param>
    /// <param name="function">Who looks into what they restored; null: nobody.</param>
    public static IReadOnlyList<Signal> Of(Output<string> vault, IReadOnlyList<Input<string>> copies, Output<string>? test, Output<string>? function) =>
    [
        Failed("backup", Jobs("NumberOfBackupJobsFailed", vault)),
        Failed("restore", Jobs("NumberOfRestoreJobsFailed", vault)),
        .. copies.Count == 0 ? [] : new[] { Failed("copy", Copies([.. copies.Select(NameOf)])) },
        .. test is null ? [] : new[] { Unfit(test), Unproven(test), Slow(test) },
        .. function is null
            ? []
            : new[] { FunctionSignals.Failed("restore-unseen", function, "What was restored was not looked into; nobody knows whether the backup is good.", Severity.Medium, Layer.Durability) },
    ];

    private static Signal Unfit(Output<string> test) => new(
        "restore-unfit", Metric.Of(RestoreValidation.Metrics, "ValidationsFailed", "Sum", ("Plan", test)), "count",
        Limit.Above(0, "every backup must be good for something"),
        Severity.High, Layer.Durability, "restore-unproven", "A backup was restored, and what came out is not what went in.")
        { Evaluation = Evaluation.Minutes(1) };

    // It is told once a day; two days without a word mean that whoever tells is gone.
    private static Signal Unproven(Output<string> test) => new(
        "restore-unproven", Metric.Of(RestoreValidation.Metrics, "DaysSinceProven", "Maximum", ("Plan", test)), "d",
        Limit.Above(LongestDays, "restore tests run once a week"),
        Severity.Medium, Layer.Durability, "restore-unproven", "Nobody knows whether the backups are good: no restored one was found so for more than a week.")
        { Evaluation = new(86_400, 2, 2, MissingData.Bad) };

    private static Signal Slow(Output<string> test) => new(
        "restore-slow", Metric.Of(RestoreValidation.Metrics, "RestoreMinutes", "Maximum", ("Plan", test)), "min",
        Limit.Above(ServiceTargets.RecoveryTimeMinutes, $"recovery time, {ServiceTargets.RecoveryTimeMinutes} min; service target of the platform charter"),
        Severity.Medium, Layer.Durability, "restore-unproven", "A restore alone takes longer than the whole recovery may.")
        { Evaluation = new(3600, 1, 1) };

    private static Metric Jobs(string metric, Output<string> vault) => Metric.Of("AWS/Backup", metric, "Sum", ("BackupVaultName", vault));

    private static Measure Copies(IReadOnlyList<Output<string>> vaults)
    {
        var terms = vaults.Select((vault, index) => (Id: $"c{index + 1}", Metric: Jobs("NumberOfCopyJobsFailed", vault))).ToList();
        return terms is [var only]
            ? only.Metric
            : new Formula($"MAX([{string.Join(", ", terms.Select(term => term.Id))}])", terms.ToDictionary(term => term.Id, term => term.Metric));
    }

    private static Output<string> NameOf(Input<string> vaultArn) => vaultArn.ToOutput().Apply(arn => arn.Split(':')[^1]);

    private static Signal Failed(string what, Measure jobs) => new($"{what}-failed", jobs, "count",
        Limit.Above(0, "every backup must succeed"),
        Severity.High, Layer.Durability, "backup-failed", $"A {what} of AWS Backup failed; until one succeeds, what is restored is older than promised.")
        { Evaluation = Evaluation.Minutes(1) };
}
