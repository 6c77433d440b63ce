using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Postgres;

/// <summary>What a Postgres instance of RDS tells about its health, with limits by its size.</summary>
public static class PostgresSignals
{
    private static readonly string[] OfReaders = ["connections", "cpu", "memory", "storage"];

    /// <summary>The signals of an instance that takes writes.</summary>
    /// <param name="identifier">Its name.</param>
    /// <param name="instanceClass">Its class; the limits by size are left out for one nobody knows.</param>
    /// <param name="storageGiB">Its storage at the start.</param>
    /// <param name="alwaysOn">Whether it runs at night.</param>
    public static IReadOnlyList<Signal> Of(Output<string> identifier, string instanceClass, int storageGiB, bool alwaysOn)
    {
        Metric Rds(string name, string statistic) => Metric.Of(ServerSignals.Metrics, name, statistic, ("DBInstanceIdentifier", identifier));
        return
        [
            ServerSignals.Cpu(Rds("CPUUtilization", "Average"), "The database computes more than it should for long."),
            new("storage", Rds("FreeStorageSpace", "Minimum"), "bytes",
                Limit.Below(0.1 * storageGiB * MachineSize.GiB, $"10 % of {storageGiB} GiB; {AlarmTriggers.AwsSource}"),
                Severity.High, Layer.Durability, "database-storage",
                "The disk is nearly full and has not grown by itself; a full disk stops every write.")
                { Evaluation = Evaluation.Minutes(5, alwaysOn ? MissingData.Bad : MissingData.Nothing), Basic = true },
            ServerSignals.Transactions(Rds("MaximumUsedTransactionIDs", "Maximum")),
            Slow("read", Rds("ReadLatency", "p90")),
            Slow("write", Rds("WriteLatency", "p90")),
            new("disk-queue", Rds("DiskQueueDepth", "Average"), "count", Limit.Above(64, "practice: a gp3 volume keeps up to 64 requests busy"),
                Severity.Medium, Layer.Database, "database-latency", "Reads and writes wait for the disk."),
            .. MachineSize.Of(instanceClass) is { } size ? BySize(size, instanceClass, Rds) : [],
        ];
    }

    /// <summary>
    /// How far a replica is behind. An idle source reports up to five minutes, so nothing below that is a limit; no value at all means
    /// that replication has ended.
    /// </summary>
    /// <param name="identifier">Name of the replica.</param>
    public static IReadOnlyList<Signal> Replica(Output<string> identifier)
    {
        var lag = Metric.Of(ServerSignals.Metrics, "ReplicaLag", "Maximum", ("DBInstanceIdentifier", identifier));
        return
        [
            .. ServerSignals.Follower(lag, "s", "replica", "replication has ended"),
            new("replication", lag, "s", Limit.Below(0, "RDS reports -1 when replication is not active"),
                Severity.High, Layer.Durability, "replica-lag", "Replication is switched off: RDS reports a negative lag.")
                { Evaluation = Evaluation.Minutes(10) },
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

    private static Signal Slow(string what, Metric latency) => new($"{what}-latency", latency, "s", Limit.Above(0.02, AlarmTriggers.AwsSource),
        Severity.Medium, Layer.Database, "database-latency", $"One {what} in ten takes the disk longer than 20 ms.");

    private static IReadOnlyList<Signal> BySize(MachineSize size, string instanceClass, Func<string, string, Metric> rds) =>
    [
        ServerSignals.Connections(rds("DatabaseConnections", "Average"), size.PostgresConnections, instanceClass),
        ServerSignals.Memory(rds("FreeableMemory", "Average"), Limit.Below(
            Math.Round((100 - AlarmTriggers.MemoryPercent) / 100.0 * size.MemoryGiB * MachineSize.GiB),
            $"{AlarmTriggers.MemoryPercent} % of the {size.MemoryGiB} GiB of {instanceClass} in use; {AlarmTriggers.Source}")
            with { Basic = Math.Round(0.05 * size.MemoryGiB * MachineSize.GiB) }),
        ServerSignals.Load(rds("DBLoad", "Average"), size.Vcpus, instanceClass),
    ];
}
