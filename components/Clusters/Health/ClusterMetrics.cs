using Platform.Components.Observability.Signals;

namespace Platform.Components.Clusters.Health;

/// <summary>What Prometheus inside a cluster sees of everything that runs there, whoever put it there.</summary>
internal static class ClusterMetrics
{
    private const string Practice = "practice of clusters everywhere: what heals by itself has healed by then";

    public static IReadOnlyList<Signal> Signals { get; } =
    [
        Of("crash-loop", "max_over_time(kube_pod_container_status_waiting_reason{reason=\"CrashLoopBackOff\"}[5m])", ["kube_pod_container_status_waiting_reason"],
            "A container crashes again and again.", "app-missing", 15),
        Of("pod-stuck", "sum by (namespace, pod) (kube_pod_status_phase{phase=~\"Pending|Unknown|Failed\"})", ["kube_pod_status_phase"],
            "A pod does not run.", "app-missing", 15),
        Of("rollout-stuck", "kube_deployment_status_condition{condition=\"Progressing\", status=\"false\"}", ["kube_deployment_status_condition"],
            "A release does not get on.", "app-missing", 15),
        Of("job-failed", "kube_job_failed", ["kube_job_failed"], "A job has failed.", "app-missing", 15) with { Severity = Severity.Low },
        Of("node-not-ready", "kube_node_status_condition{condition=\"Ready\", status!=\"true\"}", ["kube_node_status_condition"],
            "A node does not answer; its pods move to others.", "cluster-nodes", 15),
        Of("volume-full", "kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes", ["kubelet_volume_stats_available_bytes", "kubelet_volume_stats_capacity_bytes"],
            "A volume is nearly full.", "cluster-nodes", 5) with
            {
                Unit = "share",
                Limit = Limit.Below(0.03, "practice of clusters everywhere: three per cent"),
                Severity = Severity.High,
                Layer = Layer.Durability,
            },
        Of("target-down", "100 * count by (job) (up == 0) / count by (job) (up)", ["up"], "Prometheus cannot reach what it measures.", "cluster-api", 10) with
        {
            Unit = "%",
            Limit = Limit.Above(10, "practice of clusters everywhere: one in ten"),
        },
        Of("rules-failing", "increase(prometheus_rule_evaluation_failures_total[5m])", ["prometheus_rule_evaluation_failures_total"],
            "Rules of Prometheus fail, so alerts do not go off.", "cluster-api", 15),
        Of("heartbeat", "vector(1)", [], "Always on: where it is not seen, nothing else would be.", "cluster-api", 1) with { Severity = Severity.Low },
    ];

    private static Signal Of(string key, string query, IReadOnlyList<string> metrics, string meaning, string runbook, int minutes) => new(
        key, new PromQuery(query, metrics), "count", Limit.Above(0, Practice), Severity.Medium, Layer.App, runbook, meaning) { Evaluation = Evaluation.Minutes(minutes) };
}
