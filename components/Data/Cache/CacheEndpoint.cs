using System.Collections.Immutable;
using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Data.Cache;

/// <summary>What a cache is to the rest of the platform, whichever form it has.</summary>
/// <param name="Host">Where clients connect.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="IsCluster">Whether clients must ask it which node has a key: the protocol of a cluster.</param>
internal sealed record CacheEndpoint(Output<string> Host, Output<string> Arn, bool IsCluster)
{
    /// <summary>What it tells about its health.</summary>
    public required IReadOnlyList<Signal> Signals { get; init; }

    /// <summary>What may be counted on.</summary>
    public IReadOnlyList<Objective> Objectives { get; init; } = [];

    /// <summary>Environment variables that say where and how to connect.</summary>
    public ImmutableDictionary<string, Input<string>> Environment(int port)
    {
        var where = ImmutableDictionary<string, Input<string>>.Empty
            .Add("CACHE_HOST", Host)
            .Add("CACHE_PORT", $"{port}")
            .Add("CACHE_USER", CacheUsers.AppUser);
        return IsCluster ? where.Add("CACHE_CLUSTER", "true") : where;
    }
}
