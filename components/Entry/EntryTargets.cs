using Platform.Components.Clusters;
using Platform.Components.Naming;
using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;

namespace Platform.Components.Entry;

/// <summary>The group of targets behind a <see cref="WebLoadBalancer"/>.</summary>
internal static class EntryTargets
{
    public static TargetGroup Register(
        string name, Input<string> vpcId, int port, string healthPath, TargetKind kind, CustomResourceOptions child, string? podsOf = null)
    {
        var group = new TargetGroupArgs
        {
            // The port is part of the name: a new port means a new group, and the old one must keep its name until it is gone.
            Name = AwsName.Of($"{name}-{port}", NameRule.TargetGroup),
            VpcId = vpcId,
            Port = port,
            Protocol = "HTTP",
            TargetType = kind == TargetKind.Address ? "ip" : "instance",
            DeregistrationDelay = 30,
            LoadBalancingAlgorithmType = "least_outstanding_requests",
            HealthCheck = new TargetGroupHealthCheckArgs
            {
                Enabled = true,
                Protocol = "HTTP",
                Path = healthPath,
                Matcher = "200",
                Interval = 15,
                Timeout = 5,
                HealthyThreshold = 2,
                UnhealthyThreshold = 3,
            },
            TargetGroupHealth = new TargetGroupTargetGroupHealthArgs
            {
                DnsFailover = new TargetGroupTargetGroupHealthDnsFailoverArgs
                {
                    MinimumHealthyTargetsCount = "1",
                    MinimumHealthyTargetsPercentage = "off",
                },
                UnhealthyStateRouting = new TargetGroupTargetGroupHealthUnhealthyStateRoutingArgs
                {
                    MinimumHealthyTargetsCount = 1,
                    MinimumHealthyTargetsPercentage = "off",
                },
            },
        };
        if (podsOf is not null)
        {
            group.Tags[KubernetesCluster.TargetGroupTag] = podsOf;
        }

        return new TargetGroup(name, group, child);
    }
}
