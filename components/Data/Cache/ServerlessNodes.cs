using Platform.Components.Naming;
using Platform.Components.Network;
using Pulumi.Aws.ElastiCache;
using Pulumi.Aws.ElastiCache.Inputs;

namespace Platform.Components.Data.Cache;

/// <summary>
/// A cache without nodes to choose: AWS adds what the load asks for, up to the limits. It always speaks TLS and the protocol of a cluster,
/// stands in several zones, and has neither parameters nor logs of its own to set.
/// </summary>
internal static class ServerlessNodes
{
    public static CacheEndpoint Register(string name, ValkeyCacheArgs args, ClientAccess access, CacheUsers users, CustomResourceOptions child)
    {
        var limits = args.Serverless!;
        var storage = new ServerlessCacheCacheUsageLimitsDataStorageArgs { Unit = "GB", Maximum = limits.MaxStorageGB };
        var units = new ServerlessCacheCacheUsageLimitsEcpuPerSecondArgs { Maximum = limits.MaxEcpuPerSecond };
        if (limits.MinStorageGB is { } gigabytes)
        {
            storage.Minimum = gigabytes;
        }

        if (limits.MinEcpuPerSecond is { } least)
        {
            units.Minimum = least;
        }

        // The provider takes no last snapshot when it deletes one; protection and retention are what keep the data.
        var cache = new ServerlessCache(name, new()
        {
            Name = AwsName.Of(name, NameRule.ReplicationGroup),
            Description = "Cache",
            Engine = "valkey",
            MajorEngineVersion = $"{args.Version[0]}",
            CacheUsageLimits = new ServerlessCacheCacheUsageLimitsArgs { DataStorage = storage, EcpuPerSeconds = { units } },
            SubnetIds = args.Network.SubnetIds(SubnetTier.Isolated),
            SecurityGroupIds = { access.ServerGroupId },
            UserGroupId = users.GroupId,
            KmsKeyId = args.KeyArn,
            SnapshotRetentionLimit = args.SnapshotDays,
            DailySnapshotTime = args.SnapshotDays > 0 ? "02:00" : (Input<string>?)null,
        }, CustomResourceOptions.Merge(child, Stateful.Options(args.Protected)));

        return new(cache.Endpoints.Apply(endpoints => endpoints[0].Address!), cache.Arn, IsCluster: true)
        {
            Signals = ServerlessSignals.Of(cache.Name, limits),
            Objectives = [DataObjectives.Hits("clusterId", [cache.Name])],
        };
    }
}
