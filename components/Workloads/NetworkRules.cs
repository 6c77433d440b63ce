using Platform.Components.Clusters;
using Platform.Components.Workloads.Pods;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Platform.Components.Workloads;

/// <summary>Network policies: a namespace is closed, and each workload opens what it needs.</summary>
internal static class NetworkRules
{
    private const string CredentialsAgent = "169.254.170.23/32";

    /// <summary>Closes a namespace in both directions, except to the name server.</summary>
    public static void Close(string name, Output<string> space, IKubernetesCluster cluster, CustomResourceOptions child)
    {
        new NetworkPolicy($"{name}-deny", new NetworkPolicyArgs
        {
            Metadata = new ObjectMetaArgs { Name = "deny-all", Namespace = space },
            Spec = new NetworkPolicySpecArgs { PodSelector = new LabelSelectorArgs(), PolicyTypes = ["Ingress", "Egress"] },
        }, child);

        new NetworkPolicy($"{name}-dns", new NetworkPolicyArgs
        {
            Metadata = new ObjectMetaArgs { Name = "allow-dns", Namespace = space },
            Spec = new NetworkPolicySpecArgs
            {
                PodSelector = new LabelSelectorArgs(),
                PolicyTypes = "Egress",
                Egress = new NetworkPolicyEgressRuleArgs
                {
                    // By address as well: in Auto Mode the name server is no pod.
                    To = [NameServerPods, Block(cluster.DnsAddress)],
                    Ports = [Port(53, "UDP"), Port(53, "TCP")],
                },
            },
        }, child);
    }

    /// <summary>Opens a workload to its load balancer.</summary>
    public static void AdmitRequests(string name, Output<string> space, int port, Input<string> from, CustomResourceOptions child) =>
        new NetworkPolicy($"{name}-requests", new NetworkPolicyArgs
        {
            Metadata = new ObjectMetaArgs { Name = $"{name}-requests", Namespace = space },
            Spec = new NetworkPolicySpecArgs
            {
                PodSelector = new LabelSelectorArgs { MatchLabels = PodLabels.Serving(name) },
                PolicyTypes = "Ingress",
                Ingress = new NetworkPolicyIngressRuleArgs { From = Block(from), Ports = Port(port, "TCP") },
            },
        }, child);

    /// <summary>Opens what a workload, and its migration, connect to.</summary>
    public static NetworkPolicy PermitConnections(string name, KubernetesWorkloadArgs args, CustomResourceOptions child)
    {
        var rules = new InputList<NetworkPolicyEgressRuleArgs> { new NetworkPolicyEgressRuleArgs { To = Block(CredentialsAgent), Ports = Port(80, "TCP") } };
        var used = args.Uses.Select(use => KeyValuePair.Create(use.Name, new Egress(use.Cidr, use.Port)));
        foreach (var (_, egress) in args.ConnectsTo.Concat(used).OrderBy(rule => rule.Key, StringComparer.Ordinal))
        {
            rules.Add(new NetworkPolicyEgressRuleArgs { To = Block(egress.Cidr), Ports = Port(egress.Port, "TCP") });
        }

        return new NetworkPolicy($"{name}-connections", new NetworkPolicyArgs
        {
            Metadata = new ObjectMetaArgs { Name = $"{name}-connections", Namespace = args.Namespace },
            Spec = new NetworkPolicySpecArgs
            {
                PodSelector = new LabelSelectorArgs { MatchLabels = PodLabels.All(name) },
                PolicyTypes = "Egress",
                Egress = rules,
            },
        }, child);
    }

    /// <summary>Opens the jobs that scale a workload to the Kubernetes API, and to nothing else.</summary>
    public static NetworkPolicy PermitScaling(string name, KubernetesWorkloadArgs args, CustomResourceOptions child) =>
        new($"{name}-hours", new NetworkPolicyArgs
        {
            Metadata = new ObjectMetaArgs { Name = $"{name}-hours", Namespace = args.Namespace },
            Spec = new NetworkPolicySpecArgs
            {
                PodSelector = new LabelSelectorArgs { MatchLabels = PodLabels.Scaling(name) },
                PolicyTypes = "Egress",
                Egress = new NetworkPolicyEgressRuleArgs
                {
                    // The service and what stands behind it: which of the two a policy sees depends on where the address is translated.
                    To = [Block(args.Cluster.ApiAddress), Block(args.TargetCidr)],
                    Ports = Port(443, "TCP"),
                },
            },
        }, child);

    private static NetworkPolicyPeerArgs NameServerPods => new()
    {
        NamespaceSelector = new LabelSelectorArgs { MatchLabels = { ["kubernetes.io/metadata.name"] = "kube-system" } },
        PodSelector = new LabelSelectorArgs { MatchLabels = { ["k8s-app"] = "kube-dns" } },
    };

    private static NetworkPolicyPeerArgs Block(Input<string> cidr) => new() { IpBlock = new IPBlockArgs { Cidr = cidr } };

    private static NetworkPolicyPortArgs Port(int port, string protocol) => new() { Port = port, Protocol = protocol };
}
