using Platform.Components.Network;

namespace Platform.Components.Data.Cache;

/// <summary>What a caller may choose; <see cref="ValkeyCache"/> decides the rest.</summary>
public sealed class ValkeyCacheArgs : ResourceArgs
{
    /// <summary>Network to run in, on its isolated subnets.</summary>
    public required INetwork Network { get; init; }

    /// <summary>Valkey version, major and minor, such as <c>8.1</c>; 7.2 or newer.</summary>
    [Input("version", required: true)] public required string Version { get; init; }

    /// <summary>
    /// Size of a node, such as <c>cache.t4g.micro</c>; those of <c>cache.r6gd</c> keep what is seldom asked for on disk. Left out for a
    /// serverless cache, and for no other.
    /// </summary>
    [Input("nodeType")] public string? NodeType { get; init; }

    /// <summary>
    /// Nodes of each shard, 1 to 6: one that takes writes and its replicas; with 2 or more, one takes over when the first fails. Left out for
    /// a serverless cache, and for no other.
    /// </summary>
    [Input("nodes")] public int? Nodes { get; init; }

    /// <summary>
    /// Shards, 1 to 500, among which keys are spread (cluster mode). A cache that is there without them cannot be given any in one step: make
    /// another. Default: none; every node has every key.
    /// </summary>
    [Input("shards")] public int? Shards { get; init; }

    /// <summary>Shards it may grow to by itself while its CPU or its memory is used for more than 60 or 70 %. Default: it does not grow.</summary>
    [Input("maxShards")] public int? MaxShards { get; init; }

    /// <summary>Nodes each shard may grow to by itself while its replicas use more than 60 % of their CPU; 2 to 6. Default: it does not grow.</summary>
    [Input("maxNodes")] public int? MaxNodes { get; init; }

    /// <summary>Nodes the account may have in a cache with shards, 90 to 500. Default: 90, as AWS gives to everybody.</summary>
    [Input("nodeQuota")] public int? NodeQuota { get; init; }

    /// <summary>Limits of a serverless cache. Default: none; the cache stands on nodes.</summary>
    public ServerlessLimits? Serverless { get; init; }

    /// <summary>Key that encrypts data and snapshots.</summary>
    [Input("keyArn", required: true)] public required Input<string> KeyArn { get; init; }

    /// <summary>Key that encrypts its logs; its policy must admit CloudWatch Logs.</summary>
    [Input("logKeyArn", required: true)] public required Input<string> LogKeyArn { get; init; }

    /// <summary>Key that encrypts its password.</summary>
    [Input("secretKeyArn", required: true)] public required Input<string> SecretKeyArn { get; init; }

    /// <summary>Days its logs are kept; see <see cref="Observability.LogRetention"/>.</summary>
    [Input("logRetentionDays", required: true)] public required int LogRetentionDays { get; init; }

    /// <summary>Days snapshots are kept, 0 to 35; 0 takes none.</summary>
    [Input("snapshotDays", required: true)] public required int SnapshotDays { get; init; }

    /// <summary>
    /// Whether caches of other regions may follow it (a Global Datastore). It needs nodes of size <c>large</c> or more, of a family that
    /// AWS replicates. Default: false.
    /// </summary>
    [Input("global")] public bool? Global { get; init; }

    /// <summary>
    /// Global Datastore to follow: <see cref="ValkeyCache.Datastore"/> of a cache in another region. Version, node type and shards must be
    /// that cache's. Default: none.
    /// </summary>
    public CacheDatastore? Follows { get; init; }

    /// <summary>Whether a last snapshot, and its secret, survive its deletion. Default: true.</summary>
    [Input("protected")] public bool? Protected { get; init; }
}
