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
            new("node-cpu")
            {
                Measure = Node("node_cpu_utilization", "Average"),
                Unit = "%",
                Meaning = "Nodes compute more than they should for long; new ones do not come fast enough.",
                Limit = Limit.Above(AlarmTriggers.CpuPercent, AlarmTriggers.Source),
                Severity = Severity.Medium,
                Layer = Layer.App,
                Runbook = "app-load",
            },
            new("node-memory")
            {
                Measure = Node("node_memory_utilization", "Average"),
                Unit = "%",
                Meaning = "Nodes are about to evict pods for want of memory.",
                Limit = Limit.Above(AlarmTriggers.MemoryPercent, AlarmTriggers.Source),
                Severity = Severity.Medium,
                Layer = Layer.App,
                Runbook = "app-memory",
            },
            new("node-disk")
            {
                Measure = Node("node_filesystem_utilization", "Average"),
                Unit = "%",
                Meaning = "Disks of nodes fill up; pods will be evicted.",
                Limit = Limit.Above(85, AlarmTriggers.AwsSource),
                Severity = Severity.Medium,
                Layer = Layer.App,
                Runbook = "cluster-nodes",
            },
            new("nodes-failed")
            {
                Measure = Node("cluster_failed_node_count", "Maximum"),
                Unit = "count",
                Meaning = "Nodes fail; their pods move to others.",
                Limit = Limit.Above(0, AlarmTriggers.AwsSource),
                Severity = Severity.Medium,
                Layer = Layer.App,
                Runbook = "cluster-nodes",
            },
            new("unschedulable")
            {
                Measure = Plane("scheduler_pending_pods_UNSCHEDULABLE", "Sum"),
                Unit = "count",
                Meaning = "Pods find no node for a quarter of an hour: the limit of nodes is reached, or AWS has none.",
                Limit = Limit.Above(0, "practice: a new node is there within two minutes"),
                Severity = Severity.High,
                Layer = Layer.App,
                Evaluation = Evaluation.Minutes(15),
                Runbook = "cluster-capacity",
            },
            new("api-errors")
            {
                Measure = Plane("apiserver_request_total_5XX", "Sum"),
                Unit = "count",
                Meaning = "The Kubernetes API fails; nothing is deployed, scaled or repaired meanwhile.",
                Limit = Limit.Above(10, AlarmTriggers.AwsSource),
                Severity = Severity.High,
                Layer = Layer.App,
                Runbook = "cluster-api",
            },
            .. ClusterMetrics.Signals,
        ];
    }
}
