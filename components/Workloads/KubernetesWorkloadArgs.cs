using System.Collections.Immutable;
using Platform.Components.Clusters;
using Platform.Components.Compute;
using Platform.Components.Entry;
using Platform.Components.Scheduling;

namespace Platform.Components.Workloads;

/// <summary>What a caller may choose; <see cref="KubernetesWorkload"/> decides the rest.</summary>
public sealed class KubernetesWorkloadArgs : ResourceArgs
{
    /// <summary>Cluster to run in.</summary>
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>Namespace to run in, one of a <see cref="TeamNamespace"/>.</summary>
    [Input("namespace", required: true)] public required Output<string> Namespace { get; init; }

    /// <summary>Load balancer that sends requests; it alone may. Its targets must be addresses, and <see cref="WebLoadBalancerArgs.PodsOf"/> this cluster.</summary>
    public required LoadBalancerTarget Target { get; init; }

    /// <summary>Addresses of the load balancer: those of the subnets it stands in.</summary>
    [Input("targetCidr", required: true)] public required Input<string> TargetCidr { get; init; }

    /// <summary>
    /// Image by digest, such as <c>registry/name@sha256:…</c>, built for the cluster's architecture and able to run as user 10001 on
    /// a read-only disk.
    /// </summary>
    [Input("image", required: true)] public required string Image { get; init; }

    /// <summary>CPU a pod requests, in thousandths, 10 to 96,000; it may use twice as much while its node has it.</summary>
    [Input("cpuMillis", required: true)] public required int CpuMillis { get; init; }

    /// <summary>Memory a pod requests and may use, in MiB, 32 to 393,216.</summary>
    [Input("memoryMiB", required: true)] public required int MemoryMiB { get; init; }

    /// <summary>Pods that always run, 1 to 1,000; 2 or more to survive a node, 3 a zone.</summary>
    [Input("minPods", required: true)] public required int MinPods { get; init; }

    /// <summary>Pods that may run, <see cref="MinPods"/> to 1,000.</summary>
    [Input("maxPods", required: true)] public required int MaxPods { get; init; }

    /// <summary>Path that says whether the process lives. Default: the one the load balancer asks.</summary>
    [Input("healthPath")] public string? HealthPath { get; init; }

    /// <summary>Path that says whether it can take requests. Default: <see cref="HealthPath"/>.</summary>
    [Input("readyPath")] public string? ReadyPath { get; init; }

    /// <summary>Signals to scale by, besides CPU at 70 % and memory at 75 %. Default: none.</summary>
    public IReadOnlyList<ScalingSignal> ScaleBy { get; init; } = [];

    /// <summary>What the workload may use; its cluster must use it too, see <see cref="IKubernetesCluster.Uses"/>.</summary>
    public IReadOnlyList<Connection> Uses { get; init; } = [];

    /// <summary>Where else the workload may connect to, by a stable name. Default: nowhere but the name server.</summary>
    public IReadOnlyDictionary<string, Egress> ConnectsTo { get; init; } = ImmutableDictionary<string, Egress>.Empty;

    /// <summary>Environment variables of its own; nothing secret. Default: none.</summary>
    public IReadOnlyDictionary<string, Input<string>> Environment { get; init; } = ImmutableDictionary<string, Input<string>>.Empty;

    /// <summary>
    /// Command that brings the database to this image's form. It runs once before the pods are replaced, while the old ones still
    /// serve: it must suit both. A failure stops the release. Default: none.
    /// </summary>
    [Input("migration")] public IReadOnlyList<string> Migration { get; init; } = [];

    /// <summary>
    /// When the workload is needed: outside of it there are no pods, and nodes that follow pods go too. Needs <see cref="KubectlImage"/>.
    /// Default: always.
    /// </summary>
    public WorkingHours? WorkingHours { get; init; }

    /// <summary>
    /// Image by digest whose path has <c>kubectl</c>, no more than one minor version from the cluster's, for the cluster's architecture and
    /// able to run as user 10001. Goes with <see cref="WorkingHours"/>. Default: none.
    /// </summary>
    [Input("kubectlImage")] public string? KubectlImage { get; init; }

    /// <summary>Whether others go first when nodes are short. Default: false.</summary>
    [Input("canWait")] public bool? CanWait { get; init; }
}
