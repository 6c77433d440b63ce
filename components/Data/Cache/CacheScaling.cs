using Pulumi.Aws.AppAutoScaling;
using Pulumi.Aws.AppAutoScaling.Inputs;
using Pulumi.Aws.ElastiCache;

namespace Platform.Components.Data.Cache;

/// <summary>
/// Shards and replicas that come and go with the load. Source of names and bounds: ElastiCache user guide, auto scaling; a target must be
/// between 35 and 70 %.
/// </summary>
internal static class CacheScaling
{
    private const string Namespace = "elasticache";
    private const int CpuPercent = 60;
    private const int MemoryPercent = 70;

    // Moving keys to a new shard takes minutes and costs CPU; a new move too soon after undoes what the first was for.
    private const int CooldownSeconds = 600;

    /// <summary>What a deployment must not take back.</summary>
    public static CustomResourceOptions Leaves(ValkeyCacheArgs args)
    {
        var options = new CustomResourceOptions();
        if (args.MaxShards is not null)
        {
            options.IgnoreChanges.Add("numNodeGroups");
        }

        if (args.MaxNodes is not null)
        {
            options.IgnoreChanges.Add("replicasPerNodeGroup");
        }

        return options;
    }

    public static void Register(string name, ValkeyCacheArgs args, ReplicationGroup group, CustomResourceOptions child)
    {
        if (args.MaxShards is { } shards)
        {
            // On nodes that keep part of the keys on disk, full memory is as it should be.
            var isTiered = args.NodeType!.StartsWith("cache.r6gd.", StringComparison.Ordinal);
            Scale("shards", "NodeGroups", args.Shards!.Value, shards,
                ("cpu", "ElastiCachePrimaryEngineCPUUtilization", CpuPercent),
                ("memory", isTiered ? "ElastiCacheDatabaseCapacityUsageCountedForEvictPercentage" : "ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage", MemoryPercent));
        }

        if (args.MaxNodes is { } nodes)
        {
            Scale("replicas", "Replicas", args.Nodes!.Value - 1, nodes - 1, ("cpu", "ElastiCacheReplicaEngineCPUUtilization", CpuPercent));
        }

        void Scale(string what, string dimension, int min, int max, params (string Key, string Metric, int Percent)[] tracked)
        {
            var target = new Target($"{name}-{what}", new()
            {
                ServiceNamespace = Namespace,
                ScalableDimension = $"elasticache:replication-group:{dimension}",
                ResourceId = Output.Format($"replication-group/{group.ReplicationGroupId}"),
                MinCapacity = min,
                MaxCapacity = max,
            }, child);
            foreach (var (key, metric, percent) in tracked)
            {
                new Policy($"{name}-{what}-{key}", new()
                {
                    PolicyType = "TargetTrackingScaling",
                    ServiceNamespace = target.ServiceNamespace,
                    ScalableDimension = target.ScalableDimension,
                    ResourceId = target.ResourceId,
                    TargetTrackingScalingPolicyConfiguration = new PolicyTargetTrackingScalingPolicyConfigurationArgs
                    {
                        TargetValue = percent,
                        ScaleInCooldown = CooldownSeconds,
                        ScaleOutCooldown = CooldownSeconds,
                        PredefinedMetricSpecification = new PolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecificationArgs { PredefinedMetricType = metric },
                    },
                }, child);
            }
        }
    }
}
