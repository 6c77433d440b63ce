using Platform.Components.Observability;

namespace Platform.Components.Data.Cache;

/// <summary>What ElastiCache does not have, found before it is asked, each with the way out.</summary>
internal static class CacheProblems
{
    // Sources: ElastiCache user guide, quotas ("Nodes per cluster with cluster mode enabled": 90, up to 500 on request) and auto scaling.
    private const int Quota = 90;
    private const int MostNodes = 500;
    private static readonly string[] ScalingSizes = ["large", "xlarge", "2xlarge"];

    public static IReadOnlyList<string> Of(ValkeyCacheArgs args) =>
    [
        .. Engine(args),
        .. args.Serverless is null ? NodeBased(args) : Serverless(args),
        .. Replicated(args),
    ];

    private static IEnumerable<string> Engine(ValkeyCacheArgs args)
    {
        if (args.Version is not ("7.2" or [>= '8' and <= '9', '.', >= '0' and <= '9']))
        {
            yield return $"version is '{args.Version}', but must be a Valkey version such as 8.1; 7.2 or newer.";
        }

        if (args.SnapshotDays is < 0 or > 35)
        {
            yield return $"snapshotDays is {args.SnapshotDays}, but must be 0 to 35.";
        }

        if (!LogRetention.Days.Contains(args.LogRetentionDays))
        {
            yield return $"logRetentionDays is {args.LogRetentionDays}, but must be one of {string.Join(", ", LogRetention.Days)}.";
        }
    }

    private static IEnumerable<string> NodeBased(ValkeyCacheArgs args)
    {
        if (args.NodeType?.StartsWith("cache.", StringComparison.Ordinal) != true)
        {
            yield return $"nodeType is '{args.NodeType}', but must name a node type such as cache.t4g.micro.";
        }

        if (args.Nodes is not (>= 1 and <= 6))
        {
            yield return $"nodes is {args.Nodes?.ToString(Culture) ?? "not set"}, but must be 1 to 6.";
        }

        foreach (var problem in Sharded(args))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Sharded(ValkeyCacheArgs args)
    {
        var quota = args.NodeQuota ?? Quota;
        if (quota is < Quota or > MostNodes)
        {
            yield return $"nodeQuota is {quota}, but AWS gives every account {Quota} nodes for a cache with shards, and {MostNodes} at most.";
        }

        if (args.Shards is < 1 or > MostNodes)
        {
            yield return $"shards is {args.Shards}, but must be 1 to {MostNodes}.";
        }

        if (args.Shards is null && (args.MaxShards ?? args.MaxNodes ?? args.NodeQuota) is not null)
        {
            yield return "maxShards, maxNodes and nodeQuota need shards: ElastiCache scales caches in cluster mode only. Set shards to 1 or more, or leave them out.";
        }

        var most = (args.MaxShards ?? args.Shards ?? 1) * (args.MaxNodes ?? args.Nodes ?? 1);
        if (args.Shards is not null && most > quota && quota is >= Quota and <= MostNodes)
        {
            yield return $"shards × nodes is {most} at most, but the quota is {quota}. Take fewer, or have AWS raise 'Nodes per cluster with cluster mode enabled' and set nodeQuota.";
        }

        foreach (var problem in args.Shards is not null && (args.MaxShards ?? args.MaxNodes) is not null ? Scaled(args) : [])
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Scaled(ValkeyCacheArgs args)
    {
        if (args.MaxShards < args.Shards)
        {
            yield return $"maxShards is {args.MaxShards}, but shards is {args.Shards}; set more, or leave it out.";
        }

        if (args.MaxNodes is { } nodes && (nodes > 6 || nodes < args.Nodes || args.Nodes < 2))
        {
            yield return $"maxNodes is {nodes}, but must be between nodes ({args.Nodes}) and 6, and nodes 2 or more: ElastiCache scales replicas from one on.";
        }

        if (args.NodeType!.Split('.') is not [_, var family, var size] || !GlobalDatastore.Families.Contains(family) || !ScalingSizes.Contains(size))
        {
            yield return $"nodeType is '{args.NodeType}', but ElastiCache scales nodes of size {string.Join(", ", ScalingSizes)} of the families "
                + $"{string.Join(", ", GlobalDatastore.Families)} only. Choose one such as cache.r7g.large, or leave out maxShards and maxNodes.";
        }

        if (args.Global == true || args.Follows is not null)
        {
            yield return "maxShards and maxNodes are set, but ElastiCache scales no member of a Global Datastore. Set shards for the highest load, or give up the copy in another region.";
        }
    }

    private static IEnumerable<string> Serverless(ValkeyCacheArgs args)
    {
        if (args.NodeType is not null || (args.Nodes ?? args.Shards ?? args.MaxShards ?? args.MaxNodes ?? args.NodeQuota) is not null)
        {
            yield return "serverless is set together with nodeType, nodes, shards, maxShards, maxNodes or nodeQuota, but AWS chooses the nodes of a serverless cache. Leave out the one or the others.";
        }

        if (args.Network.Zones.Count is not (2 or 3))
        {
            yield return $"the network has {args.Network.Zones.Count} zones, but a serverless cache takes 2 or 3.";
        }

        foreach (var problem in args.Serverless!.Problems())
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Replicated(ValkeyCacheArgs args)
    {
        if (args.Global != true && args.Follows is null)
        {
            yield break;
        }

        if (args.Global == true && args.Follows is not null)
        {
            yield return "global and follows are both set, but a cache is the first of a Global Datastore or follows one. Set one of the two.";
        }

        if (args.Serverless is not null)
        {
            yield return "serverless is set, but a Global Datastore takes caches with nodes only. Set nodeType, such as cache.r7g.large, and nodes; or leave the other "
                + "region a cache of its own, which fills itself after a failover.";
            yield break;
        }

        if (args.NodeType is { } type && GlobalDatastore.Problem(type) is { } problem)
        {
            yield return problem;
        }

        foreach (var difference in args.Follows?.Problems(args) ?? [])
        {
            yield return difference;
        }
    }

    private static IFormatProvider Culture => System.Globalization.CultureInfo.InvariantCulture;
}
