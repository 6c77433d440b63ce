using Pulumi.Aws.ElastiCache.Inputs;

namespace Platform.Components.Data.Cache;

/// <summary>Settings of Valkey itself that differ from what ElastiCache sets.</summary>
internal static class CacheParameters
{
    public static IReadOnlyList<ServerSetting> Settings { get; } =
    [
        new("maxmemory-policy", "allkeys-lru"),         // a cache that is full forgets what nobody asks for
        new("reserved-memory-percent", "25"),           // room for the copy a snapshot or a new node takes
        new("slowlog-log-slower-than", "10000"),        // microseconds
        new("slowlog-max-len", "256"),
    ];

    /// <summary>What spreads the keys among shards, and cannot change in a group that is there.</summary>
    public static ServerSetting Cluster { get; } = new("cluster-enabled", "yes", NeedsRestart: true);

    /// <summary>The settings as ElastiCache takes them.</summary>
    /// <param name="isCluster">Whether the cache has shards.</param>
    public static ParameterGroupParameterArgs[] All(bool isCluster) =>
        [.. (isCluster ? Settings.Append(Cluster) : Settings).Select(setting => new ParameterGroupParameterArgs { Name = setting.Name, Value = setting.Value })];
}
