using Platform.Components.Data.Postgres;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Data.Postgres.Upkeep;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Network;
using Pulumi.Aws.Rds;
using Pulumi.Aws.Rds.Inputs;

namespace Platform.Components.Data.Aurora;

/// <summary>The cluster of an <see cref="AuroraDatabase"/>, its instances, and what Aurora wants to exist beside them.</summary>
internal sealed class AuroraCluster
{
    private const string Engine = "aurora-postgresql";
    private const string LogKind = "postgresql";        // Aurora PostgreSQL writes no log of upgrades

    private readonly AuroraDatabaseArgs _args;
    private readonly bool _isProtected;

    public AuroraCluster(
        string name, string identifier, AuroraDatabaseArgs args, DatabaseWindows windows, ClientAccess access, DatabaseCredentials credentials, CallerAccount account, CustomResourceOptions child)
    {
        (_args, _isProtected) = (args, args.Protected ?? true);
        var kept = CustomResourceOptions.Merge(child, Stateful.Options(_isProtected));
        var log = DatabaseLogs.Register(name, "cluster", identifier, LogKind, args, child);
        Log = log.GroupName;
        GlobalId = args.Global == true ? Together(name, kept) : null;
        var subnets = new SubnetGroup(name, new() { Description = "Isolated subnets", SubnetIds = args.Network.SubnetIds(SubnetTier.Isolated) }, child);
        var settings = Common(identifier, subnets, windows, access);
        settings.DbClusterParameterGroupName = Parameters(name, child).Name;
        Begin(settings, credentials);
        Cluster = new Cluster(name, settings, CustomResourceOptions.Merge(kept, new CustomResourceOptions
        {
            DependsOn = { log },

            // AWS settles which cluster follows which, in a switchover and in a failover.
            IgnoreChanges = [.. credentials.SetOnce("masterPassword"), .. args.Follows is null ? Array.Empty<string>() : ["replicationSourceIdentifier"]],
        }));

        var role = DatabaseMonitoring.Role(name, account, child);
        for (var number = 1; number <= 1 + (args.Readers ?? 0); number++)
        {
            Members.Add(Member($"{name}-instance-{number}", number, subnets, windows, role, child));
        }
    }

    /// <summary>The cluster.</summary>
    public Cluster Cluster { get; }

    /// <summary>Its instances, in the order in which they were made; Aurora decides which of them takes writes.</summary>
    public List<ClusterInstance> Members { get; } = [];

    public Output<string> Log { get; }

    /// <summary>Id of the global database it leads; null where it leads none.</summary>
    public Output<string>? GlobalId { get; }

    private Output<string> Together(string name, CustomResourceOptions kept) => new GlobalCluster(name, new()
    {
        GlobalClusterIdentifier = AwsName.Of($"{name}-global", NameRule.DatabaseInstance),
        Engine = Engine,
        EngineVersion = $"{_args.Version}",
        EngineLifecycleSupport = RdsTerms.NoExtendedSupport,
        DatabaseName = PostgresDoor.DatabaseName,
        StorageEncrypted = true,
        DeletionProtection = _isProtected,
    }, kept).Id;

    private ClusterArgs Common(string identifier, SubnetGroup subnets, DatabaseWindows windows, ClientAccess access)
    {
        var settings = new ClusterArgs
        {
            ClusterIdentifier = identifier,
            Engine = Engine,
            EngineMode = "provisioned",
            EngineVersion = $"{_args.Version}",      // no minor: the one Aurora moves on to would look like a change to take back
            EngineLifecycleSupport = RdsTerms.NoExtendedSupport,
            ApplyImmediately = false,

            StorageEncrypted = true,
            KmsKeyId = _args.KeyArn,
            DbSubnetGroupName = subnets.Name,
            VpcSecurityGroupIds = access.ServerGroupId,
            Port = access.Port,
            IamDatabaseAuthenticationEnabled = true,

            BackupRetentionPeriod = _args.BackupDays,
            PreferredBackupWindow = windows.Backup.ToString(),
            PreferredMaintenanceWindow = windows.MaintenanceText,
            CopyTagsToSnapshot = true,
            DeleteAutomatedBackups = !_isProtected,
            DeletionProtection = _isProtected,
            SkipFinalSnapshot = !_isProtected,
            FinalSnapshotIdentifier = _isProtected ? $"{identifier}-final" : (Input<string>?)null,

            EnabledCloudwatchLogsExports = { LogKind },
            DatabaseInsightsMode = new QueryInsights(_args.LongInsights).Mode,
            PerformanceInsightsEnabled = true,
            PerformanceInsightsRetentionPeriod = new QueryInsights(_args.LongInsights).Days,
            PerformanceInsightsKmsKeyId = _args.KeyArn,
        };
        if (_args.IoOptimized == true)
        {
            settings.StorageType = "aurora-iopt1";
        }

        if (_args.Capacity is { IsServerless: true } units)
        {
            settings.Serverlessv2ScalingConfiguration = new ClusterServerlessv2ScalingConfigurationArgs
            {
                MinCapacity = units.Min,
                MaxCapacity = units.Max,
                SecondsUntilAutoPause = units.Min == 0 ? units.PauseSeconds : (Input<int>?)null,
            };
        }

        return settings;
    }

    /// <summary>What is said at birth: a cluster that follows, or comes from a snapshot, brings its database and its users along.</summary>
    private void Begin(ClusterArgs settings, DatabaseCredentials credentials)
    {
        if (_args.Snapshot is { } snapshot)
        {
            settings.SnapshotIdentifier = snapshot;
        }
        else if (_args.Follows is null)
        {
            settings.DatabaseName = PostgresDoor.DatabaseName;
        }

        if (GlobalId is { } led)
        {
            settings.GlobalClusterIdentifier = led;
        }
        else if (_args.Follows is { } followed)
        {
            settings.GlobalClusterIdentifier = followed;
        }

        if (credentials.User is not null)
        {
            settings.MasterUsername = credentials.User;
        }

        if (credentials.IsManaged)
        {
            (settings.ManageMasterUserPassword, settings.MasterUserSecretKmsKeyId) = (true, _args.SecretKeyArn);
        }
        else if (credentials.Password is { } password)
        {
            settings.MasterPassword = password;
        }
    }

    /// <summary>Names do not know who writes: the first does until it fails. The storage is the cluster's, so that readers can become fewer.</summary>
    private ClusterInstance Member(
        string name, int number, SubnetGroup subnets, DatabaseWindows windows, Output<string> monitoringRole, CustomResourceOptions child) => new(name, new()
    {
        Identifier = AwsName.Of(name, NameRule.DatabaseInstance),
        ClusterIdentifier = Cluster.Id,
        Engine = EngineType.AuroraPostgresql,
        InstanceClass = _args.Capacity.Class,
        AutoMinorVersionUpgrade = true,
        CaCertIdentifier = RdsTerms.Authority,
        ApplyImmediately = false,
        PubliclyAccessible = false,
        DbSubnetGroupName = subnets.Name,
        PreferredMaintenanceWindow = windows.MaintenanceText,
        CopyTagsToSnapshot = true,

        // The first two take over first, and with Serverless v2 are as large as the writer all the time.
        PromotionTier = number <= 2 ? number - 1 : 2,
        MonitoringInterval = _args.MonitoringSeconds ?? 60,
        MonitoringRoleArn = monitoringRole,
        PerformanceInsightsEnabled = true,
        PerformanceInsightsRetentionPeriod = new QueryInsights(_args.LongInsights).Days,
        PerformanceInsightsKmsKeyId = _args.KeyArn,
    }, CustomResourceOptions.Merge(child, new CustomResourceOptions
    {
        DependsOn = [.. Members.Take(1)],
        Protect = _isProtected && number == 1,
        RetainOnDelete = _isProtected && number == 1,
    }));

    private ClusterParameterGroup Parameters(string name, CustomResourceOptions child) => new(name, new()
    {
        NamePrefix = $"{name}-{_args.Version}-",
        Family = $"aurora-postgresql{_args.Version}",
        Description = "Settings of Postgres",
        Parameters = AuroraParameters.All,
    }, child);
}
