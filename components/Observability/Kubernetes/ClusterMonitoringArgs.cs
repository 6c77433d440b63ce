using Platform.Components.Clusters;
using Platform.Components.Observability.Signals;
using Platform.Components.Observability.Traces;

namespace Platform.Components.Observability.Kubernetes;

/// <summary>What a caller may choose; <see cref="ClusterMonitoring"/> decides the rest.</summary>
public sealed class ClusterMonitoringArgs : ResourceArgs
{
    /// <summary>The cluster it runs in.</summary>
    public required IKubernetesCluster Cluster { get; init; }

    /// <summary>What is watched; what Prometheus does not measure is left to CloudWatch.</summary>
    public required IReadOnlyList<IObserved> Watches { get; init; }

    /// <summary>Region of what CloudWatch measures, for the dashboards.</summary>
    [Input("region", required: true)] public required string Region { get; init; }

    /// <summary>Topics alerts go to, by severity: <see cref="Monitoring.Topics"/>.</summary>
    public required IReadOnlyDictionary<string, Output<string>> Topics { get; init; }

    /// <summary>Key of the topics: <see cref="Monitoring.TopicKeyArn"/>.</summary>
    [Input("topicKeyArn", required: true)] public required Input<string> TopicKeyArn { get; init; }

    /// <summary>Team that answers, where a signal names no other.</summary>
    [Input("owner", required: true)] public required string Owner { get; init; }

    /// <summary>What stands before the name of a runbook. Default: <c>docs/runbooks/</c>.</summary>
    [Input("runbookUrl")] public string? RunbookUrl { get; init; }

    /// <summary>
    /// Image of an OpenTelemetry collector, by digest: it takes traces of applications and counts their requests, which the objectives of
    /// the load balancer are then also judged by inside the cluster. Default: none.
    /// </summary>
    [Input("collectorImage")] public string? CollectorImage { get; init; }

    /// <summary>Where the collector sends traces, and which share of them. Default: nowhere; it counts their requests only.</summary>
    public TraceExport? Traces { get; init; }
}
