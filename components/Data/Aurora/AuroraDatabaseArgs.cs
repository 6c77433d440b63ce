using Platform.Components.Data.Postgres;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Network;
using Platform.Components.Scheduling;

namespace Platform.Components.Data.Aurora;

/// <summary>What a caller may choose; <see cref="AuroraDatabase"/> decides the rest.</summary>
public sealed class AuroraDatabaseArgs : ResourceArgs, IPostgresArgs
{
    /// <summary>Network to run in, on its isolated subnets.</summary>
    public required INetwork Network { get; init; }

    /// <summary>Major version, 14 to 17; minor versions follow by themselves in the maintenance window.</summary>
    [Input("version", required: true)] public required int Version { get; init; }

    /// <summary>How large each instance is.</summary>
    public required AuroraCapacity Capacity { get; init; }

    /// <summary>
    /// Instances beside the first, 0 to 15: applications read from them, and one of them takes over when the first fails. Default: 0, which is a pause of
    /// minutes when its machine fails.
    /// </summary>
    [Input("readers")] public int? Readers { get; init; }

    /// <summary>
    /// Whether storage has a higher price and reads and writes have none (<c>aurora-iopt1</c>), which pays off when they are a quarter of the bill. Default: false.
    /// </summary>
    [Input("ioOptimized")] public bool? IoOptimized { get; init; }

    /// <summary>Key that encrypts storage, snapshots and insights.</summary>
    [Input("keyArn", required: true)] public required Input<string> KeyArn { get; init; }

    /// <summary>Key that encrypts its logs; its policy must admit CloudWatch Logs.</summary>
    [Input("logKeyArn", required: true)] public required Input<string> LogKeyArn { get; init; }

    /// <summary>Key that encrypts its password.</summary>
    [Input("secretKeyArn", required: true)] public required Input<string> SecretKeyArn { get; init; }

    /// <summary>Days its logs are kept; see <see cref="Observability.LogRetention"/>.</summary>
    [Input("logRetentionDays", required: true)] public required int LogRetentionDays { get; init; }

    /// <summary>Days back to which it can be restored, to the second; 1 to 35.</summary>
    [Input("backupDays", required: true)] public required int BackupDays { get; init; }

    /// <summary>Whether it, and a last snapshot of it, survive an attempt to delete it. Default: true.</summary>
    [Input("protected")] public bool? Protected { get; init; }

    /// <summary>Who keeps its password. Default: <see cref="CredentialMode.Managed"/>, which a global database excludes.</summary>
    public CredentialMode Credentials { get; init; }

    /// <summary>
    /// Days between changes of its password, 1 to 1000; 0: never. Default: 30 where it is protected and 1 where nobody keeps the password, else never.
    /// </summary>
    [Input("rotationDays")] public int? RotationDays { get; init; }

    /// <summary>As whom applications sign in. Default: <see cref="DatabaseAccess.MasterSecret"/>.</summary>
    public DatabaseAccess? Access { get; init; }

    /// <summary>
    /// Keys of other regions, by region, under which copies of its secret are kept there; needs <see cref="CredentialMode.SelfManaged"/>. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, Input<string>> SecretCopies { get; init; } = new Dictionary<string, Input<string>>();

    /// <summary>Snapshot of a cluster it was restored from, by name or ARN; it stays in the settings for good. Default: none, empty at first.</summary>
    [Input("snapshot")] public string? Snapshot { get; init; }

    /// <summary>Whether clusters of other regions follow it (Global Database). Default: false.</summary>
    [Input("global")] public bool? Global { get; init; }

    /// <summary>
    /// Id of the global database it is a part of in another region, from <see cref="AuroraDatabase.GlobalId"/> of the first cluster. Default: none.
    /// </summary>
    [Input("follows")] public Input<string>? Follows { get; init; }

    /// <summary>Copy, in its region, of the secret of the cluster it follows; needed with <see cref="Follows"/>.</summary>
    [Input("secretArn")] public Input<string>? SecretArn { get; init; }

    /// <summary>
    /// Copies of the application that may run at once, twice as many during a release; with <see cref="PoolSize"/> they must fit into four fifths of the
    /// connections an instance lets in. Default: nobody counts.
    /// </summary>
    [Input("maxClients")] public int? MaxClients { get; init; }

    /// <summary>Connections each copy of the application keeps at most, 1 to 1000. Default: 10.</summary>
    [Input("poolSize")] public int? PoolSize { get; init; }

    /// <summary>Whether 15 months of query statistics are kept, and paid for, instead of 7 days. Default: false.</summary>
    [Input("longInsights")] public bool LongInsights { get; init; }

    /// <summary>Seconds between measurements of its operating system: 1, 5, 10, 15, 30 or 60. Default: 60.</summary>
    [Input("monitoringSeconds")] public int? MonitoringSeconds { get; init; }

    /// <summary>Time of the daily backup, UTC, 30 minutes or more. Default: one hour into work, else 02:00.</summary>
    public TimeWindow? BackupWindow { get; init; }

    /// <summary>Time of maintenance on Tuesdays, UTC, 30 minutes or more. Default: two hours into work, else 03:00.</summary>
    public TimeWindow? MaintenanceWindow { get; init; }

    /// <summary>When it is needed; it is stopped otherwise. Default: always.</summary>
    public WorkingHours? WorkingHours { get; init; }
}
