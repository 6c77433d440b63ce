using System.Collections.Immutable;
using Platform.Components.Compute;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Observability;
using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Postgres;

/// <summary>
/// A Postgres that only those who hold its connection reach, over TLS only; encrypted, backed up to the second, watched query by query,
/// and refused before anything is made if AWS could not run it as asked.
/// </summary>
public sealed class PostgresDatabase : ComponentResource, ILogging, IPromising
{
    private const int Port = 5432;

    // Largest gp3 volume of RDS for PostgreSQL. Source: Amazon RDS user guide, DB instance storage.
    private const int MostStorageGiB = 65_536;

    /// <summary>Registers the database and all that belongs to it.</summary>
    /// <param name="name">Logical name; the instance's own name ends in it.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">A value is out of range, or two choices exclude each other; the message names the way out.</exception>
    public PostgresDatabase(string name, PostgresDatabaseArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:PostgresDatabase", name, args, options)
    {
        Check(args);
        var windows = new DatabaseWindows(this, args);
        var child = new CustomResourceOptions { Parent = this };
        var account = CallerAccount.Of(this);
        var identifier = AwsName.Of(name, NameRule.DatabaseInstance);

        var access = new ClientAccess(name, args.Network.VpcId, Port, "PostgreSQL", child);
        var logs = PostgresInstance.LogKinds.Select(kind => new LogStream($"{name}-{kind}", new()
        {
            // RDS dictates the name; made beforehand, the group is encrypted and forgets.
            GroupName = $"/aws/rds/instance/{identifier}/{kind}",
            KeyArn = args.LogKeyArn,
            RetentionDays = args.LogRetentionDays,
        }, new ComponentResourceOptions { Parent = this })).ToList();

        var credentials = DatabaseCredentials.Of(name, args, child);
        var instance = PostgresInstance.Register(name, identifier, args, windows, access, credentials, account, logs, child);
        var secretArn = credentials.SecretArn(instance);
        var (door, address) = args.Pooled == true ? DatabaseProxy.Register(name, args, access, instance, secretArn, account, child) : (access, instance.Address);

        if (args.WorkingHours is { } hours)
        {
            DatabaseHours.Register(name, instance, hours, account, child);
        }

        Connection = (args.Access ?? DatabaseAccess.MasterSecret).Complete(new Connection
        {
            Name = name,
            ClientSecurityGroupId = door.ClientGroupId,
            ServerSecurityGroupId = door.ServerGroupId,
            Port = door.Port,
            Cidr = args.Network.Cidr,
            SecretKeyArn = args.SecretKeyArn,
            Environment = ImmutableDictionary<string, Input<string>>.Empty
                .Add("DATABASE_HOST", address)
                .Add("DATABASE_PORT", $"{Port}")
                .Add("DATABASE_NAME", PostgresInstance.DatabaseName),
        }, instance, account, secretArn);
        (Endpoint, SecretArn, Arn, PhysicalName) = (instance.Endpoint, secretArn, instance.Arn, identifier);
        Signals =
        [
            .. PostgresSignals.Of(instance.Identifier, args.InstanceClass, args.StorageGiB, args.WorkingHours is null),
            .. args.Origin?.SourceArn is null ? [] : PostgresSignals.Replica(instance.Identifier),
        ];
        (LogSignals, Queries) = ([], [PostgresSignals.SlowStatements(logs[0].GroupName)]);
        Objectives = args.Origin?.SourceArn is null ? [] : [DataObjectives.Fresh(instance.Identifier)];
        About = this.Declare(ServiceTier.Database, options, new Dictionary<string, object>
        {
            ["recoveryTimeMinutes"] = ServiceTargets.RecoveryTimeMinutes,
            ["recoveryPointMinutes"] = ServiceTargets.RecoveryPointMinutes,
            ["queryMeanMilliseconds"] = ServiceTargets.QueryMeanMilliseconds,
        }, signals: Signals);
        RegisterOutputs();
    }

    /// <summary>Address and port.</summary>
    [Output("endpoint")] public Output<string> Endpoint { get; private set; }

    /// <summary>Where name and password of the master user are stored.</summary>
    [Output("secretArn")] public Output<string> SecretArn { get; private set; }

    /// <summary>ARN to hand to a backup plan or a replica.</summary>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<LogSignal> LogSignals { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SavedQuery> Queries { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Objective> Objectives { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    /// <summary>Its name in RDS, known before it exists: for alarms.</summary>
    public string PhysicalName { get; }

    /// <summary>The right to connect, to hand to a service.</summary>
    public Connection Connection { get; }

    private void Check(PostgresDatabaseArgs args)
    {
        this.InRange("version", args.Version, min: 14, max: 18);
        this.InRange("storageGiB", args.StorageGiB, min: 20, max: 16_384);
        this.InRange("maxStorageGiB", args.MaxStorageGiB, min: 2 * args.StorageGiB, max: Math.Min(5 * args.StorageGiB, MostStorageGiB));
        this.InRange("backupDays", args.BackupDays, min: 1, max: 35);
        this.OneOf("logRetentionDays", args.LogRetentionDays, LogRetention.Days);
        this.OneOf("monitoringSeconds", args.MonitoringSeconds ?? 60, [1, 5, 10, 15, 30, 60]);
        this.Require(
            args.InstanceClass.StartsWith("db.", StringComparison.Ordinal),
            $"instanceClass is '{args.InstanceClass}', but must name a database class such as db.t4g.micro.");
        this.Require(
            args.Credentials != CredentialMode.Managed || !args.Replicated,
            "RDS cannot replicate a database whose password it manages; choose CredentialMode.SelfManaged, or no replica.");
        this.Require(
            args.Credentials != CredentialMode.Managed || !args.BlueGreen,
            "RDS makes no blue/green copy of a database whose password it manages; choose CredentialMode.SelfManaged, or no blue/green.");
        this.Require(
            !args.BlueGreen || !args.Replicated,
            "RDS makes no blue/green copy of a database with replicas in other regions; choose one of the two.");
        this.Require(
            !args.BlueGreen || args.Pooled != true,
            "RDS makes no blue/green copy of a database behind RDS Proxy; choose blue/green, or the pool (pooled), which hides a failover anyway.");
        if (args.Access?.Problem(args) is { } shut)
        {
            this.Require(false, shut);
        }

        this.InRange("poolSize", args.PoolSize ?? ConnectionBudget.DefaultPoolSize, min: 1, max: 1000);
        if (args.Pooled != true && ConnectionBudget.Problem(args) is { } tooMany)
        {
            this.Require(false, tooMany);
        }

        this.Require(
            args.Credentials == CredentialMode.SelfManaged || args.SecretCopies.Count == 0,
            "secretCopies are asked for, but the password is not ours to copy; choose CredentialMode.SelfManaged, or no copies.");
        this.Require(
            args.WorkingHours is null || !args.Replicated,
            "RDS cannot stop a database that has replicas; leave out the working hours, or the replica.");
    }
}
