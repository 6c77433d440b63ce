using Platform.Components.Observability.Signals;

namespace Platform.Components.Workloads;

/// <summary>What a workload tells: through Container Insights, and inside the cluster through Prometheus.</summary>
internal static class WorkloadSignals
{
    /// <param name="cluster">Name of its cluster.</param>
    /// <param name="space">Its namespace.</param>
    /// <param name="workload">Its name in Kubernetes.</param>
    /// <param name="name">The same, where it must be known before it exists.</param>
    public static IReadOnlyList<Signal> Of(Output<string> cluster, Input<string> space, Output<string> workload, string name)
    {
        Metric Pods(string metric, string statistic) => Metric.Of(
            "ContainerInsights", metric, statistic, ("ClusterName", cluster), ("Namespace", space), ("PodName", workload));
        return
        [
            new("cpu", Pods("pod_cpu_utilization_over_pod_limit", "Average"), "%",
                Limit.Above(AlarmTriggers.CpuPercent, AlarmTriggers.Source),
                Severity.Medium, Layer.App, "app-load", "Pods compute more than they should for long: scaling has reached its maximum or is too slow."),
            new("memory", Pods("pod_memory_utilization_over_pod_limit", "Average"), "%",
                Limit.Above(AlarmTriggers.MemoryPercent, AlarmTriggers.Source),
                Severity.High, Layer.App, "app-memory", "Pods are about to be killed for want of memory."),
            new("restarts", Pods("pod_number_of_container_restarts", "Sum"), "count",
                Limit.Above(0, "practice: a sound container does not end"),
                Severity.Medium, Layer.App, "app-missing", "Containers end and are started again.") { Evaluation = new(300, 3, 3) },
            .. Cluster(space, name),
        ];
    }

    private static IReadOnlyList<Signal> Cluster(Input<string> space, string name)
    {
        var missing = new Signal(
            "missing-pods", Two("kube_deployment_spec_replicas", "-", "kube_deployment_status_replicas_available", Where($"deployment=\"{name}\"")), "count",
            Limit.Above(0, "what the deployment asks for"),
            Severity.Medium, Layer.App, "app-missing", "Fewer pods serve than should: they crash, or there is no node for them.")
            { Evaluation = Evaluation.Minutes(15) };
        return
        [
            missing,
            missing with
            {
                Key = "scaled-out",
                Measure = Two(
                    "kube_horizontalpodautoscaler_status_current_replicas",
                    "/",
                    "kube_horizontalpodautoscaler_spec_max_replicas",
                    Where($"horizontalpodautoscaler=\"{name}\"")),
                Unit = "share",
                Meaning = "The workload has grown to its maximum; more load will be felt.",
                Limit = Limit.Above(0.99, "the maximum of the autoscaler"),
                Runbook = "app-load",
            },
            missing with
            {
                Key = "throttled",
                Measure = Throttled(Where($"pod=~\"{name}-.*\"")),
                Unit = "share",
                Meaning = "Pods wait for CPU time they are not allowed.",
                Limit = Limit.Above(0.25, "practice: a quarter of the periods"),
                Severity = Severity.Low,
                Runbook = "app-load",
            },
        ];

        Output<string> Where(string which) => Output.Format($"namespace=\"{space}\", {which}");
    }

    private static PromQuery Two(string left, string sign, string right, Output<string> where) =>
        new(where.Apply(labels => $"{left}{{{labels}}} {sign} {right}{{{labels}}}"), [left, right]);

    private static PromQuery Throttled(Output<string> where)
    {
        const string late = "container_cpu_cfs_throttled_periods_total", all = "container_cpu_cfs_periods_total";
        return new(where.Apply(labels => $"sum(rate({late}{{{labels}}}[5m])) / sum(rate({all}{{{labels}}}[5m]))"), [late, all]);
    }
}
