using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Network;
using Platform.Components.Scheduling;

namespace Platform.Components.Data.Postgres;

/// <summary>
/// What is asked about a Postgres, whether an instance of RDS or a cluster of Aurora: what both answer alike is written once, for this.
/// </summary>
internal interface IPostgresArgs
{
    INetwork Network { get; }

    Input<string> KeyArn { get; }

    Input<string> LogKeyArn { get; }

    Input<string> SecretKeyArn { get; }

    int LogRetentionDays { get; }

    int BackupDays { get; }

    bool? Protected { get; }

    CredentialMode Credentials { get; }

    int? RotationDays { get; }

    DatabaseAccess? Access { get; }

    IReadOnlyDictionary<string, Input<string>> SecretCopies { get; }

    int? PoolSize { get; }

    bool LongInsights { get; }

    int? MonitoringSeconds { get; }

    TimeWindow? BackupWindow { get; }

    TimeWindow? MaintenanceWindow { get; }

    WorkingHours? WorkingHours { get; }
}
