using Platform.Components.Data.Postgres;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Aurora;

/// <summary>What a cluster of Aurora tells about its health, with limits by its capacity. Source of the metrics: Amazon Aurora user guide.</summary>
public static class AuroraSignals
{
    // What every version takes; recent ones take 256. Source: Amazon Aurora user guide, storage.
    private const double MostStorageTiB = 128;
    private const int FullPercent = 80;

    /// <summary>The signals of a cluster.</summary>
    /// <param name="identifier">Its name.</param>
    /// <param name="capacity">How large its instances are.</param>
    /// <param name="hasReaders">Whether it has more than one instance.</param>
    public static IReadOnlyList<Signal> Of(Output<string> identifier, AuroraCapacity capacity, bool hasReaders)
    {
        Metric Writer(string name, string statistic) => Metric.Of(ServerSignals.Metrics, name, statistic, ("DBClusterIdentifier", identifier), ("Role", "WRITER"));
        Metric Whole(string name, string statistic) => Metric.Of(ServerSignals.Metrics, name, statistic, ("DBClusterIdentifier", identifier));
        return
        [
            ServerSignals.Cpu(Writer("CPUUtilization", "Average"), "The instance that takes writes computes more than it should for long."),
            new("volume", Whole("VolumeBytesUsed", "Maximum"), "bytes",
                Limit.Above(0.9 * MostStorageTiB * 1024 * MachineSize.GiB, $"90 % of {MostStorageTiB} TiB, as CloudWatch recommends for Aurora MySQL"),
                Severity.High, Layer.Durability, "database-storage",
                "The volume of the cluster comes near to the largest Aurora has; then every write stops.")
                { Evaluation = new(3600, 1, 1, MissingData.Nothing) },
            ServerSignals.Transactions(Whole("MaximumUsedTransactionIDs", "Maximum")),
            new("commit-latency", Writer("CommitLatency", "Average"), "ms",
                Limit.Above(ServiceTargets.QueryMeanMilliseconds, $"{ServiceTargets.QueryMeanMilliseconds} ms for a query on average; service targets of the platform charter"),
                Severity.Medium, Layer.Database, "database-latency", "A commit takes longer than a whole query may."),
            .. capacity.Connections is { } most ? [ServerSignals.Connections(Writer("DatabaseConnections", "Average"), most, $"{capacity}")] : Array.Empty<Signal>(),
            .. capacity.IsServerless ? Units(Whole, capacity) : ByClass(Writer, capacity),
            .. hasReaders ? [Lag(Whole("AuroraReplicaLagMaximum", "Maximum"))] : Array.Empty<Signal>(),
        ];
    }

    /// <summary>How far a cluster of another region is behind the one it follows.</summary>
    /// <param name="identifier">Name of the cluster that follows.</param>
    public static IReadOnlyList<Signal> Follower(Output<string> identifier) => ServerSignals.Follower(
        Metric.Of(ServerSignals.Metrics, "AuroraGlobalDBReplicationLag", "Maximum", ("DBClusterIdentifier", identifier)), "ms", "cluster", "follows no longer");

    private static Signal Lag(Metric lag) => new("reader-lag", lag, "ms", Limit.Above(1000, "usually much less than 100 ms"),
        Severity.Medium, Layer.Database, "replica-lag",
        "Readers see what was true a second ago; they share the storage, and are usually tens of milliseconds behind.");

    private static IReadOnlyList<Signal> Units(Func<string, string, Metric> whole, AuroraCapacity capacity) =>
    [
        new("capacity-used", whole("ACUUtilization", "Maximum"), "%",
            Limit.Above(FullPercent, $"{FullPercent} % of the {capacity.Max} units it may have; practice: growing takes seconds, a larger maximum a deployment"),
            Severity.Medium, Layer.Database, "database-load", "An instance is nearly as large as it may become; then it gets slower instead of larger.")
            { Evaluation = Evaluation.Minutes(15), Basic = true },
        new("capacity-full", whole("ServerlessDatabaseCapacity", "Maximum"), "count",
            Limit.Above(capacity.Max - 0.5, $"the {capacity.Max} units it may have"),
            Severity.High, Layer.Database, "database-load", "An instance has been as large as it may become for an hour; what comes on top waits.")
            { Evaluation = Evaluation.Minutes(60) },
    ];

    private static IReadOnlyList<Signal> ByClass(Func<string, string, Metric> writer, AuroraCapacity capacity) => MachineSize.Of(capacity.Class) is not { } size ? [] :
    [
        ServerSignals.Memory(writer("FreeableMemory", "Average"), Limit.Below(
            0.05 * size.MemoryGiB * MachineSize.GiB,
            $"5 % of the {size.MemoryGiB} GiB of {capacity.Class}: Aurora gives three quarters to its buffers; {AlarmTriggers.AwsSource}")),
        ServerSignals.Load(writer("DBLoad", "Average"), size.Vcpus, capacity.Class),
    ];
}
