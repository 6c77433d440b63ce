namespace Platform.Components.Backup;

/// <summary>What a caller may choose; <see cref="BackupSchedule"/> decides the rest.</summary>
public sealed class BackupScheduleArgs : ResourceArgs
{
    /// <summary>Where backups go.</summary>
    public required BackupVault Vault { get; init; }

    /// <summary>Databases, by a stable name, with their ARN. Default: none.</summary>
    public IReadOnlyDictionary<string, Input<string>> DatabaseArns { get; init; } = new Dictionary<string, Input<string>>();

    /// <summary>Clusters of Aurora, by a stable name, with their ARN. Default: none.</summary>
    public IReadOnlyDictionary<string, Input<string>> ClusterArns { get; init; } = new Dictionary<string, Input<string>>();

    /// <summary>Buckets that keep versions, by a stable name, with their ARN. Default: none.</summary>
    public IReadOnlyDictionary<string, Input<string>> BucketArns { get; init; } = new Dictionary<string, Input<string>>();

    /// <summary>Vaults of other regions or accounts that get a copy of every backup, by a stable name. Default: none.</summary>
    public IReadOnlyDictionary<string, Input<string>> CopyTo { get; init; } = new Dictionary<string, Input<string>>();

    /// <summary>Key that encrypts the log of whoever looks into restored backups; its policy must admit CloudWatch Logs.</summary>
    [Input("logKeyArn", required: true)] public required Input<string> LogKeyArn { get; init; }

    /// <summary>Days that log is kept; see <see cref="Observability.LogRetention"/>.</summary>
    [Input("logRetentionDays", required: true)] public required int LogRetentionDays { get; init; }

    /// <summary>Days a daily backup is kept, 7 to 35. Default: 35.</summary>
    [Input("dailyDays")] public int? DailyDays { get; init; }

    /// <summary>Days a weekly backup is kept; 0 takes none. Default: 90.</summary>
    [Input("weeklyDays")] public int? WeeklyDays { get; init; }

    /// <summary>Days a monthly backup is kept, 120 or more; 0 takes none. Default: 365.</summary>
    [Input("monthlyDays")] public int? MonthlyDays { get; init; }

    /// <summary>Whether the latest backup of each database and bucket is restored every week, looked into and thrown away. Default: true.</summary>
    [Input("restoreTests")] public bool? RestoreTests { get; init; }
}
