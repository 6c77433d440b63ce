using Platform.Components.Scheduling;

namespace Platform.Components.Clusters.Nodes;

/// <summary>Who runs the nodes: <see cref="AutoMode"/> or <see cref="ManagedNodes"/>; nothing else.</summary>
public abstract record ClusterCompute
{
    private protected ClusterCompute()
    {
    }

    /// <summary>Architecture of the nodes. Default: <see cref="NodeArchitecture.Arm64"/>.</summary>
    public NodeArchitecture Architecture { get; init; }
}

/// <summary>Processor architecture of nodes, and so of every image.</summary>
public enum NodeArchitecture
{
    /// <summary>Graviton: about a fifth cheaper for the same work.</summary>
    Arm64,

    /// <summary>Intel and AMD, for images that exist for nothing else.</summary>
    X64,
}

/// <summary>
/// EKS chooses, patches and replaces the nodes, and runs networking, DNS, volumes and load balancing itself.
/// Nodes follow the pods' requests, so this is the choice for a load that changes.
/// </summary>
public sealed record AutoMode : ClusterCompute
{
    /// <summary>Sum of CPUs the node pool may grow to, 2 to 10,000. It bounds the bill.</summary>
    public required int MaxCpus { get; init; }

    /// <summary>Whether spot capacity may be used before on-demand. Default: false.</summary>
    public bool Spot { get; init; }
}

/// <summary>
/// A managed node group of a fixed size range: node images are chosen here, updates are started here.
/// EKS does not grow it by itself; choose <see cref="AutoMode"/>, or add <see cref="Karpenter"/>, when pods decide how many nodes there are.
/// </summary>
public sealed record ManagedNodes : ClusterCompute
{
    /// <summary>EC2 types to choose from, cheapest sensible first; several for spot. All of one architecture.</summary>
    public required IReadOnlyList<string> InstanceTypes { get; init; }

    /// <summary>Fewest nodes; at least one for each zone, so that a lost zone leaves a running node.</summary>
    public required int Min { get; init; }

    /// <summary>Most nodes, at most 450.</summary>
    public required int Max { get; init; }

    /// <summary>Bottlerocket instead of Amazon Linux 2023: smaller, no shell, read-only root. Default: false.</summary>
    public bool Bottlerocket { get; init; }

    /// <summary>Spot capacity, which AWS takes back with two minutes' notice. Default: false.</summary>
    public bool Spot { get; init; }

    /// <summary>Size of the encrypted root volume in GiB, 20 to 1,000. Default: 50.</summary>
    public int DiskGiB { get; init; } = 50;

    /// <summary>When the nodes are needed; outside of it there are none, and pods wait for them. Default: always.</summary>
    public WorkingHours? WorkingHours { get; init; }

    /// <summary>
    /// Node image release to pin, for example <c>1.35.2-20260310</c>, or <c>1.52.0-0a1b2c3d</c> with <see cref="Bottlerocket"/>. Default: the newest
    /// on creation, then unchanged.
    /// </summary>
    public string? Release { get; init; }

    /// <summary>
    /// Nodes beside the group that follow the pods; the group then holds what runs the cluster. Needs a <see cref="Release"/>, which both share, and
    /// no <see cref="WorkingHours"/>. Default: none.
    /// </summary>
    public Karpenter? Karpenter { get; init; }
}

/// <summary>Nodes that Karpenter starts for pods that find no room, and stops when they are gone.</summary>
public sealed record Karpenter
{
    /// <summary>Sum of CPUs its nodes may grow to, 2 to 10,000. It bounds the bill.</summary>
    public required int MaxCpus { get; init; }

    /// <summary>Whether spot capacity may be used before on-demand. Default: false.</summary>
    public bool Spot { get; init; }
}

internal static class NodeArchitectures
{
    extension(NodeArchitecture architecture)
    {
        /// <summary>What nodes call it in their label <c>kubernetes.io/arch</c>.</summary>
        public string Label => architecture == NodeArchitecture.Arm64 ? "arm64" : "amd64";
    }
}
