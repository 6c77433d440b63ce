using Platform.Components.Observability.Signals;

namespace Platform.Components.Clusters.Health;

/// <summary>
/// What a Kubernetes cluster tells about its health, through Container Insights and EKS itself. Source of names and statistics: the
/// metrics of enhanced Container Insights in the CloudWatch user guide, which has those of nodes with ClusterName alone, and the basic
/// metrics of EKS in its user guide, which takes sums of pending pods and of requests only.
/// </summary>
internal static class ClusterSignals
{
    /// <summary>Namespace of Container Insights.</summary>
    public const string Insights = "ContainerInsights";

    /// <param name="cluster">Its name.</param>
    public static IReadOnlyList<Signal> Of(Output<string> cluster)
    {
        Metric Node(string name, string statistic) => Metric.Of(Insights, name, statistic, ("ClusterName", cluster));
        Metric Plane(string name, string statistic) => Metric.Of("AWS/EKS", name, statistic, ("ClusterName", cluster));
        return
        [
            new("node-cpu", Node("node_cpu_utilization", "Average"), "%", Limit.Above(AlarmTriggers.CpuPercent, AlarmTriggers.Source),
                Severity.Medium, Layer.App, "app-load", "Nodes compute more than they should for long; new ones do not come fast enough."),
            new("node-memory", Node("node_memory_utilization", "Average"), "%",
                Limit.Above(AlarmTriggers.MemoryPercent, AlarmTriggers.Source),
                Severity.Medium, Layer.App, "app-memory", "Nodes are about to evict pods for want of memory."),
            new("node-disk", Node("node_filesystem_utilization", "Maximum"), "%",
                Limit.Above(85, "the kubelet evicts pods from 90 % on; https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/"),
                Severity.Medium, Layer.App, "cluster-nodes", "Disks of nodes fill up; pods will be evicted."),
            new("nodes-failed", Node("cluster_failed_node_count", "Maximum"), "count", Limit.Above(0, "no node should fail"),
                Severity.Medium, Layer.App, "cluster-nodes", "Nodes fail; their pods move to others."),
            new("unschedulable", Plane("scheduler_pending_pods_UNSCHEDULABLE", "Sum"), "count",
                Limit.Above(0, "practice: a new node is there within two minutes"),
                Severity.High, Layer.App, "cluster-capacity", "Pods find no node for a quarter of an hour: the limit of nodes is reached, or AWS has none.")
                { Evaluation = Evaluation.Minutes(15) },
            new("api-errors", Plane("apiserver_request_total_5XX", "Sum"), "count", Limit.Above(10, "practice: a few come with every update of the control plane"),
                Severity.High, Layer.App, "cluster-api", "The Kubernetes API fails; nothing is deployed, scaled or repaired meanwhile."),
            .. ClusterMetrics.Signals,
        ];
    }
    /// <summary>Who released what: changes of deployments in the audit log, without what the cluster changes by itself.</summary>
    /// <param name="group">Log group of the control plane.</param>
    public static SavedQuery Releases(Output<string> group) => new(
        "releases",
        group,
        "filter @logStream like /kube-apiserver-audit/ and objectRef.resource = \"deployments\" and verb in [\"create\", \"patch\", \"update\"] "
            + "and responseStatus.code < 300 and not ispresent(objectRef.subresource) and user.username not like /^system:/ "
            + "| fields @timestamp, objectRef.namespace, objectRef.name, user.username | sort @timestamp desc | limit 20")
    {
        Release = "Who released what",
    };
}
