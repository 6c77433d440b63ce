using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Postgres;

/// <summary>What a Postgres instance of RDS tells about its health, with limits by its size.</summary>
public static class PostgresSignals
{
    private const string Metrics = "AWS/RDS";

    private static readonly string[] OfReaders = ["connections", "cpu", "memory", "storage"];

    /// <summary>The signals of an instance that takes writes.</summary>
    /// <param name="identifier">Its name.</param>
    /// <param name="instanceClass">Its class; the limits by size are left out for one nobody knows.</param>
    /// <param name="storageGiB">Its storage at the start.</param>
    /// <param name="alwaysOn">Whether it runs at night.</param>
    public static IReadOnlyList<Signal> Of(Output<string> identifier, string instanceClass, int storageGiB, bool alwaysOn)
    {
        Metric Rds(string name, string statistic) => Metric.Of(Metrics, name, statistic, ("DBInstanceIdentifier", identifier));
        return
        [
            new("cpu")
            {
                Measure = Rds("CPUUtilization", "Average"),
                Unit = "%",
                Meaning = "The database computes more than it should for long.",
                Limit = Limit.Above(AlarmTriggers.CpuPercent, AlarmTriggers.Source) with { Basic = 90 },
                Severity = Severity.Medium,
                Layer = Layer.Database,
                Runbook = "database-load",
                Basic = true,
            },
            new("storage")
            {
                Measure = Rds("FreeStorageSpace", "Minimum"),
                Unit = "bytes",
                Meaning = "The disk is nearly full and has not grown by itself; a full disk stops every write.",
                Limit = Limit.Below(0.1 * storageGiB * MachineSize.GiB, $"10 % of {storageGiB} GiB; {AlarmTriggers.AwsSource}"),
                Severity = Severity.High,
                Layer = Layer.Durability,
                Evaluation = Evaluation.Minutes(5, alwaysOn ? MissingData.Bad : MissingData.Nothing),
                Runbook = "database-storage",
                Basic = true,
            },
            new("transactions")
            {
                Measure = Rds("MaximumUsedTransactionIDs", "Maximum"),
                Unit = "count",
                Meaning = "Vacuum does not keep up: at two thousand million open transaction ids Postgres stops taking writes.",
                Limit = Limit.Above(1_000_000_000, AlarmTriggers.AwsSource),
                Severity = Severity.High,
                Layer = Layer.Durability,
                Evaluation = Evaluation.Minutes(1),
                Runbook = "database-transactions",
            },
            Slow("read", "ReadLatency"),
            Slow("write", "WriteLatency"),
            new("disk-queue")
            {
                Measure = Rds("DiskQueueDepth", "Average"),
                Unit = "count",
                Meaning = "Reads and writes wait for the disk.",
                Limit = Limit.Above(64, "practice: a gp3 volume keeps up to 64 requests busy"),
                Severity = Severity.Medium,
                Layer = Layer.Database,
                Runbook = "database-latency",
            },
            .. MachineSize.Of(instanceClass) is { } size ? BySize(size, instanceClass, Rds) : [],
        ];

        Signal Slow(string what, string metric) => new($"{what}-latency")
        {
            Measure = Rds(metric, "p90"),
            Unit = "s",
            Meaning = $"One {what} in ten takes the disk longer than 20 ms.",
            Limit = Limit.Above(0.02, AlarmTriggers.AwsSource),
            Severity = Severity.Medium,
            Layer = Layer.Database,
            Runbook = "database-latency",
        };
    }

    /// <summary>
    /// How far a replica is behind. An idle source reports up to five minutes, so nothing below that is a limit; no value at all means
    /// that replication has ended.
    /// </summary>
    /// <param name="identifier">Name of the replica.</param>
    public static IReadOnlyList<Signal> Replica(Output<string> identifier)
    {
        var lag = Metric.Of(Metrics, "ReplicaLag", "Maximum", ("DBInstanceIdentifier", identifier));
        const int recoveryPoint = 60 * ServiceTargets.RecoveryPointMinutes;
        var half = new Signal("lag")
        {
            Measure = lag,
            Unit = "s",
            Meaning = "The replica falls behind: half of the data loss we allow ourselves is used up.",
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
                Meaning = "The replica is further behind than the data loss we promised at most, or replication has ended.",
                Limit = Limit.Above(recoveryPoint, $"recovery point, {ServiceTargets.RecoveryPointMinutes} min"),
                Severity = Severity.Critical,
                Evaluation = Evaluation.Minutes(10, MissingData.Bad),
            },
            half with
            {
                Key = "replication",
                Meaning = "Replication is switched off: RDS reports a negative lag.",
                Limit = Limit.Below(0, "RDS reports -1 when replication is not active"),
                Severity = Severity.High,
            },
        ];
    }

    /// <summary>What a replica in the same region tells: as an instance does, and how far behind readers are.</summary>
    /// <param name="identifier">Name of the replica.</param>
    /// <param name="instanceClass">Its class.</param>
    /// <param name="storageGiB">Its storage at the start.</param>
    public static IReadOnlyList<Signal> Reader(Output<string> identifier, string instanceClass, int storageGiB) =>
    [
        .. Of(identifier, instanceClass, storageGiB, alwaysOn: true).Where(signal => OfReaders.Contains(signal.Key)),
        .. Replica(identifier).Where(signal => signal.Key != "recovery-point").Select(signal => signal with
        {
            Meaning = signal.Key == "lag" ? "Readers see what was true minutes ago." : "The reader follows no longer: what it shows grows old.",
            Severity = Severity.Medium,
            Layer = Layer.Database,
            Evaluation = Evaluation.Minutes(10, MissingData.Bad),
        }),
    ];

    /// <summary>The question to the log: which statements took longer than the second from which on they are written.</summary>
    /// <param name="group">Log group.</param>
    public static SavedQuery SlowStatements(Output<string> group) => new(
        "slow-statements",
        group,
        "filter @message like /duration:/ | parse @message /duration: (?<milliseconds>[0-9.]+) ms/ | sort milliseconds desc | limit 50");

    private static IReadOnlyList<Signal> BySize(MachineSize size, string instanceClass, Func<string, string, Metric> rds) =>
    [
        new("connections")
        {
            Measure = rds("DatabaseConnections", "Average"),
            Unit = "count",
            Meaning = "The database is about to refuse connections.",
            Limit = Limit.Above(
                Math.Floor(AlarmTriggers.ConnectionsPercent / 100.0 * size.PostgresConnections),
                $"{AlarmTriggers.ConnectionsPercent} % of the {size.PostgresConnections} connections {instanceClass} lets in; {AlarmTriggers.Source}"),
            Severity = Severity.High,
            Layer = Layer.Database,
            Runbook = "database-connections",
            Basic = true,
        },
        new("memory")
        {
            Measure = rds("FreeableMemory", "Average"),
            Unit = "bytes",
            Meaning = "The database has little memory left; soon it swaps or is restarted.",
            Limit = Limit.Below(
                Math.Round((100 - AlarmTriggers.MemoryPercent) / 100.0 * size.MemoryGiB * MachineSize.GiB),
                $"{AlarmTriggers.MemoryPercent} % of the {size.MemoryGiB} GiB of {instanceClass} in use; {AlarmTriggers.Source}")
                with { Basic = Math.Round(0.05 * size.MemoryGiB * MachineSize.GiB) },
            Severity = Severity.Medium,
            Layer = Layer.Database,
            Evaluation = Evaluation.Minutes(15),
            Runbook = "database-memory",
            Basic = true,
        },
        new("load")
        {
            Measure = rds("DBLoad", "Average"),
            Unit = "count",
            Meaning = "More sessions want to run than there are CPUs.",
            Limit = Limit.Above(size.Vcpus, $"the {size.Vcpus} vCPUs of {instanceClass}; {AlarmTriggers.AwsSource}"),
            Severity = Severity.Medium,
            Layer = Layer.Database,
            Evaluation = Evaluation.Minutes(15),
            Runbook = "database-load",
        },
    ];
}
