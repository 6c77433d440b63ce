using System.Collections.Immutable;
using Platform.Components.Network;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Iam;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;

namespace Platform.Components.Clusters.Nodes;

/// <summary>
/// Karpenter on the nodes of a managed group, and the nodes it starts: as hardened as the group's, of the same image, under the same role, so
/// that the entry EKS made for the group's role admits them.
/// </summary>
internal static class KarpenterNodes
{
    private const string ServiceAccount = "karpenter";
    private const string Pool = "platform";
    private const string Registry = "oci://public.ecr.aws/karpenter";

    // Source: karpenter.sh, documentation of v1.15, its newest release on 2026-11-21; it supports both versions of ClusterRelease.
    private const string ChartVersion = "1.15.0";

    /// <summary>Registers them; what a workload must wait for.</summary>
    public static Resource Build(ClusterSite site, ManagedNodes nodes, Karpenter karpenter, Resource[] after)
    {
        var queue = KarpenterQueue.Register(site);
        var controller = Controller(site, queue, after);
        var profile = new InstanceProfile($"{site.Name}-nodes", new() { Role = site.Roles.Node.Name }, site.After(site.Roles.NodeReady));
        var nodeClass = new CustomObject($"{site.Name}-node-class", new("karpenter.k8s.aws/v1", "EC2NodeClass")
        {
            Metadata = new() { Name = Pool },
            Spec = NodeClass(site, nodes, profile),
        }, site.InCluster(controller));
        return new CustomObject($"{site.Name}-node-pool", new("karpenter.sh/v1", "NodePool")
        {
            Metadata = new() { Name = Pool },
            Spec = NodePool(nodes, karpenter),
        }, site.InCluster(nodeClass));
    }

    /// <summary>The definitions by a chart of their own: Helm never updates those that a chart merely carries.</summary>
    private static Release Controller(ClusterSite site, Pulumi.Aws.Sqs.Queue queue, Resource[] after)
    {
        var pod = site.Roles.Pod(ServiceAccount, site.Cluster.Arn, "kube-system", ServiceAccount);
        var identity = new PodIdentityAssociation($"{site.Name}-{ServiceAccount}", new()
        {
            ClusterName = site.Cluster.Name,
            Namespace = "kube-system",
            ServiceAccount = ServiceAccount,
            RoleArn = pod.Role.Arn,
        }, site.After(site.Roles.Grant(ServiceAccount, pod.Role, KarpenterPermissions.Of(site, queue.Arn))));
        var definitions = new Release($"{site.Name}-karpenter-crd", Chart("karpenter-crd"), site.InCluster(after));

        var chart = Chart("karpenter");
        chart.SkipCrds = true;
        chart.Values.Add("replicas", 2);
        chart.Values.Add("serviceAccount", Map(("create", true), ("name", ServiceAccount)));
        chart.Values.Add("settings", Output.Tuple(site.Cluster.Name, queue.Name).Apply(names => (object)Map(("clusterName", names.Item1), ("interruptionQueue", names.Item2))));

        // It would ask the node's metadata service, which pods cannot reach.
        chart.Values.Add("controller", site.Cluster.Region.Apply(region => (object)Map(
            ("env", List(Map(("name", "AWS_REGION"), ("value", region)))),
            ("resources", Map(
                ("requests", Map(("cpu", "500m"), ("memory", "1Gi"))),
                ("limits", Map(("memory", "1Gi"))))))));
        return new Release($"{site.Name}-karpenter", chart, site.InCluster([.. after, definitions, identity]));
    }

    private static ReleaseArgs Chart(string name) => new()
    {
        Name = name,
        Namespace = "kube-system",
        Chart = $"{Registry}/{name}",
        Version = ChartVersion,
        Atomic = true,
        Timeout = 600,
    };

    private static InputMap<object> NodeClass(ClusterSite site, ManagedNodes nodes, InstanceProfile profile) => new()
    {
        { "amiSelectorTerms", List(Map(("alias", Image(nodes)))) },
        { "instanceProfile", profile.Name.Apply(name => (object)name) },
        { "subnetSelectorTerms", site.Args.Network.SubnetIds(SubnetTier.Private).Apply(ids => (object)List([.. ids.Select(id => Map(("id", id)))])) },
        {
            "securityGroupSelectorTerms", Output
                .All([site.Owner.SecurityGroupId, .. site.Args.Uses.Select(use => use.ClientSecurityGroupId)])
                .Apply(ids => (object)List([.. ids.Select(id => Map(("id", id)))]))
        },
        {
            // A pod is one hop further away: it cannot become its node.
            "metadataOptions", Map(("httpEndpoint", "enabled"), ("httpProtocolIPv6", "disabled"), ("httpPutResponseHopLimit", 1), ("httpTokens", "required"))
        },
        {
            "blockDeviceMappings", site.Args.DataKeyArn.Apply(key => (object)(nodes.Bottlerocket
                ? List(Disk("/dev/xvda", 4, key), Disk("/dev/xvdb", nodes.DiskGiB, key))
                : List(Disk("/dev/xvda", nodes.DiskGiB, key))))
        },
        { "detailedMonitoring", true },
        { "tags", site.Args.Tags.ToImmutableDictionary(tag => tag.Key, tag => (object)tag.Value) },
    };

    private static InputMap<object> NodePool(ManagedNodes nodes, Karpenter karpenter) => new()
    {
        {
            "template", Map(("spec", Map(
                ("nodeClassRef", Map(("group", "karpenter.k8s.aws"), ("kind", "EC2NodeClass"), ("name", Pool))),
                ("expireAfter", "336h"),                  // two weeks: a node is patched by being replaced
                ("requirements", List(
                    Requirement("karpenter.sh/capacity-type", karpenter.Spot ? ["spot", "on-demand"] : ["on-demand"]),
                    Requirement("kubernetes.io/arch", [nodes.Architecture.Label]),
                    Requirement("karpenter.k8s.aws/instance-category", ["c", "m", "r"]))))))
        },
        { "limits", Map(("cpu", $"{karpenter.MaxCpus}")) },
        {
            "disruption", Map(
                ("consolidationPolicy", "WhenEmptyOrUnderutilized"),
                ("consolidateAfter", "60s"),
                ("budgets", List(Map(("nodes", "10%")))))
        },
    };

    /// <summary>The group's release as Karpenter names it: Amazon Linux by its day, Bottlerocket by its version.</summary>
    private static string Image(ManagedNodes nodes)
    {
        var parts = nodes.Release!.Split('-');
        return nodes.Bottlerocket ? $"bottlerocket@v{parts[0]}" : $"al2023@v{parts[1]}";
    }

    private static ImmutableDictionary<string, object> Disk(string device, int gib, string keyArn) => Map(
        ("deviceName", device),
        ("ebs", Map(("volumeType", "gp3"), ("volumeSize", $"{gib}Gi"), ("encrypted", true), ("kmsKeyID", keyArn), ("deleteOnTermination", true))));

    private static ImmutableDictionary<string, object> Requirement(string key, object[] values) =>
        Map(("key", key), ("operator", "In"), ("values", List(values)));

    private static ImmutableArray<object> List(params object[] items) => [.. items];

    private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
}
