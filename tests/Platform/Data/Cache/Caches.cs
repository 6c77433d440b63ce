using Platform.Components.Data.Cache;

namespace Platform.Tests.Data.Cache;

/// <summary>Caches to try things on.</summary>
internal static class Caches
{
    public const string Large = "cache.r7g.large";

    public static ValkeyCache Make(
        string version = "8.1",
        string? nodeType = "cache.t4g.micro",
        int? nodes = 1,
        int snapshots = 0,
        bool? isProtected = null,
        bool? isGlobal = null,
        CacheDatastore? follows = null,
        int? shards = null,
        int? maxShards = null,
        int? maxNodes = null,
        int? quota = null,
        ServerlessLimits? serverless = null,
        string name = "cache") =>
        new(name, new()
        {
            Network = Given.Network,
            Version = version,
            NodeType = nodeType,
            Nodes = nodes,
            Shards = shards,
            MaxShards = maxShards,
            MaxNodes = maxNodes,
            NodeQuota = quota,
            Serverless = serverless,
            SnapshotDays = snapshots,
            KeyArn = "arn:key/data",
            LogKeyArn = "arn:key/logs",
            SecretKeyArn = "arn:key/secrets",
            LogRetentionDays = 14,
            Protected = isProtected,
            Global = isGlobal,
            Follows = follows,
        });

    /// <summary>A serverless cache.</summary>
    public static ValkeyCache Serverless(ServerlessLimits? limits = null, int snapshots = 7, bool? isGlobal = null, string? nodeType = null) =>
        Make(nodeType: nodeType, nodes: null, snapshots: snapshots, isGlobal: isGlobal, serverless: limits ?? new(10, 5_000));

    /// <summary>A datastore of another region.</summary>
    public static CacheDatastore Elsewhere(int? shards = null) => CacheDatastore.Existing("global-cache", "8.1", Large, shards);
}
