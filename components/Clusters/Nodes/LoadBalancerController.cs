using System.Collections.Immutable;
using Platform.Components.Identity;
using Pulumi.Aws.Eks;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;

namespace Platform.Components.Clusters.Nodes;

/// <summary>
/// The controller that registers pods with target groups; Auto Mode has it built in. It makes no load balancers: CDN, firewall and
/// alarms need theirs before any pod runs. So it may register targets of this cluster, and change nothing else.
/// </summary>
internal static class LoadBalancerController
{
    private const string ServiceAccount = "aws-load-balancer-controller";

    // Source: github.com/aws/eks-charts, release of 2026-05-05.
    private const string ChartVersion = "3.3.0";

    public static Resource Install(ClusterSite site, Resource[] after)
    {
        var account = site.Owner.Account;
        var pod = site.Roles.Pod("targets", site.Cluster.Arn, "kube-system", ServiceAccount);
        var grants = site.Roles.Grant("targets", pod.Role,
            new(
                "FindTargets",
                "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth", "ec2:DescribeVpcs",
                "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups", "ec2:DescribeInstances", "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeAvailabilityZones")
            {
                Resources = ["*"],                        // none of these takes a resource
            },
            new("RegisterTargets", "elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets")
            {
                Resources = [Output.Format($"arn:{account.Partition}:elasticloadbalancing:{account.Region}:{account.Id}:targetgroup/*/*")],
                Conditions = [new Condition("StringEquals", $"aws:ResourceTag/{KubernetesCluster.TargetGroupTag}", site.Cluster.Name)],
            });

        var identity = new PodIdentityAssociation($"{site.Name}-targets", new()
        {
            ClusterName = site.Cluster.Name,
            Namespace = "kube-system",
            ServiceAccount = ServiceAccount,
            RoleArn = pod.Role.Arn,
        }, site.After(grants));

        return new Release($"{site.Name}-targets", new ReleaseArgs
        {
            Name = ServiceAccount,
            Namespace = "kube-system",
            Chart = ServiceAccount,
            Version = ChartVersion,
            RepositoryOpts = new RepositoryOptsArgs { Repo = "https://aws.github.io/eks-charts" },
            Atomic = true,
            Timeout = 600,
            Values =
            {
                { "clusterName", site.Cluster.Name.Apply(name => (object)name) },

                // It would ask the node's metadata service for both, which pods cannot reach.
                { "region", site.Cluster.Region.Apply(region => (object)region) },
                { "vpcId", site.Args.Network.VpcId.Apply(id => (object)id) },
                { "replicaCount", 2 },
                { "enableServiceMutatorWebhook", false },
                { "createIngressClassResource", false },
                { "serviceAccount", ImmutableDictionary<string, object>.Empty.Add("create", true).Add("name", ServiceAccount) },
            },
        }, site.InCluster([.. after, identity]));
    }
}
