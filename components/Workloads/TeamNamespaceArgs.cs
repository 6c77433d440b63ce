using Platform.Components.Clusters;

namespace Platform.Components.Workloads;

/// <summary>What a caller may choose; <see cref="TeamNamespace"/> decides the rest.</summary>
public sealed class TeamNamespaceArgs : ResourceArgs
{
    /// <summary>Cluster to share.</summary>
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>Who answers for what runs here; a label of the namespace and of its costs.</summary>
    [Input("team", required: true)] public required string Team { get; init; }

    /// <summary>Sum of the CPUs that pods may request, in thousandths, 100 to 10,000,000.</summary>
    [Input("cpuMillis", required: true)] public required int CpuMillis { get; init; }

    /// <summary>Sum of the memory that pods may request and use, in MiB, 128 to 10,000,000.</summary>
    [Input("memoryMiB", required: true)] public required int MemoryMiB { get; init; }

    /// <summary>Most pods, 1 to 5,000. Default: 100.</summary>
    [Input("pods")] public int? Pods { get; init; }
}
