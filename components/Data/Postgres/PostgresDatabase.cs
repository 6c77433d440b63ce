using System.Collections.Immutable;
using Platform.Components.Compute;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.Rds;

namespace Platform.Components.Data.Postgres;

/// <summary>
/// A Postgres that only those who hold its connection reach, over TLS only; encrypted, backed up to the second, watched query by query,
/// and refused before anything is made if AWS could not run it as asked.
/// </summary>
public sealed class PostgresDatabase : ComponentResource, IPostgres, ILogging, IPromising, IAnnouncing
{
    private const int Port = 5432;

    /// <summary>Registers the database and all that belongs to it.</summary>
    /// <param name="name">Logical name; the instance's own name ends in it.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">A value is out of range, or two choices exclude each other; the message names the way out.</exception>
    public PostgresDatabase(string name, PostgresDatabaseArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:PostgresDatabase", name, args, options)
    {
        PostgresProblems.Check(this, args);
        var windows = new DatabaseWindows(this, args.BackupWindow, args.MaintenanceWindow, args.WorkingHours);
        var child = new CustomResourceOptions { Parent = this };
        var account = CallerAccount.Of(this);
        var identifier = AwsName.Of(name, NameRule.DatabaseInstance);

        var access = new ClientAccess(name, args.Network.VpcId, Port, "PostgreSQL", child);
        var credentials = DatabaseCredentials.Of(name, PostgresProblems.Plan(args), child);
        var made = new PostgresInstance(name, identifier, args, windows, access, credentials, account, child);
        var instance = made.Primary;
        SecretArn = credentials.SecretArn ?? instance.MasterUserSecrets.Apply(secrets => secrets[0].SecretArn);
        var (door, address) = args.Pooled == true ? DatabaseProxy.Register(name, args, access, instance, SecretArn, account, child) : (access, instance.Address);
        var readers = ReadReplicas.Register(name, args, made, Port, child);

        if (args.WorkingHours is { } hours)
        {
            DatabaseHours.Register(name, "DBInstance", instance.Arn, instance.Identifier, hours, account, child);
        }

        var way = new Connection
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
        };
        var signIn = args.Access ?? DatabaseAccess.MasterSecret;
        Connection = signIn.Complete(way, [instance.ResourceId], account, SecretArn);
        Readers = readers is null ? null : signIn.Complete(readers.Way(way), readers.ResourceIds, account, SecretArn).As("READER") with { Name = $"{name}-reader" };
        (Endpoint, Arn, PhysicalName) = (instance.Endpoint, instance.Arn, identifier);
        var follows = args.Origin?.SourceArn is not null;
        Signals =
        [
            .. PostgresSignals.Of(instance.Identifier, args.InstanceClass, args.StorageGiB, args.WorkingHours is null),
            .. follows ? PostgresSignals.Replica(instance.Identifier) : [],
            .. readers?.Signals ?? [],
            .. Rotate(name, args, credentials, instance, account),
        ];
        (LogSignals, Queries) = ([], [ServerSignals.SlowStatements(made.SlowLog)]);
        Objectives = follows ? [DataObjectives.Fresh(instance.Identifier)] : [];
        Events = DatabaseEvents.Of([identifier, .. readers?.Identifiers ?? []]);
        About = Tell(options);
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

    /// <inheritdoc/>
    public IReadOnlyList<EventSignal> Events { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }

    /// <summary>Its name in RDS, known before it exists: for alarms.</summary>
    public string PhysicalName { get; }

    /// <summary>The right to connect, to hand to a service.</summary>
    public Connection Connection { get; }

    /// <summary>The right to read from its replicas, which may be seconds behind, told as <c>READER_HOST</c> and so on; null where there are none.</summary>
    public Connection? Readers { get; }

    private IReadOnlyList<Signal> Rotate(string name, PostgresDatabaseArgs args, DatabaseCredentials credentials, Instance instance, CallerAccount account) =>
        credentials.RotationDays == 0 ? [] : PasswordRotation.Register(name, new RotationTarget
        {
            Identifier = PhysicalName,
            DatabaseArns = [instance.Arn, .. args.SharesPasswordWith.Select(place => place.Arn(account))],
            Ready = instance,
            Keeps = args.Credentials == CredentialMode.SelfManaged,
            Days = credentials.RotationDays,
            SecretArn = SecretArn,
            SecretKeyArn = args.SecretKeyArn,
            LogKeyArn = args.LogKeyArn,
            LogRetentionDays = args.LogRetentionDays,
        }, account, new CustomResourceOptions { Parent = this });

    private Output<ImmutableDictionary<string, object>> Tell(ComponentResourceOptions? options) => this.Declare(ServiceTier.Database, options, new Dictionary<string, object>
    {
        ["recoveryTimeMinutes"] = ServiceTargets.RecoveryTimeMinutes,
        ["recoveryPointMinutes"] = ServiceTargets.RecoveryPointMinutes,
        ["queryMeanMilliseconds"] = ServiceTargets.QueryMeanMilliseconds,
    }, Signals, Events);
}
