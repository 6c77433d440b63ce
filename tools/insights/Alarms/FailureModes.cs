using System.Collections.Frozen;

namespace Platform.Insights.Alarms;

/// <summary>What can fail while it runs, and for what nobody need be told of, why.</summary>
public static class FailureModes
{
    /// <summary>Types an alarm must see.</summary>
    private static readonly FrozenSet<string> Watched = new[]
    {
        "aws:acm/certificate:Certificate", "aws:autoscaling/group:Group", "aws:cloudfront/distribution:Distribution", "aws:dynamodb/table:Table",
        "aws:ec2/instance:Instance", "aws:ec2/natGateway:NatGateway", "aws:ecs/service:Service", "aws:eks/cluster:Cluster",
        "aws:elasticache/replicationGroup:ReplicationGroup", "aws:elasticache/serverlessCache:ServerlessCache", "aws:lambda/function:Function",
        "aws:lb/loadBalancer:LoadBalancer", "aws:lb/targetGroup:TargetGroup",
        "aws:rds/instance:Instance", "aws:rds/cluster:Cluster", "aws:rds/proxy:Proxy", "aws:route53/healthCheck:HealthCheck", "aws:sqs/queue:Queue",
        "aws:wafv2/webAcl:WebAcl", "kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:StatefulSet",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Types that are seen through their component: one of its alarms goes off when they fail.</summary>
    private static readonly FrozenDictionary<string, string> ThroughComponent = new Dictionary<string, string>
    {
        ["aws:eks/addon:Addon"] = "its pods run on the nodes of the cluster, whose alarms see them",
        ["aws:eks/nodeGroup:NodeGroup"] = "its nodes are those of the cluster, whose alarms see them",
        ["aws:s3/bucketReplicationConfig:BucketReplicationConfig"] = "copies that fail are counted by the rule, which an alarm of its component sees",
        ["aws:rds/clusterInstance:ClusterInstance"] = "a member of its cluster, whose alarms see the worst of them",
        ["aws:elasticache/cluster:Cluster"] = "a node of its group, whose alarms see the worst of them",
        ["aws:ec2/launchTemplate:LaunchTemplate"] = "machines that do not start are missing, which an alarm of the group sees",
        ["aws:ecs/taskDefinition:TaskDefinition"] = "tasks that do not start are missing, which an alarm of the service sees",
        ["kubernetes:autoscaling/v2:HorizontalPodAutoscaler"] = "a workload that does not grow computes too much, which an alarm sees",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What there is to say about a type.</summary>
    public static FailureMode Of(string type) =>
        Watched.Contains(type) ? new(Fails.Itself, "")
        : ThroughComponent.TryGetValue(type, out var through) ? new(Fails.WithItsComponent, through)
        : QuietTypes.Reason(type) is { } reason ? new(Fails.Quietly, reason)
        : new(Fails.NobodyDecided, "nobody has decided whether it can fail; add the type to FailureModes");
}

/// <summary>How something fails.</summary>
public enum Fails
{
    /// <summary>While it runs, so that an alarm must see it.</summary>
    Itself,

    /// <summary>So that an alarm of its component sees it.</summary>
    WithItsComponent,

    /// <summary>So that nobody need be told, for a reason.</summary>
    Quietly,

    /// <summary>In a way nobody has thought about.</summary>
    NobodyDecided,
}

/// <summary>How a type fails, and why that is so.</summary>
/// <param name="Fails">How.</param>
/// <param name="Reason">Why an alarm of its own is not needed; empty where it is.</param>
public sealed record FailureMode(Fails Fails, string Reason);
