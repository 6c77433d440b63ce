using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Aurora;

/// <summary>What a cluster of Aurora tells about its health, with limits by its capacity. Source of the metrics: Amazon Aurora user guide.</summary>
public static class AuroraSignals
{
    private const string Metrics = "AWS/RDS";
    // What every version takes; recent ones take 256. Source: Amazon Aurora user guide, storage.
    private const double MostStorageTiB = 128;
    private const int FullPercent = 80;

    /// <summary>The signals of a cluster.</summary>
    /// <param name="identifier">Its name.</param>
    /// <param name="capacity">How large its instances are.</param>
    /// <param name="hasReaders">Whether it has more than one instance.</param>
    public static IReadOnlyList<Signal> Of(Output<string> identifier, AuroraCapacity capacity, bool hasReaders)
    {
        Metric Writer(string name, string statistic) => Metric.Of(Metrics, name, statistic, ("DBClusterIdentifier", identifier), ("Role", "WRITER"));
        Metric Whole(string name, string statistic) => Metric.Of(Metrics, name, statistic, ("DBClusterIdentifier", identifier));
        return
        [
            new("cpu")
            {
                Measure = Writer("CPUUtilization", "Average"),
                Unit = "%",
                Meaning = "The instance that takes writes computes more than it should for long.",
                Limit = Limit.Above(AlarmTriggers.CpuPercent, AlarmTriggers.Source) with { Basic = 90 },
                Severity = Severity.Medium,
                Layer = Layer.Database,
                Runbook = "database-load",
                Basic = true,
            },
            new("volume")
            {
                Measure = Whole("VolumeBytesUsed", "Maximum"),
                Unit = "bytes",
                Meaning = "The volume of the cluster comes near to the largest Aurora has; then every write stops.",
                Limit = Limit.Above(0.9 * MostStorageTiB * 1024 * MachineSize.GiB, $"90 % of {MostStorageTiB} TiB; {AlarmTriggers.AwsSource}"),
                Severity = Severity.High,
                Layer = Layer.Durability,
                Evaluation = new(3600, 1, 1, MissingData.Nothing),
                Runbook = "database-storage",
            },
            new("transactions")
            {
                Measure = Whole("MaximumUsedTransactionIDs", "Maximum"),
                Unit = "count",
                Meaning = "Vacuum does not keep up: at two thousand million open transaction ids Postgres stops taking writes.",
                Limit = Limit.Above(1_000_000_000, AlarmTriggers.AwsSource),
                Severity = Severity.High,
                Layer = Layer.Durability,
                Evaluation = Evaluation.Minutes(1),
                Runbook = "database-transactions",
            },
            new("commit-latency")
            {
                Measure = Writer("CommitLatency", "Average"),
                Unit = "ms",
                Meaning = "A commit takes longer than a whole query may.",
                Limit = Limit.Above(ServiceTargets.QueryMeanMilliseconds, $"{ServiceTargets.QueryMeanMilliseconds} ms for a query on average; service targets of the platform charter"),
                Severity = Severity.Medium,
                Layer = Layer.Database,
                Runbook = "database-latency",
            },
            .. Connections(Writer("DatabaseConnections", "Average"), capacity),
            .. capacity.IsServerless ? Units(Whole, capacity) : ByClass(Writer, capacity),
            .. hasReaders ? [Lag(Whole("AuroraReplicaLagMaximum", "Maximum"))] : Array.Empty<Signal>(),
        ];
    }

    /// <summary>How far a cluster of another region is behind the one it follows.</summary>
    /// <param name="identifier">Name of the cluster that follows.</param>
    public static IReadOnlyList<Signal> Follower(Output<string> identifier)
    {
        const double recoveryPoint = 60_000.0 * ServiceTargets.RecoveryPointMinutes;
        var half = new Signal("lag")
        {
            Measure = Metric.Of(Metrics, "AuroraGlobalDBReplicationLag", "Maximum", ("DBClusterIdentifier", identifier)),
            Unit = "ms",
            Meaning = "The cluster falls behind: half of the data loss we allow ourselves is used up.",
            Limit = Limit.Above(recoveryPoint / 2, $"half of the recovery point, {ServiceTargets.RecoveryPointMinutes} min"),
            Severity = Severity.Medium,
            Layer = Layer.Durability,
            Evaluation = Evaluation.Minutes(10),
            Runbook = "replica-lag",
        };
        return
        [
            half,
            half with
            {
                Key = "recovery-point",
                Meaning = "The cluster is further behind than the data loss we promised at most, or follows no longer.",
                Limit = Limit.Above(recoveryPoint, $"recovery point, {ServiceTargets.RecoveryPointMinutes} min"),
                Severity = Severity.Critical,
                Evaluation = Evaluation.Minutes(10, MissingData.Bad),
            },
        ];
    }

    private static Signal Lag(Metric lag) => new("reader-lag")
    {
        Measure = lag,
        Unit = "ms",
        Meaning = "Readers see what was true a second ago; they share the storage, and are usually tens of milliseconds behind.",
        Limit = Limit.Above(1000, "usually much less than 100 ms; " + AlarmTriggers.AwsSource),
        Severity = Severity.Medium,
        Layer = Layer.Database,
        Runbook = "replica-lag",
    };

    private static IEnumerable<Signal> Connections(Metric connections, AuroraCapacity capacity) => capacity.Connections is not { } most ? [] :
    [
        new("connections")
        {
            Measure = connections,
            Unit = "count",
            Meaning = "The database is about to refuse connections.",
            Limit = Limit.Above(
                Math.Floor(AlarmTriggers.ConnectionsPercent / 100.0 * most),
                $"{AlarmTriggers.ConnectionsPercent} % of the {most} connections {capacity} lets in; {AlarmTriggers.Source}"),
            Severity = Severity.High,
            Layer = Layer.Database,
            Runbook = "database-connections",
            Basic = true,
        },
    ];

    private static IEnumerable<Signal> Units(Func<string, string, Metric> whole, AuroraCapacity capacity)
    {
        var used = new Signal("capacity-used")
        {
            Measure = whole("ACUUtilization", "Maximum"),
            Unit = "%",
            Meaning = "An instance is nearly as large as it may become; then it gets slower instead of larger.",
            Limit = Limit.Above(FullPercent, $"{FullPercent} % of the {capacity.Max} units it may have; practice: growing takes seconds, a larger maximum a deployment"),
            Severity = Severity.Medium,
            Layer = Layer.Database,
            Evaluation = Evaluation.Minutes(15),
            Runbook = "database-load",
            Basic = true,
        };
        yield return used;
        yield return used with
        {
            Key = "capacity-full",
            Measure = whole("ServerlessDatabaseCapacity", "Maximum"),
            Unit = "count",
            Meaning = "An instance has been as large as it may become for an hour; what comes on top waits.",
            Limit = Limit.Above(capacity.Max - 0.5, $"the {capacity.Max} units it may have"),
            Severity = Severity.High,
            Evaluation = Evaluation.Minutes(60),
            Basic = false,
        };
    }

    private static IEnumerable<Signal> ByClass(Func<string, string, Metric> writer, AuroraCapacity capacity) => MachineSize.Of(capacity.Class) is not { } size ? [] :
    [
        new("memory")
        {
            Measure = writer("FreeableMemory", "Average"),
            Unit = "bytes",
            Meaning = "The database has little memory left; soon it swaps or is restarted.",
            Limit = Limit.Below(0.05 * size.MemoryGiB * MachineSize.GiB, $"5 % of the {size.MemoryGiB} GiB of {capacity.Class}: Aurora gives three quarters to its buffers; {AlarmTriggers.AwsSource}"),
            Severity = Severity.Medium,
            Layer = Layer.Database,
            Evaluation = Evaluation.Minutes(15),
            Runbook = "database-memory",
            Basic = true,
        },
        new("load")
        {
            Measure = writer("DBLoad", "Average"),
            Unit = "count",
            Meaning = "More sessions want to run than there are CPUs.",
            Limit = Limit.Above(size.Vcpus, $"the {size.Vcpus} vCPUs of {capacity.Class}; {AlarmTriggers.AwsSource}"),
            Severity = Severity.Medium,
            Layer = Layer.Database,
            Evaluation = Evaluation.Minutes(15),
            Runbook = "database-load",
        },
    ];
}
