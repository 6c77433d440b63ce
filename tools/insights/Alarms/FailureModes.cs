using System.Collections.Frozen;

namespace Platform.Insights.Alarms;

/// <summary>What can fail while it runs, and for what nobody need be told of, why.</summary>
public static class FailureModes
{
    private const string Settings = "a setting: it is wrong or right when it is deployed, and policies judge it";
    private const string Asked = "answers whoever asks it, whose failing requests are seen there";

    /// <summary>Types an alarm must see.</summary>
    private static readonly FrozenSet<string> Watched = new[]
    {
        "aws:acm/certificate:Certificate", "aws:autoscaling/group:Group", "aws:cloudfront/distribution:Distribution", "aws:dynamodb/table:Table",
        "aws:ec2/instance:Instance", "aws:ec2/natGateway:NatGateway", "aws:ecs/service:Service", "aws:eks/cluster:Cluster",
        "aws:elasticache/replicationGroup:ReplicationGroup", "aws:lb/loadBalancer:LoadBalancer", "aws:lb/targetGroup:TargetGroup",
        "aws:rds/instance:Instance", "aws:rds/cluster:Cluster", "aws:rds/proxy:Proxy", "aws:route53/healthCheck:HealthCheck", "aws:sqs/queue:Queue",
        "aws:wafv2/webAcl:WebAcl", "kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:StatefulSet",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Types that are seen through their component: one of its alarms goes off when they fail.</summary>
    private static readonly FrozenDictionary<string, string> ThroughComponent = new Dictionary<string, string>
    {
        ["aws:eks/addon:Addon"] = "its pods run on the nodes of the cluster, whose alarms see them",
        ["aws:eks/nodeGroup:NodeGroup"] = "its nodes are those of the cluster, whose alarms see them",
        ["aws:elasticache/cluster:Cluster"] = "a node of its group, whose alarms see the worst of them",
        ["aws:ec2/launchTemplate:LaunchTemplate"] = "machines that do not start are missing, which an alarm of the group sees",
        ["aws:ecs/taskDefinition:TaskDefinition"] = "tasks that do not start are missing, which an alarm of the service sees",
        ["kubernetes:autoscaling/v2:HorizontalPodAutoscaler"] = "a workload that does not grow computes too much, which an alarm sees",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Types, or beginnings of types, for which there is a reason to have no alarm.</summary>
    private static readonly (string Type, string Reason)[] Quiet =
    [
        ("aws:cloudwatch/", "watches or stores itself; AWS runs it"),
        ("aws:lambda/function:Function", "runs within a release or a schedule that fails with it"),
        ("aws:lambda/", Settings),
        ("aws:kms/", "AWS runs keys in every zone; use and deletion are in the trail of the account"),
        ("aws:s3/bucket:Bucket", "AWS keeps objects in three zones; " + Asked),
        ("aws:s3/", Settings),
        ("aws:secretsmanager/", "AWS keeps secrets in every zone; " + Asked),
        ("aws:ssm/", Settings),
        ("aws:sns/", "AWS runs topics in every zone; a message that cannot be delivered is tried again"),
        ("aws:route53/", "AWS promises that it always answers; names that lead nowhere are seen by probes from outside"),
        ("aws:ecr/", "AWS keeps images in three zones; a task that cannot pull one is missing"),
        ("aws:eks/", Settings),
        ("aws:ecs/", Settings),
        ("aws:ec2/vpcEndpoint", "AWS runs it in every zone; " + Asked),
        ("aws:ec2/flowLog:FlowLog", "records for later; a gap harms nobody at once"),
        ("aws:ec2/", Settings),
        ("aws:vpc/", Settings),
        ("aws:ebs/", Settings),
        ("aws:lb/", Settings),
        ("aws:rds/", Settings),
        ("aws:elasticache/", Settings),
        ("aws:iam/", Settings),
        ("aws:wafv2/", Settings),
        ("aws:cloudfront/", Settings),
        ("aws:acm/", Settings),
        ("aws:autoscaling/", Settings),
        ("aws:appautoscaling/", "a service that does not grow computes too much, which an alarm sees"),
        ("aws:scheduler/", "a schedule that does not run leaves what it is for in the state it had, which the alarms of that see"),
        ("aws:codedeploy/", "takes part in releases, which fail with it"),
        ("aws:synthetics/", "is itself the probe; one that does not run is missing data, which counts as down"),
        ("aws:cloudtrail/", "AWS runs it; switching it off is an alarm of its own where the trail is watched"),
        ("aws:guardduty/", "finds; AWS runs it"),
        ("aws:securityhub/", "gathers findings; AWS runs it"),
        ("aws:inspector", "scans; AWS runs it"),
        ("aws:accessanalyzer/", "finds; AWS runs it"),
        ("aws:cfg/", "records changes; AWS runs it"),
        ("aws:detective/", "finds; AWS runs it"),
        ("aws:macie", "finds; AWS runs it"),
        ("aws:shield/", Settings),
        ("aws:account/", Settings),
        ("aws:budgets/", "tells by itself when money runs out"),
        ("aws:costexplorer/", "tells by itself when money runs out"),
        ("aws:bcmdata/", "a report for later; a gap harms nobody at once"),
        ("aws:backup/", "a job that fails is told by the notifications of its vault"),
        ("aws:fis/", "runs when somebody starts a drill, who watches it"),
        ("aws:resiliencehub/", "judges; AWS runs it"),
        ("aws:arcregionswitch/", "runs when somebody starts a recovery, who watches it"),
        ("aws:route53recovery", Settings),
        ("aws:dynamodb/", Settings),
        ("aws:sqs/", Settings),
        ("aws:xray/", Settings),
        ("aws:amp/", "AWS runs it; an empty one is seen by the heartbeat of its rules"),
        ("aws:grafana/", "shows; nobody is harmed while it does not"),
        ("kubernetes:core/v1:", Settings),
        ("kubernetes:apps/v1:DaemonSet", "one on each node; what it does for others is seen there"),
        ("kubernetes:", Settings),
        ("random:", "a value in the state"),
        ("pulumi:", "no resource of the cloud"),
    ];

    /// <summary>What there is to say about a type.</summary>
    public static FailureMode Of(string type) =>
        Watched.Contains(type) ? new(Fails.Itself, "")
        : ThroughComponent.TryGetValue(type, out var through) ? new(Fails.WithItsComponent, through)
        : Quiet.FirstOrDefault(entry => type.StartsWith(entry.Type, StringComparison.Ordinal)) is { Reason: { } reason } ? new(Fails.Quietly, reason)
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
