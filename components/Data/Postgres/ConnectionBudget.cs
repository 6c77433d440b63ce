using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Postgres;

/// <summary>Whether a database lets in everybody who will knock: counted before it is made, not at the first release on a busy day.</summary>
internal static class ConnectionBudget
{
    public const int DefaultPoolSize = 10;

    /// <summary>Why clients would be refused, with the sizing; null when they fit or nobody said how many there are.</summary>
    public static string? Problem(PostgresDatabaseArgs args) => MachineSize.Of(args.InstanceClass) is { } size
        ? Problem(args.MaxClients, args.PoolSize, args.InstanceClass, size.PostgresConnections, "Choose a larger class", ", or put a pool in front (pooled)")
        : null;

    /// <summary>The same for any database.</summary>
    /// <param name="maxClients">Copies of the application.</param>
    /// <param name="poolSize">Connections of each.</param>
    /// <param name="size">How large the database is, in words.</param>
    /// <param name="connections">Connections it lets in.</param>
    /// <param name="larger">How to get a larger one.</param>
    /// <param name="otherwise">What else helps.</param>
    public static string? Problem(int? maxClients, int? poolSize, string size, int connections, string larger, string otherwise)
    {
        if (maxClients is not { } clients)
        {
            return null;
        }

        var pool = poolSize ?? DefaultPoolSize;
        var (wanted, budget) = (clients * pool, connections * AlarmTriggers.ConnectionsPercent / 100);
        return wanted <= budget
            ? null
            : $"maxClients {clients} with {pool} connections each are {wanted}, but {size} lets in {connections}, of which "
              + $"{AlarmTriggers.ConnectionsPercent} % ({budget}) may be planned. {larger}{(otherwise.Length > 0 ? "," : " or")} a poolSize of {Math.Max(1, budget / clients)} or less{otherwise}.";
    }
}
