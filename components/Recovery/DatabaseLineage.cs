namespace Platform.Components.Recovery;

/// <summary>
/// The databases of an environment in the order in which they were made. The first is in the home region, the second in the other as its
/// replica, the third at home again as a replica of the second, and so on: AWS turns a replica into an independent database and never
/// back, so the way home leads through a new one. Nothing of the past leaves the list by itself, as it may be the only copy of something.
/// </summary>
/// <remarks>
/// The number of databases and the active region say everything: a failover changes the region, the preparation of the way back adds one
/// database, the failback changes the region again.
/// </remarks>
public sealed class DatabaseLineage
{
    private readonly int _active;

    /// <summary>Lays out the databases.</summary>
    /// <param name="regions">The regions and which of them takes writes.</param>
    /// <param name="databases">How many databases were ever made, 1 or more.</param>
    /// <exception cref="ArgumentException">See <see cref="Problem"/>.</exception>
    public DatabaseLineage(RegionPair regions, int databases)
    {
        if (Problem(regions, databases) is { } problem)
        {
            throw new ArgumentException(problem, nameof(databases));
        }

        _active = RegionOf(databases, regions) == regions.Active ? databases : databases - 1;
        Generations = [.. Enumerable.Range(1, databases).Select(number => new DatabaseGeneration(number, RegionOf(number, regions), RoleOf(number)))];
    }

    /// <summary>The databases, oldest first.</summary>
    public IReadOnlyList<DatabaseGeneration> Generations { get; }

    /// <summary>The one that takes writes.</summary>
    public DatabaseGeneration Primary => Generations[_active - 1];

    /// <summary>The one that follows; null when it has yet to be made.</summary>
    public DatabaseGeneration? Replica => Generations.FirstOrDefault(database => database.Role == DatabaseRole.Replica);

    /// <summary>Why there are no such databases, as a sentence; null when there are.</summary>
    /// <param name="regions">The regions and which of them takes writes.</param>
    /// <param name="databases">How many databases were ever made.</param>
    public static string? Problem(RegionPair regions, int databases) =>
        databases < 1 ? $"databases is {databases}, but the first is always there; set 1 or more."
        : databases == 1 && regions.IsFailedOver
            ? $"activeRegion is '{regions.Active}', but databases is 1: none was ever made there. Set 2, wait for the replica, then move."
        : null;

    /// <summary>The newest database of a region, which its application connects to; null when it never had one.</summary>
    /// <param name="region">The region.</param>
    public DatabaseGeneration? NewestIn(string region) => Generations.LastOrDefault(database => database.Region == region);

    private static string RegionOf(int number, RegionPair regions) => number % 2 == 1 ? regions.Home : regions.Second;

    private DatabaseRole RoleOf(int number) =>
        number == _active ? DatabaseRole.Primary : number > _active ? DatabaseRole.Replica : DatabaseRole.Retired;
}

/// <summary>One database of a lineage.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Region">Where it is.</param>
/// <param name="Role">What it does today.</param>
public sealed record DatabaseGeneration(int Number, string Region, DatabaseRole Role)
{
    /// <summary>Logical name: its place, and never what it does.</summary>
    public string Name => Number == 1 ? "database" : $"database-{Number}";
}

/// <summary>What a database of a lineage does.</summary>
public enum DatabaseRole
{
    /// <summary>Takes writes.</summary>
    Primary,

    /// <summary>Follows the primary.</summary>
    Replica,

    /// <summary>Was the primary once. It is kept until somebody has looked for writes that never reached the replica.</summary>
    Retired,
}
