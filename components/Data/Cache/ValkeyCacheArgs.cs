using Platform.Components.Network;

namespace Platform.Components.Data.Cache;

/// <summary>What a caller may choose; <see cref="ValkeyCache"/> decides the rest.</summary>
public sealed class ValkeyCacheArgs : ResourceArgs
{
    /// <summary>Network to run in, on its isolated subnets.</summary>
    public required INetwork Network { get; init; }

    /// <summary>Valkey version, major and minor, such as <c>8.1</c>; 7.2 or newer.</summary>
    [Input("version", required: true)] public required string Version { get; init; }

    /// <summary>Size of a node, such as <c>cache.t4g.micro</c>.</summary>
    [Input("nodeType", required: true)] public required string NodeType { get; init; }

    /// <summary>Nodes, 1 to 6; with 2 or more, one takes over when the first fails.</summary>
    [Input("nodes", required: true)] public required int Nodes { get; init; }

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
    /// Global Datastore to follow, by <see cref="ValkeyCache.GlobalId"/> of a cache in another region; version and node type must be that
    /// cache's. Default: none.
    /// </summary>
    [Input("follows")] public Input<string>? Follows { get; init; }

    /// <summary>Whether a last snapshot, and its secret, survive its deletion. Default: true.</summary>
    [Input("protected")] public bool? Protected { get; init; }
}
