using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Postgres;

/// <summary>Whether a database lets in everybody who will knock: counted before it is made, not at the first release on a busy day.</summary>
internal static class ConnectionBudget
{
    public const int DefaultPoolSize = 10;

    /// <summary>Why clients would be refused, with the sizing; null when they fit or nobody said how many there are.</summary>
    public static string? Problem(PostgresDatabaseArgs args)
    {
        if (args.MaxClients is not { } clients || MachineSize.Of(args.InstanceClass) is not { } size)
        {
            return null;
        }

        var pool = args.PoolSize ?? DefaultPoolSize;
        var (wanted, budget) = (clients * pool, size.PostgresConnections * AlarmTriggers.ConnectionsPercent / 100);
        return wanted <= budget
            ? null
            : $"maxClients {clients} with {pool} connections each are {wanted}, but {args.InstanceClass} lets in {size.PostgresConnections}, of which "
              + $"{AlarmTriggers.ConnectionsPercent} % ({budget}) may be planned. Choose a larger class, a poolSize of {Math.Max(1, budget / clients)} or less, "
              + "or put a pool in front (pooled).";
    }
}
