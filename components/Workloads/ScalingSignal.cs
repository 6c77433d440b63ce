using System.Collections.Immutable;

namespace Platform.Components.Workloads;

/// <summary>
/// What, besides CPU and memory, says that there are too few pods. The cluster needs an adapter that serves these metrics to autoscalers, such
/// as the Prometheus adapter. KEDA is none: it serves autoscalers that it makes itself.
/// </summary>
public abstract record ScalingSignal
{
    private ScalingSignal()
    {
    }

    /// <summary>A number each pod reports, such as requests per second; pods are added until their mean falls to the target.</summary>
    /// <param name="Metric">Name of the metric.</param>
    /// <param name="Target">Wanted mean, a Kubernetes quantity such as <c>50</c> or <c>500m</c>.</param>
    public sealed record PerPod(string Metric, string Target) : ScalingSignal;

    /// <summary>A number from outside of the cluster, such as the length of a queue, divided by the pods.</summary>
    /// <param name="Metric">Name of the metric.</param>
    /// <param name="Target">Wanted share of one pod, a Kubernetes quantity.</param>
    public sealed record External(string Metric, string Target) : ScalingSignal
    {
        /// <summary>Labels that tell this number from others of the same name. Default: none.</summary>
        public ImmutableDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;
    }
}
