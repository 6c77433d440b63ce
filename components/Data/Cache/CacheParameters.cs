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

    public static ParameterGroupParameterArgs[] All { get; } =
        [.. Settings.Select(setting => new ParameterGroupParameterArgs { Name = setting.Name, Value = setting.Value })];
}
