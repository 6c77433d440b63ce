using Platform.Components.Observability.Signals;

namespace Platform.Components.Compute;

/// <summary>What a service of ECS tells about its health.</summary>
internal static class TaskSignals
{
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="service">Name of the service.</param>
    public static IReadOnlyList<Signal> Of(Input<string> cluster, Output<string> service)
    {
        Metric Ecs(string name) => Metric.Of("AWS/ECS", name, "Average", ("ClusterName", cluster), ("ServiceName", service));
        Metric Insights(string name) => Metric.Of("ECS/ContainerInsights", name, "Average", ("ClusterName", cluster), ("ServiceName", service));
        return
        [
            new("cpu")
            {
                Measure = Ecs("CPUUtilization"),
                Unit = "%",
                Meaning = "Tasks compute more than they should for long: scaling has reached its maximum or is too slow.",
                Limit = Limit.Above(AlarmTriggers.CpuPercent, AlarmTriggers.Source) with { Basic = 90 },
                Severity = Severity.Medium,
                Layer = Layer.App,
                Runbook = "app-load",
                Basic = true,
            },
            new("memory")
            {
                Measure = Ecs("MemoryUtilization"),
                Unit = "%",
                Meaning = "Tasks are about to be killed for want of memory.",
                Limit = Limit.Above(AlarmTriggers.MemoryPercent, AlarmTriggers.Source),
                Severity = Severity.High,
                Layer = Layer.App,
                Runbook = "app-memory",
                Basic = true,
            },
            new("missing-tasks")
            {
                Measure = new Formula("desired - running", new Dictionary<string, Metric>
                {
                    ["desired"] = Insights("DesiredTaskCount"),
                    ["running"] = Insights("RunningTaskCount"),
                }),
                Unit = "count",
                Meaning = "Fewer tasks run than should: they crash, or there is no capacity for them.",
                Limit = Limit.Above(0, "what the service asks for"),
                Severity = Severity.Medium,
                Layer = Layer.App,
                Evaluation = Evaluation.Minutes(10),
                Runbook = "app-missing",
            },
        ];
    }
}
