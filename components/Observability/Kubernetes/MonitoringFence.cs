using Platform.Components.Clusters;
using Platform.Components.Workloads;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Platform.Components.Observability.Kubernetes;

/// <summary>
/// Who may reach what watches a cluster: its own parts each other, and everybody the collector. It reaches out to all: it measures every
/// pod and node, asks the Kubernetes API, and tells AWS.
/// </summary>
internal static class MonitoringFence
{
    public static void Register(string name, string space, int collectorPort, IKubernetesCluster cluster, CustomResourceOptions child)
    {
        NetworkRules.Close(name, Output.Create(space), cluster, child);
        Policy("within", new()
        {
            PodSelector = new LabelSelectorArgs(),
            PolicyTypes = ["Ingress", "Egress"],
            Ingress = new NetworkPolicyIngressRuleArgs { From = new NetworkPolicyPeerArgs { PodSelector = new LabelSelectorArgs() } },
            Egress = new NetworkPolicyEgressRuleArgs(),
        });
        Policy("traces", new()
        {
            PodSelector = new LabelSelectorArgs { MatchLabels = { ["app.kubernetes.io/component"] = Collector.Component } },
            PolicyTypes = "Ingress",
            Ingress = new NetworkPolicyIngressRuleArgs
            {
                From = new NetworkPolicyPeerArgs { NamespaceSelector = new LabelSelectorArgs() },
                Ports = new NetworkPolicyPortArgs { Port = collectorPort, Protocol = "TCP" },
            },
        });

        void Policy(string key, NetworkPolicySpecArgs spec) => new NetworkPolicy($"{name}-{key}", new NetworkPolicyArgs
        {
            Metadata = new ObjectMetaArgs { Name = key, Namespace = space },
            Spec = spec,
        }, child);
    }
}
