using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Data.Postgres.Origins;
using Platform.Components.Network;
using Platform.Components.Scheduling;

namespace Platform.Components.Data.Postgres;

/// <summary>What a caller may choose; <see cref="PostgresDatabase"/> decides the rest.</summary>
public sealed class PostgresDatabaseArgs : ResourceArgs, IPostgresArgs
{
    /// <summary>Network to run in, on its isolated subnets.</summary>
    public required INetwork Network { get; init; }

    /// <summary>Major version, 14 to 18; minor versions follow by themselves in the maintenance window.</summary>
    [Input("version", required: true)] public required int Version { get; init; }

    /// <summary>Size of the machine, such as <c>db.t4g.micro</c>.</summary>
    [Input("instanceClass", required: true)] public required string InstanceClass { get; init; }

    /// <summary>Storage at the start in GiB, 20 to 16384; a replica starts with its source's.</summary>
    [Input("storageGiB", required: true)] public required int StorageGiB { get; init; }

    /// <summary>Storage it may grow to by itself in GiB, 2 to 5 times <see cref="StorageGiB"/>, 65536 at most.</summary>
    [Input("maxStorageGiB", required: true)] public required int MaxStorageGiB { get; init; }

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

    /// <summary>Whether a second machine in another zone takes over when the first fails. Default: false.</summary>
    [Input("standby")] public bool Standby { get; init; }

    /// <summary>Whether it, and a last snapshot of it, survive an attempt to delete it. Default: true.</summary>
    [Input("protected")] public bool? Protected { get; init; }

    /// <summary>Who keeps its password. Default: <see cref="CredentialMode.Managed"/>.</summary>
    public CredentialMode Credentials { get; init; }

    /// <summary>As whom applications sign in. Default: <see cref="DatabaseAccess.MasterSecret"/>.</summary>
    public DatabaseAccess? Access { get; init; }

    /// <summary>
    /// Days between changes of its password, 1 to 1000; 0: never. Default: 30 where it is protected and 1 where nobody keeps the password, else never.
    /// </summary>
    [Input("rotationDays")] public int? RotationDays { get; init; }

    /// <summary>
    /// The databases of this stack that were born from it, in whichever region: they have its password, and get each new one once they follow
    /// nobody. One that is not there yet, or no longer, is passed over. Default: none.
    /// </summary>
    public IReadOnlyList<DatabasePlace> SharesPasswordWith { get; init; } = [];

    /// <summary>Whether replicas in other regions follow it. Default: false.</summary>
    [Input("replicated")] public bool Replicated { get; init; }

    /// <summary>
    /// Replicas in its own region that applications read from, 0 to 15; they are <see cref="PostgresDatabase.Readers"/> to reach, and may be seconds behind.
    /// Default: 0.
    /// </summary>
    [Input("readReplicas")] public int? ReadReplicas { get; init; }

    /// <summary>Where its data came from when it was made. Default: <see cref="DatabaseOrigin.New"/>.</summary>
    public DatabaseOrigin? Origin { get; init; }

    /// <summary>
    /// Keys of other regions, by region, under which copies of its secrets are kept there; needs <see cref="CredentialMode.SelfManaged"/>.
    /// Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, Input<string>> SecretCopies { get; init; } = new Dictionary<string, Input<string>>();

    /// <summary>
    /// Copies of the application that may run at once, twice as many during a release; with <see cref="PoolSize"/> they must fit into four fifths of the
    /// connections the machine lets in. Default: nobody counts.
    /// </summary>
    [Input("maxClients")] public int? MaxClients { get; init; }

    /// <summary>Connections each copy of the application keeps at most, 1 to 1000. Default: 10.</summary>
    [Input("poolSize")] public int? PoolSize { get; init; }

    /// <summary>
    /// Whether a pool (RDS Proxy) stands in front of it, which is paid for by the hour; it takes no more than 90 % of the connections. Default: false.
    /// </summary>
    [Input("pooled")] public bool? Pooled { get; init; }

    /// <summary>Whether changes are made on a copy that then takes over. Default: false.</summary>
    [Input("blueGreen")] public bool BlueGreen { get; init; }

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
