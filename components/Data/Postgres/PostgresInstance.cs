using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Data.Postgres.Origins;
using Platform.Components.Data.Postgres.Upkeep;
using Platform.Components.Identity;
using Platform.Components.Network;
using Platform.Components.Observability;
using Pulumi.Aws.Rds;
using Pulumi.Aws.Rds.Inputs;

namespace Platform.Components.Data.Postgres;

/// <summary>The instance of a <see cref="PostgresDatabase"/>, what RDS wants to exist beside it, and the replicas people read from.</summary>
internal sealed class PostgresInstance
{
    private static readonly string[] LogKinds = ["postgresql", "upgrade"];

    private readonly string _name;
    private readonly PostgresDatabaseArgs _args;
    private readonly DatabaseWindows _windows;
    private readonly CustomResourceOptions _child;
    private readonly Output<string> _parameters;
    private readonly Output<string> _monitoringRole;

    public PostgresInstance(
        string name, string identifier, PostgresDatabaseArgs args, DatabaseWindows windows, ClientAccess access, DatabaseCredentials credentials, CallerAccount account, CustomResourceOptions child)
    {
        (_name, _args, _windows, _child) = (name, args, windows, child);
        _parameters = Parameters().Name;
        _monitoringRole = DatabaseMonitoring.Role(name, account, child);
        var logs = Logs(name, identifier);
        SlowLog = logs[0].GroupName;
        var instance = Common(identifier, access);
        Keep(instance, identifier);
        DatabaseBirth.ApplyTo(instance, args);
        if (credentials.User is { } user)
        {
            instance.Username = user;
        }

        if (credentials.IsManaged)
        {
            (instance.ManageMasterUserPassword, instance.MasterUserSecretKmsKeyId) = (true, args.SecretKeyArn);
        }
        else if (credentials.Password is { } password)
        {
            instance.Password = password;
        }

        var isProtected = args.Protected ?? true;
        Primary = new Instance(name, instance, CustomResourceOptions.Merge(child, new CustomResourceOptions
        {
            DependsOn = [.. logs],      // else RDS makes the groups itself, unencrypted and for ever
            Protect = isProtected,
            RetainOnDelete = isProtected,
            IgnoreChanges = credentials.SetOnce("password"),
            Hooks = DatabaseBirth.Guards(name, args)!,
        }));
    }

    /// <summary>The one that takes writes, or will.</summary>
    public Instance Primary { get; }

    /// <summary>Where slow statements are written.</summary>
    public Output<string> SlowLog { get; }

    /// <summary>
    /// Registers a replica in the same region. It has no data of its own, so that nothing protects it: fewer are fewer. Place, key, engine
    /// and users are the source's, and RDS takes none of them again.
    /// </summary>
    public Instance Reader(int number, string identifier, ClientAccess access)
    {
        var name = $"{_name}-reader-{number}";
        var reader = Common(identifier, access);
        reader.ReplicateSourceDb = Primary.Identifier;
        (reader.BackupRetentionPeriod, reader.DeletionProtection, reader.SkipFinalSnapshot) = (0, false, true);
        return new Instance(name, reader, CustomResourceOptions.Merge(_child, new CustomResourceOptions { DependsOn = [.. Logs(name, identifier)] }));
    }

    private InstanceArgs Common(string identifier, ClientAccess access) => new()
    {
        Identifier = identifier,
        AutoMinorVersionUpgrade = true,
        InstanceClass = _args.InstanceClass,
        ParameterGroupName = _parameters,
        CaCertIdentifier = RdsTerms.Authority,
        ApplyImmediately = false,

        StorageType = "gp3",
        MaxAllocatedStorage = _args.MaxStorageGiB,
        StorageEncrypted = true,

        VpcSecurityGroupIds = access.ServerGroupId,
        PubliclyAccessible = false,
        Port = access.Port,
        IamDatabaseAuthenticationEnabled = true,
        MaintenanceWindow = _windows.MaintenanceText,
        CopyTagsToSnapshot = true,

        EnabledCloudwatchLogsExports = LogKinds,
        MonitoringInterval = _args.MonitoringSeconds ?? 60,
        MonitoringRoleArn = _monitoringRole,
        DatabaseInsightsMode = new QueryInsights(_args.LongInsights).Mode,
        PerformanceInsightsEnabled = true,
        PerformanceInsightsRetentionPeriod = new QueryInsights(_args.LongInsights).Days,
        PerformanceInsightsKmsKeyId = _args.KeyArn,
    };

    /// <summary>What only the instance that holds the data has: a place, a key, a standby, backups, and what keeps it from being deleted.</summary>
    private void Keep(InstanceArgs instance, string identifier)
    {
        var isProtected = _args.Protected ?? true;
        instance.KmsKeyId = _args.KeyArn;
        instance.DbSubnetGroupName = Subnets().Name;
        instance.MultiAz = _args.Standby;
        instance.BackupRetentionPeriod = _args.BackupDays;
        instance.BackupWindow = _windows.Backup.ToString();
        instance.DeleteAutomatedBackups = !isProtected;
        instance.DeletionProtection = isProtected;
        instance.SkipFinalSnapshot = !isProtected;
        instance.FinalSnapshotIdentifier = isProtected ? $"{identifier}-final" : (Input<string>?)null;
        instance.BlueGreenUpdate = _args.BlueGreen ? new InstanceBlueGreenUpdateArgs { Enabled = true } : (Input<InstanceBlueGreenUpdateArgs>?)null;
    }

    private List<LogStream> Logs(string name, string identifier) =>
        [.. LogKinds.Select(kind => DatabaseLogs.Register(name, "instance", identifier, kind, _args, _child))];

    private ParameterGroup Parameters() => new(_name, new()
    {
        // A prefix and the version: the group of a new major version is made beside the one still in use.
        NamePrefix = $"{_name}-{_args.Version}-",
        Family = $"postgres{_args.Version}",
        Description = "Settings of Postgres",
        Parameters = PostgresParameters.Of(_args.BlueGreen),
    }, _child);

    private SubnetGroup Subnets() => new(_name, new()
    {
        Description = "Isolated subnets",
        SubnetIds = _args.Network.SubnetIds(SubnetTier.Isolated),
    }, _child);
}
