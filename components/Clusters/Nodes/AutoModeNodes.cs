using System.Collections.Immutable;
using Platform.Components.Clusters.Health;
using Platform.Components.Network;
using Pulumi.Aws.Eks;
using Pulumi.Aws.Eks.Inputs;

namespace Platform.Components.Clusters.Nodes;

/// <summary>
/// Nodes that EKS runs. The built-in pools are off: their node class can neither take our key nor our tags,
/// so the cluster gets a class and a pool of its own.
/// </summary>
internal static class AutoModeNodes
{
    private const string Pool = "platform";

    /// <summary>Registers them; what a workload must wait for.</summary>
    public static Resource[] Build(ClusterSite site, AutoMode auto)
    {
        // EKS makes this entry for the built-in class only; without it the nodes start and never join.
        var entry = new AccessEntry($"{site.Name}-nodes", new()
        {
            ClusterName = site.Cluster.Name,
            PrincipalArn = site.Roles.Node.Arn,
            Type = "EC2",
        }, site.After());

        var join = new AccessPolicyAssociation($"{site.Name}-nodes", new()
        {
            ClusterName = site.Cluster.Name,
            PrincipalArn = entry.PrincipalArn,
            PolicyArn = Output.Format($"arn:{site.Owner.Account.Partition}:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy"),
            AccessScope = new AccessPolicyAssociationAccessScopeArgs { Type = "cluster" },
        }, site.After());

        var policies = ClusterObjects.NetworkPolicyController(site);
        var nodeClass = new CustomObject($"{site.Name}-node-class", new("eks.amazonaws.com/v1", "NodeClass")
        {
            Metadata = new() { Name = Pool },
            Spec = NodeClass(site),
        }, site.InCluster([join, policies, .. site.Roles.NodeReady]));

        var pool = new CustomObject($"{site.Name}-node-pool", new("karpenter.sh/v1", "NodePool")
        {
            Metadata = new() { Name = Pool },
            Spec = NodePool(auto),
        }, site.InCluster(nodeClass));

        var metrics = site.Install(AddOn.MetricsServer, [pool]);
        var secrets = site.Install(AddOn.SecretsStore, [pool]);
        var insights = ClusterInsights.Install(site, [pool]);
        return [pool, metrics, secrets, insights, ClusterObjects.Volumes(site, "ebs.csi.eks.amazonaws.com", pool), .. ClusterObjects.Priorities(site)];
    }

    private static InputMap<object> NodeClass(ClusterSite site) => new()
    {
        { "role", site.Roles.Node.Name.Apply(role => (object)role) },
        { "subnetSelectorTerms", site.Args.Network.SubnetIds(SubnetTier.Private).Apply(ids => (object)ids.Select(Id).ToImmutableArray()) },
        {
            "securityGroupSelectorTerms", Output
                .All([site.Owner.SecurityGroupId, .. site.Args.Uses.Select(use => use.ClientSecurityGroupId)])
                .Apply(ids => (object)ids.Select(Id).ToImmutableArray())
        },
        { "networkPolicy", "DefaultAllow" },              // each team's namespace denies by default; kube-system must not
        { "networkPolicyEventLogs", "Enabled" },
        { "ephemeralStorage", site.Args.DataKeyArn.Apply(key => (object)Map(("size", "80Gi"), ("kmsKeyID", key))) },
        { "tags", site.Args.Tags.ToImmutableDictionary(tag => tag.Key, tag => (object)tag.Value) },
    };

    private static InputMap<object> NodePool(AutoMode auto) => new()
    {
        {
            "template", Map(("spec", Map(
                ("nodeClassRef", Map(("group", "eks.amazonaws.com"), ("kind", "NodeClass"), ("name", Pool))),
                ("expireAfter", "336h"),                  // two weeks: a node is patched by being replaced
                ("requirements", ImmutableArray.Create<object>(
                    Requirement("karpenter.sh/capacity-type", auto.Spot ? ["spot", "on-demand"] : ["on-demand"]),
                    Requirement("kubernetes.io/arch", [auto.Architecture.Label]),
                    Requirement("eks.amazonaws.com/instance-category", ["c", "m", "r"]))))))
        },
        { "limits", Map(("cpu", $"{auto.MaxCpus}")) },
        {
            "disruption", Map(
                ("consolidationPolicy", "WhenEmptyOrUnderutilized"),
                ("consolidateAfter", "60s"),
                ("budgets", ImmutableArray.Create<object>(Map(("nodes", "10%")))))
        },
    };

    private static object Id(string id) => Map(("id", id));

    private static ImmutableDictionary<string, object> Requirement(string key, object[] values) =>
        Map(("key", key), ("operator", "In"), ("values", values.ToImmutableArray()));

    private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
}
