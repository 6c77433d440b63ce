using System.Collections.Immutable;
using Platform.Components.Compute;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Data.Postgres.Upkeep;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Postgres;

/// <summary>
/// A Postgres that only those who hold its connection reach, over TLS only; encrypted, backed up to the second, watched query by query,
/// and refused before anything is made if AWS could not run it as asked.
/// </summary>
public sealed class PostgresDatabase : ComponentResource, IPostgres, ILogging, IPromising, IAnnouncing
{
    /// <summary>Registers the database and all that belongs to it.</summary>
    /// <param name="name">Logical name; the instance's own name ends in it.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">A value is out of range, or two choices exclude each other; the message names the way out.</exception>
    public PostgresDatabase(string name, PostgresDatabaseArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:PostgresDatabase", name, args, options)
    {
        PostgresProblems.Check(this, args);
        var windows = new DatabaseWindows(this, args);
        var child = new CustomResourceOptions { Parent = this };
        var account = CallerAccount.Of(this);
        PhysicalName = AwsName.Of(name, NameRule.DatabaseInstance);

        var access = new ClientAccess(name, args.Network.VpcId, PostgresDoor.Port, "PostgreSQL", child);
        var credentials = DatabaseCredentials.Of(name, PostgresProblems.Plan(args), child);
        var made = new PostgresInstance(name, PhysicalName, args, windows, access, credentials, account, child);
        var instance = made.Primary;
        SecretArn = credentials.SecretArn ?? instance.MasterUserSecrets.Apply(secrets => secrets[0].SecretArn);
        var (entry, address) = args.Pooled == true ? DatabaseProxy.Register(name, args, access, instance, SecretArn, account, child) : (access, instance.Address);
        var readers = ReadReplicas.Register(name, args, made, child);

        if (args.WorkingHours is { } hours)
        {
            DatabaseHours.Register(name, "DBInstance", instance.Arn, instance.Identifier, hours, account, child);
        }

        var door = new PostgresDoor(name, args, account, SecretArn);
        Connection = door.ToWriter(entry, address, [instance.ResourceId]);
        Readers = readers is null ? null : door.ToReaders(readers.Access, readers.Hosts, readers.ResourceIds);
        (Endpoint, Arn) = (instance.Endpoint, instance.Arn);
        var follows = args.Origin?.SourceArn is not null;
        Signals =
        [
            .. PostgresSignals.Of(instance.Identifier, args.InstanceClass, args.StorageGiB, args.WorkingHours is null),
            .. follows ? PostgresSignals.Replica(instance.Identifier) : [],
            .. readers?.Signals ?? [],
            .. PasswordRotation.Register(name, new(args)
            {
                Identifier = PhysicalName,
                DatabaseArns = [instance.Arn, .. args.SharesPasswordWith.Select(place => place.Arn(account))],
                Ready = instance,
                Days = credentials.RotationDays,
                SecretArn = SecretArn,
            }, account, child),
        ];
        (LogSignals, Queries) = ([], [ServerSignals.SlowStatements(made.SlowLog)]);
        Objectives = follows ? [DataObjectives.Fresh(instance.Identifier)] : [];
        Events = DatabaseEvents.Of([PhysicalName, .. readers?.Identifiers ?? []]);
        About = this.Declare(ServiceTier.Database, options, DataObjectives.DatabaseTargets, Signals, Events);
        RegisterOutputs();
    }

    /// <inheritdoc/>
    [Output("endpoint")] public Output<string> Endpoint { get; private set; }

    /// <inheritdoc/>
    [Output("secretArn")] public Output<string> SecretArn { get; private set; }

    /// <inheritdoc/>
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

    /// <inheritdoc/>
    public string PhysicalName { get; }

    /// <inheritdoc/>
    public Connection Connection { get; }

    /// <inheritdoc/>
    public Connection? Readers { get; }
}
