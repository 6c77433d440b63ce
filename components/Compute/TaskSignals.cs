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
            new("cpu", Ecs("CPUUtilization"), "%", Limit.Above(AlarmTriggers.CpuPercent, AlarmTriggers.Source) with { Basic = 90 },
                Severity.Medium, Layer.App, "app-load", "Tasks compute more than they should for long: scaling has reached its maximum or is too slow.")
                { Basic = true },
            new("memory", Ecs("MemoryUtilization"), "%", Limit.Above(AlarmTriggers.MemoryPercent, AlarmTriggers.Source),
                Severity.High, Layer.App, "app-memory", "Tasks are about to be killed for want of memory.") { Basic = true },
            new("missing-tasks", new Formula("desired - running", new Dictionary<string, Metric>
                {
                    ["desired"] = Insights("DesiredTaskCount"),
                    ["running"] = Insights("RunningTaskCount"),
                }), "count",
                Limit.Above(0, "what the service asks for"),
                Severity.Medium, Layer.App, "app-missing", "Fewer tasks run than should: they crash, or there is no capacity for them.")
                { Evaluation = Evaluation.Minutes(10) },
        ];
    }
}
