using System.Globalization;
using System.Text.Json.Nodes;
using Platform.Components.Clusters.Access;
using Platform.Components.Clusters.Health;
using Platform.Components.Network;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace Platform.Components.Clusters.Nodes;

/// <summary>Nodes in a managed group, and the add-ons in the order they need each other.</summary>
internal static class ManagedNodeGroup
{
    /// <summary>Share of the nodes an update may take at once.</summary>
    public const int UnavailablePercent = 33;

    /// <summary>Registers them; what a workload must wait for.</summary>
    public static Resource[] Build(ClusterSite site, ManagedNodes nodes)
    {
        // Before any node: a node without a network never becomes ready, and prefixes are delegated to new nodes only.
        var agent = site.Install(AddOn.PodIdentityAgent, []);
        var network = site.Install(AddOn.VpcCni, [agent],
            ("aws-node", site.Roles.Pod("vpc-cni", site.Cluster.Arn, "kube-system", "aws-node", "AmazonEKS_CNI_Policy")), NetworkSettings);
        var proxy = site.Install(AddOn.KubeProxy, []);

        var group = Group(site, nodes, [agent, network, proxy, .. site.Roles.NodeReady]);

        NodeHours.Register(site, nodes, group);

        // After the first node: their pods must run somewhere before the add-on counts as installed.
        var dns = site.Install(AddOn.CoreDns, [group]);
        var metrics = site.Install(AddOn.MetricsServer, [group, dns]);
        var secrets = site.Install(AddOn.SecretsStore, [group, dns]);
        var insights = ClusterInsights.Install(site, [group, dns]);
        var targets = LoadBalancerController.Install(site, [group, dns]);
        var volumes = ClusterObjects.Volumes(site, "ebs.csi.aws.com", Volumes(site, group));
        Resource[] grown = nodes.Karpenter is { } karpenter ? [KarpenterNodes.Build(site, nodes, karpenter, [group, dns])] : [];
        return [group, dns, metrics, secrets, insights, targets, volumes, .. grown, .. ClusterObjects.Priorities(site)];
    }

    private static JsonObject NetworkSettings => new()
    {
        ["enableNetworkPolicy"] = "true",
        ["env"] = new JsonObject { ["ENABLE_PREFIX_DELEGATION"] = "true", ["WARM_PREFIX_TARGET"] = "1" },
    };

    private static Addon Volumes(ClusterSite site, NodeGroup group)
    {
        const string ServiceAccount = "ebs-csi-controller-sa";
        var pod = site.Roles.Pod("ebs-csi", site.Cluster.Arn, "kube-system", ServiceAccount, "service-role/AmazonEBSCSIDriverPolicy");
        var key = site.Roles.Grant("ebs-csi", pod.Role, ClusterPermissions.Volumes(site.Args.DataKeyArn));
        var tags = new JsonObject(site.Tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value)));
        return site.Install(AddOn.EbsCsiDriver, [group, key], (ServiceAccount, pod), new() { ["controller"] = new JsonObject { ["extraVolumeTags"] = tags } });
    }

    private static NodeGroup Group(ClusterSite site, ManagedNodes nodes, Resource[] after)
    {
        var template = NodeTemplate.Of(site, nodes);
        var args = new NodeGroupArgs
        {
            ClusterName = site.Cluster.Name,
            NodeRoleArn = site.Roles.Node.Arn,
            SubnetIds = site.Args.Network.SubnetIds(SubnetTier.Private),
            Version = site.Args.Version,
            InstanceTypes = nodes.InstanceTypes.ToArray(),
            AmiType = Image(nodes),
            CapacityType = nodes.Spot ? "SPOT" : "ON_DEMAND",
            ScalingConfig = new NodeGroupScalingConfigArgs { MinSize = nodes.Min, MaxSize = nodes.Max, DesiredSize = nodes.Min },
            UpdateConfig = new NodeGroupUpdateConfigArgs { MaxUnavailablePercentage = UnavailablePercent },
            NodeRepairConfig = new NodeGroupNodeRepairConfigArgs { Enabled = true },
            LaunchTemplate = new NodeGroupLaunchTemplateArgs
            {
                Id = template.Id,
                Version = template.LatestVersion.Apply(version => version.ToString(CultureInfo.InvariantCulture)),
            },
        };

        if (nodes.Release is { } release)
        {
            args.ReleaseVersion = release;
        }

        return new NodeGroup($"{site.Name}-nodes", args, new()
        {
            Parent = site.Owner,
            DependsOn = after,
            IgnoreChanges = ["scalingConfig.desiredSize"],       // an operator or a schedule owns it once the group runs
        });
    }

    private static string Image(ManagedNodes nodes) => (nodes.Bottlerocket, nodes.Architecture) switch
    {
        (true, NodeArchitecture.Arm64) => "BOTTLEROCKET_ARM_64",
        (true, _) => "BOTTLEROCKET_x86_64",
        (_, NodeArchitecture.Arm64) => "AL2023_ARM_64_STANDARD",
        _ => "AL2023_x86_64_STANDARD",
    };
}
