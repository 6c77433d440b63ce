namespace Platform.Components.Data.Cache;

/// <summary>
/// A Global Datastore: a cache that takes writes, and what those that follow it in other regions must have in common with it. AWS would
/// find a difference when it makes the follower; here it is found when the plan is made.
/// </summary>
public sealed class CacheDatastore
{
    // Source: ElastiCache user guide, Global Datastore: one primary cluster and up to two secondary ones, each in another region.
    private const int MostFollowers = 2;

    private int _followers;

    private CacheDatastore(Input<string> id, string version, string nodeType, int? shards) => (Id, Version, NodeType, Shards) = (id, version, nodeType, shards);

    /// <summary>Its id, as AWS knows it.</summary>
    public Input<string> Id { get; }

    /// <summary>Valkey version of every member.</summary>
    public string Version { get; }

    /// <summary>Node type of every member.</summary>
    public string NodeType { get; }

    /// <summary>Shards of every member; null: none is sharded.</summary>
    public int? Shards { get; }

    /// <summary>A datastore that another program made.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="version">Valkey version of its members, such as <c>8.1</c>.</param>
    /// <param name="nodeType">Node type of its members.</param>
    /// <param name="shards">Shards of its members. Default: not sharded.</param>
    public static CacheDatastore Existing(Input<string> id, string version, string nodeType, int? shards = null) => new(id, version, nodeType, shards);

    internal static CacheDatastore Of(Output<string> id, ValkeyCacheArgs first) => new(id, first.Version, first.NodeType!, first.Shards);

    /// <summary>Why a cache cannot follow; empty when it can. Each that asks counts as a follower.</summary>
    internal IEnumerable<string> Problems(ValkeyCacheArgs follower)
    {
        if (follower.Version != Version)
        {
            yield return $"version is '{follower.Version}', but the cache it follows has '{Version}'; a Global Datastore has one version, raised for all members at once.";
        }

        if (follower.NodeType != NodeType)
        {
            yield return $"nodeType is '{follower.NodeType}', but the cache it follows has '{NodeType}'; a Global Datastore has one node type. Set the same.";
        }

        if (follower.Shards != Shards)
        {
            yield return $"shards is {Told(follower.Shards)}, but the cache it follows has {Told(Shards)}; the members of a Global Datastore are sharded alike. Set the same.";
        }

        if (Interlocked.Increment(ref _followers) > MostFollowers)
        {
            yield return $"it is follower {_followers} of its Global Datastore, but AWS takes {MostFollowers}. Let this region read from a cache of its own, which fills itself, or from one of the others.";
        }
    }

    private static string Told(int? shards) => shards is { } count ? $"{count}" : "none";
}
