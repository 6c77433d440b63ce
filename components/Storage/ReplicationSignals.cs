using Platform.Components.Observability.Signals;

namespace Platform.Components.Storage;

/// <summary>
/// What the copies of a bucket tell. Source: Amazon S3 user guide, replication metrics: failures are counted in the region of the source, the
/// delay in that of the copies, both only while something is copied.
/// </summary>
internal static class ReplicationSignals
{
    /// <summary>Name of the one rule, by which S3 tells its figures apart.</summary>
    public const string Rule = "everything";

    /// <param name="args">The buckets.</param>
    public static IReadOnlyList<Signal> Of(BucketReplicationArgs args) =>
        args.BothWays == true ? [Failed(args.From, args.To), Late(args.To, args.From)] : [Failed(args.From, args.To)];

    private static Signal Failed(PrivateBucket from, PrivateBucket to) => new(
        "copies-failed", Copies("OperationsFailedReplication", "Sum", from, to), "count",
        Limit.Above(0, "S3 gives a copy up only when rights, keys or the other bucket are wrong"),
        Severity.Medium, Layer.Durability, "copies-failed", "Objects were not copied to the other region, and S3 does not try again: a disaster would lose them.")
    {
        Evaluation = new(300, 1, 1),
    };

    private static Signal Late(PrivateBucket from, PrivateBucket to) => new(
        "copies-late", Copies("ReplicationLatency", "Maximum", from, to), "s",
        Limit.Above(60 * ServiceTargets.RecoveryPointMinutes, $"recovery point, {ServiceTargets.RecoveryPointMinutes} min"),
        Severity.Medium, Layer.Durability, "copies-failed", "Copies from the other region arrive later than the data loss we promised at most.")
    {
        Evaluation = Evaluation.Minutes(10),
    };

    private static Metric Copies(string name, string statistic, PrivateBucket from, PrivateBucket to) => Metric.Of(
        "AWS/S3", name, statistic, ("SourceBucket", from.BucketName), ("DestinationBucket", to.BucketName), ("RuleId", Rule));
}
