using Platform.Components.Naming;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.Rds;

namespace Platform.Components.Data.Postgres;

/// <summary>
/// Replicas in the region of a database, to read from. RDS has no one address for all of them: clients are given the list, which libpq,
/// Npgsql, JDBC and others take as it is and spread their connections over.
/// </summary>
internal sealed class ReadReplicas
{
    private readonly PostgresDatabaseArgs _args;
    private readonly List<Instance> _readers;

    private ReadReplicas(string name, PostgresDatabaseArgs args, PostgresInstance source, CustomResourceOptions child)
    {
        _args = args;
        Access = new ClientAccess($"{name}-reader", args.Network.VpcId, PostgresDoor.Port, "PostgreSQL reader", child);
        Identifiers = [.. Enumerable.Range(1, args.ReadReplicas ?? 0).Select(number => AwsName.Of($"{name}-reader-{number}", NameRule.DatabaseInstance))];
        _readers = [.. Identifiers.Select((identifier, index) => source.Reader(index + 1, identifier, Access))];
    }

    /// <summary>Who may connect to them.</summary>
    public ClientAccess Access { get; }

    /// <summary>Where they are.</summary>
    public Output<string> Hosts => Output.All(_readers.Select(reader => (Input<string>)reader.Address)).Apply(addresses => string.Join(',', addresses));

    /// <summary>Their names in RDS.</summary>
    public IReadOnlyList<string> Identifiers { get; }

    /// <summary>Ids that a right to sign in names.</summary>
    public IEnumerable<Output<string>> ResourceIds => _readers.Select(reader => reader.ResourceId);

    /// <summary>What they tell: what an instance tells that matters to readers, and how far behind each is.</summary>
    public IEnumerable<Signal> Signals => _readers.SelectMany((reader, index) =>
        PostgresSignals.Reader(reader.Identifier, _args.InstanceClass, _args.StorageGiB).Select(signal => signal with { Key = $"reader-{index + 1}-{signal.Key}" }));

    /// <summary>Registers them; null where none are asked for.</summary>
    public static ReadReplicas? Register(string name, PostgresDatabaseArgs args, PostgresInstance source, CustomResourceOptions child) =>
        args.ReadReplicas > 0 ? new(name, args, source, child) : null;
}
