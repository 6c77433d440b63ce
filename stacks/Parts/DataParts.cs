using Platform.Components.Compute;
using Platform.Components.Data;
using Platform.Stacks.Settings;

namespace Platform.Stacks.Parts;

/// <summary>What holds data.</summary>
internal static class DataParts
{
    extension(Site site)
    {
        public ValkeyCache Cache(CacheSettings settings, int nodes, int snapshotDays) => new("cache", new()
        {
            Network = site.Network,
            Version = settings.Version,
            NodeType = settings.NodeType,
            Nodes = nodes,
            SnapshotDays = snapshotDays,
            KeyArn = site.Keys.Data,
            LogKeyArn = site.Keys.Logs,
            SecretKeyArn = site.Keys.Secrets,
            LogRetentionDays = site.LogDays,
            Protected = site.Protected,
        }, site.Here);

        public PostgresDatabase Database(DatabaseSettings settings, int backupDays, DatabaseLevel level) => new("database", new()
        {
            Network = site.Network,
            Version = settings.Version,
            InstanceClass = settings.InstanceClass,
            StorageGiB = settings.StorageGiB,
            MaxStorageGiB = settings.MaxStorageGiB,
            BackupDays = backupDays,
            Standby = level >= DatabaseLevel.Resilient,
            MonitoringSeconds = level >= DatabaseLevel.Resilient ? 15 : 60,
            LongInsights = level == DatabaseLevel.Critical,

            // RDS cannot keep the password of a database with replicas, and the standby region will be one.
            Credentials = level == DatabaseLevel.Critical ? CredentialMode.SelfManaged : CredentialMode.Managed,
            KeyArn = site.Keys.Data,
            LogKeyArn = site.Keys.Logs,
            SecretKeyArn = site.Keys.Secrets,
            LogRetentionDays = site.LogDays,
            Protected = site.Protected,
            WorkingHours = site.WorkingHours,
        }, site.Here);

        public ContainerRepository Images() => new("app", new()
        {
            KeyArn = site.Keys.Data,
            DestroyWithContent = !site.Protected,
        }, site.Here);
    }
}

/// <summary>How much depends on a database; each level has what the ones before it have.</summary>
internal enum DatabaseLevel
{
    /// <summary>One machine: a failure is a pause in somebody's work.</summary>
    Disposable,

    /// <summary>A standby in another zone, measured four times as often.</summary>
    Resilient,

    /// <summary>15 months of query statistics, and a password that replicas can share.</summary>
    Critical,
}
