using System.Collections.Immutable;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Clusters.Nodes;

/// <summary>The quotas of service <c>ec2</c> that the nodes of a cluster need at their largest, while a group is updated.</summary>
internal static class NodeQuota
{
    /// <summary>"Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances".</summary>
    public const string OnDemand = "L-1216C47A";

    /// <summary>"All Standard (A, C, D, H, I, M, R, T, Z) Spot Instance Requests".</summary>
    public const string Spot = "L-34B43A08";

    /// <summary>vCPUs by quota code. Where spot goes first, either may have to carry all: AWS can run out of it.</summary>
    public static ImmutableDictionary<string, int> Of(ClusterCompute compute, int zones)
    {
        var quotas = new Dictionary<string, int>();
        switch (compute)
        {
            case AutoMode auto:
                Add(auto.MaxCpus, onDemand: true, auto.Spot);
                break;
            case ManagedNodes nodes:
                Add(GroupCpus(nodes, zones), !nodes.Spot, nodes.Spot);
                Add(nodes.Karpenter?.MaxCpus ?? 0, onDemand: true, nodes.Karpenter?.Spot == true);
                break;
        }

        return quotas.Where(quota => quota.Value > 0).ToImmutableDictionary();

        void Add(int cpus, bool onDemand, bool spot)
        {
            quotas[OnDemand] = quotas.GetValueOrDefault(OnDemand) + (onDemand ? cpus : 0);
            quotas[Spot] = quotas.GetValueOrDefault(Spot) + (spot ? cpus : 0);
        }
    }

    /// <summary>
    /// CPUs of a group on its largest type; none when the size of a type is not known. EKS adds nodes before it takes old ones away: two for
    /// each zone or as many as may be unavailable. Source: EKS user guide, "Understand each phase of node updates".
    /// </summary>
    private static int GroupCpus(ManagedNodes nodes, int zones)
    {
        var added = Math.Max(2 * zones, ((nodes.Max * ManagedNodeGroup.UnavailablePercent) + 99) / 100);
        return (nodes.Max + added) * nodes.InstanceTypes.Max(type => MachineSize.Of(type)?.Vcpus ?? 0);
    }
}
