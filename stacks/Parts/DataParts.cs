using Platform.Components.Compute.Images;
using Platform.Components.Data.Aurora;
using Platform.Components.Data.Cache;
using Platform.Components.Data.Postgres;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Data.Postgres.Origins;
using Platform.Stacks.Settings;

namespace Platform.Stacks.Parts;

/// <summary>What holds data.</summary>
internal static class DataParts
{
    extension(Site site)
    {
        public ValkeyCache Cache(CacheSettings settings, int nodes, int snapshotDays, bool isGlobal = false, CacheDatastore? follows = null) => new(site.Name("cache"), new()
        {
            Global = isGlobal ? true : null,
            Follows = follows,
            Shards = settings.Shards,
            Serverless = settings.Serverless,
            Network = site.Network,
            Version = settings.Version,
            NodeType = settings.NodeType,
            Nodes = settings.Serverless is null ? nodes : null,
            SnapshotDays = snapshotDays,
            KeyArn = site.Keys.Data,
            LogKeyArn = site.Keys.Logs,
            SecretKeyArn = site.Keys.Secrets,
            LogRetentionDays = site.LogDays,
            Protected = site.Protected,
        }, site.Here);

        public PostgresDatabase Database(
            DatabaseSettings settings,
            int backupDays,
            DatabaseLevel level,
            string name = "database",
            DatabaseOrigin? origin = null,
            IReadOnlyDictionary<string, Input<string>>? secretCopies = null,
            int? mostCopies = null,
            IReadOnlyList<DatabasePlace>? successors = null) => new(name, new()
        {
            SharesPasswordWith = successors ?? [],
            MaxClients = 2 * mostCopies,        // a release brings its own before it takes the old ones away
            Origin = origin,
            SecretCopies = secretCopies ?? new Dictionary<string, Input<string>>(),
            Replicated = secretCopies is not null,
            Network = site.Network,
            Version = settings.Version,
            InstanceClass = settings.InstanceClass,
            StorageGiB = settings.StorageGiB,
            MaxStorageGiB = settings.MaxStorageGiB,
            BackupDays = backupDays,
            Standby = level >= DatabaseLevel.Resilient && origin?.SourceArn is null,       // a replica is a standby itself
            MonitoringSeconds = level >= DatabaseLevel.Resilient ? 15 : 60,
            LongInsights = level == DatabaseLevel.Critical,

            // RDS cannot keep the password of a database with replicas, and the standby region will be one.
            Credentials = level == DatabaseLevel.Critical ? CredentialMode.SelfManaged : CredentialMode.Managed,
            Access = settings.AppUser is { } user ? DatabaseAccess.Iam(user) : DatabaseAccess.MasterSecret,
            KeyArn = site.Keys.Data,
            LogKeyArn = site.Keys.Logs,
            SecretKeyArn = site.Keys.Secrets,
            LogRetentionDays = site.LogDays,
            Protected = site.Protected,
            WorkingHours = site.WorkingHours,
        }, site.Here);

        /// <summary>
        /// The same on Aurora: an environment changes to it by <c>_site.Aurora</c> instead of <c>_site.Database</c>. The class of the settings must be one
        /// that Aurora has; storage grows by itself.
        /// </summary>
        public AuroraDatabase Aurora(
            DatabaseSettings settings, int backupDays, DatabaseLevel level, string name = "database", int? mostCopies = null, AuroraCapacity? capacity = null) => new(name, new()
        {
            MaxClients = 2 * mostCopies,
            Network = site.Network,
            Version = settings.Version,
            Capacity = capacity ?? AuroraCapacity.Of(settings.InstanceClass),
            Readers = level >= DatabaseLevel.Resilient ? 1 : 0,        // its standby
            BackupDays = backupDays,
            MonitoringSeconds = level >= DatabaseLevel.Resilient ? 15 : 60,
            LongInsights = level == DatabaseLevel.Critical,
            Access = settings.AppUser is { } user ? DatabaseAccess.Iam(user) : DatabaseAccess.MasterSecret,
            KeyArn = site.Keys.Data,
            LogKeyArn = site.Keys.Logs,
            SecretKeyArn = site.Keys.Secrets,
            LogRetentionDays = site.LogDays,
            Protected = site.Protected,
            WorkingHours = site.WorkingHours,
        }, site.Here);

        public ContainerRepository Images(Output<string>? sameNameAs = null) => new(site.Name("app"), new()
        {
            RepositoryName = sameNameAs!,
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
