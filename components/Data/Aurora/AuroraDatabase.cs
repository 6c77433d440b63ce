using System.Collections.Immutable;
using Platform.Components.Compute;
using Platform.Components.Data.Postgres;
using Platform.Components.Data.Postgres.Credentials;
using Platform.Components.Data.Postgres.Upkeep;
using Platform.Components.Identity;
using Platform.Components.Naming;
using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Aurora;

/// <summary>
/// A Postgres on the storage of Aurora: the same promise as <see cref="PostgresDatabase"/>, with storage in three zones that grows by itself,
/// up to fifteen instances to read from that take over within a minute, instances that grow and shrink, and other regions that follow
/// within seconds.
/// </summary>
/// <example><code>
/// new AuroraDatabase("orders", new() { Network = network, Version = 17, Capacity = AuroraCapacity.Serverless(0.5, 8), Readers = 1, … });
/// </code></example>
public sealed class AuroraDatabase : ComponentResource, IPostgres, ILogging, IPromising, IAnnouncing
{
    /// <summary>Registers the cluster and all that belongs to it.</summary>
    /// <param name="name">Logical name; the cluster's own name ends in it, its instances are numbered.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">A value is out of range, or two choices exclude each other; the message names the way out.</exception>
    public AuroraDatabase(string name, AuroraDatabaseArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:AuroraDatabase", name, args, options)
    {
        AuroraProblems.Check(this, args);
        var windows = new DatabaseWindows(this, args);
        var child = new CustomResourceOptions { Parent = this };
        var account = CallerAccount.Of(this);
        PhysicalName = AwsName.Of(name, NameRule.DatabaseInstance);

        var access = new ClientAccess(name, args.Network.VpcId, PostgresDoor.Port, "PostgreSQL", child);
        var credentials = DatabaseCredentials.Of(name, AuroraProblems.Plan(args), child);
        var made = new AuroraCluster(name, PhysicalName, args, windows, access, credentials, account, child);
        var cluster = made.Cluster;
        SecretArn = credentials.SecretArn ?? cluster.MasterUserSecrets.Apply(secrets => secrets[0].SecretArn);
        if (args.WorkingHours is { } hours)
        {
            DatabaseHours.Register(name, "DBCluster", cluster.Arn, cluster.ClusterIdentifier, hours, account, child);
        }

        // Whoever connects waits until there is an instance.
        var writes = Output.Tuple(cluster.Endpoint, made.Members[0].Id).Apply(both => both.Item1);
        var reads = Output.Tuple(cluster.ReaderEndpoint, Output.All(made.Members.Select(member => (Input<string>)member.Id))).Apply(both => both.Item1);
        var door = new PostgresDoor(name, args, account, SecretArn);
        Connection = door.ToWriter(access, writes, [cluster.ClusterResourceId]);
        Readers = args.Readers > 0 ? door.ToReaders(access, reads, [cluster.ClusterResourceId]) : null;
        (Endpoint, Arn, GlobalId) = (writes.Apply(host => $"{host}:{PostgresDoor.Port}"), cluster.Arn, made.GlobalId);
        Signals =
        [
            .. AuroraSignals.Of(cluster.ClusterIdentifier, args.Capacity, args.Readers > 0),
            .. args.Follows is not null ? AuroraSignals.Follower(cluster.ClusterIdentifier) : [],
            .. PasswordRotation.Register(name, new(args)
            {
                Identifier = PhysicalName,
                DatabaseArns = [cluster.Arn],
                IsCluster = true,
                Ready = made.Members[0],
                Days = credentials.RotationDays,
                SecretArn = SecretArn,
            }, account, child),
        ];
        (LogSignals, Queries, Objectives) = ([], [ServerSignals.SlowStatements(made.Log)], []);
        Events = DatabaseEvents.Of([PhysicalName, .. made.Members.Select((_, index) => AwsName.Of($"{name}-instance-{index + 1}", NameRule.DatabaseInstance))]);
        About = this.Declare(ServiceTier.Database, options, DataObjectives.DatabaseTargets, Signals, Events);
        RegisterOutputs();
    }

    /// <inheritdoc/>
    [Output("endpoint")] public Output<string> Endpoint { get; private set; }

    /// <inheritdoc/>
    [Output("secretArn")] public Output<string> SecretArn { get; private set; }

    /// <inheritdoc/>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <summary>Id of the global database it leads, to hand to a cluster of another region; null where it leads none.</summary>
    [Output("globalId")] public Output<string>? GlobalId { get; private set; }

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
