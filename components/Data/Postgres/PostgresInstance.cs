using Platform.Components.Identity;
using Platform.Components.Network;
using Platform.Components.Observability;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Rds;
using Pulumi.Aws.Rds.Inputs;

namespace Platform.Components.Data.Postgres;

/// <summary>The instance of a <see cref="PostgresDatabase"/>, and what RDS wants to exist beside it.</summary>
internal static class PostgresInstance
{
    public const string DatabaseName = "app";

    public static readonly string[] LogKinds = ["postgresql", "upgrade"];

    public static Instance Register(
        string name,
        string identifier,
        PostgresDatabaseArgs args,
        DatabaseWindows windows,
        ClientAccess access,
        DatabaseCredentials credentials,
        CallerAccount account,
        IReadOnlyList<LogStream> logs,
        CustomResourceOptions child)
    {
        var isProtected = args.Protected ?? true;
        var instance = new InstanceArgs
        {
            Identifier = identifier,
            AutoMinorVersionUpgrade = true,
            InstanceClass = args.InstanceClass,
            ParameterGroupName = Parameters(name, args, child).Name,
            CaCertIdentifier = "rds-ca-rsa2048-g1",
            ApplyImmediately = false,

            StorageType = "gp3",
            MaxAllocatedStorage = args.MaxStorageGiB,
            StorageEncrypted = true,
            KmsKeyId = args.KeyArn,

            DbSubnetGroupName = Subnets(name, args.Network, child).Name,
            VpcSecurityGroupIds = access.ServerGroupId,
            PubliclyAccessible = false,
            Port = access.Port,
            MultiAz = args.Standby,
            IamDatabaseAuthenticationEnabled = true,

            BackupRetentionPeriod = args.BackupDays,
            BackupWindow = windows.Backup.ToString(),
            MaintenanceWindow = windows.MaintenanceText,
            CopyTagsToSnapshot = true,
            DeleteAutomatedBackups = !isProtected,
            DeletionProtection = isProtected,
            SkipFinalSnapshot = !isProtected,
            FinalSnapshotIdentifier = isProtected ? $"{identifier}-final" : (Input<string>?)null,
            BlueGreenUpdate = args.BlueGreen ? new InstanceBlueGreenUpdateArgs { Enabled = true } : (Input<InstanceBlueGreenUpdateArgs>?)null,

            EnabledCloudwatchLogsExports = LogKinds,
            MonitoringInterval = args.MonitoringSeconds ?? 60,
            MonitoringRoleArn = MonitoringRole(name, account, child),
            DatabaseInsightsMode = args.LongInsights ? "advanced" : "standard",
            PerformanceInsightsEnabled = true,
            PerformanceInsightsRetentionPeriod = args.LongInsights ? 465 : 7,
            PerformanceInsightsKmsKeyId = args.KeyArn,
        };
        DatabaseBirth.ApplyTo(instance, args);
        credentials.ApplyTo(instance);

        return new Instance(name, instance, CustomResourceOptions.Merge(child, new CustomResourceOptions
        {
            DependsOn = [.. logs],      // else RDS makes the groups itself, unencrypted and for ever
            Protect = isProtected,
            RetainOnDelete = isProtected,
            Hooks = DatabaseBirth.Guards(name, args)!,
        }));
    }

    private static ParameterGroup Parameters(string name, PostgresDatabaseArgs args, CustomResourceOptions child) => new(name, new()
    {
        // A prefix and the version: the group of a new major version is made beside the one still in use.
        NamePrefix = $"{name}-{args.Version}-",
        Family = $"postgres{args.Version}",
        Description = "Settings of Postgres",
        Parameters = PostgresParameters.Of(args.BlueGreen),
    }, child);

    private static SubnetGroup Subnets(string name, INetwork network, CustomResourceOptions child) => new(name, new()
    {
        Description = "Isolated subnets",
        SubnetIds = network.SubnetIds(SubnetTier.Isolated),
    }, child);

    private static Output<string> MonitoringRole(string name, CallerAccount account, CustomResourceOptions child)
    {
        var role = new ServiceRole($"{name}-monitoring", "monitoring.rds.amazonaws.com", "Measures the operating system", account, child);
        var rights = new RolePolicyAttachment($"{name}-monitoring", new()
        {
            Role = role.Name,
            PolicyArn = Output.Format($"arn:{account.Partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"),
        }, child);
        return Output.Tuple(role.Arn, rights.Id).Apply(both => both.Item1);
    }
}
