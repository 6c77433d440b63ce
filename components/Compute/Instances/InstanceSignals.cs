using Platform.Components.Compute.Instances.Boot;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Compute.Instances;

/// <summary>What a group of machines tells about its health.</summary>
internal static class InstanceSignals
{
    /// <param name="group">Name of the Auto Scaling group.</param>
    public static IReadOnlyList<Signal> Of(Output<string> group)
    {
        Metric Of(string metricNamespace, string name, string statistic) => Metric.Of(metricNamespace, name, statistic, ("AutoScalingGroupName", group));
        return
        [
            new("cpu", Of("AWS/EC2", "CPUUtilization", "Average"), "%",
                Limit.Above(AlarmTriggers.CpuPercent, AlarmTriggers.Source) with { Basic = 90 },
                Severity.Medium, Layer.App, "app-load", "Machines compute more than they should for long: scaling has reached its maximum or is too slow.")
                { Basic = true },
            new("memory", Of(BootFiles.MetricNamespace, "mem_used_percent", "Average"), "%",
                Limit.Above(AlarmTriggers.MemoryPercent, AlarmTriggers.Source),
                Severity.High, Layer.App, "app-memory", "Machines are about to kill processes for want of memory.") { Basic = true },
            new("status", Of("AWS/EC2", "StatusCheckFailed", "Maximum"), "count", Limit.Above(0, AlarmTriggers.AwsSource),
                Severity.Low, Layer.App, "app-missing", "A machine or its host fails; the group replaces it.") { Evaluation = Evaluation.Minutes(2) },
            new("missing-machines", new Formula("desired - running", new Dictionary<string, Metric>
                {
                    ["desired"] = Of("AWS/AutoScaling", "GroupDesiredCapacity", "Maximum"),
                    ["running"] = Of("AWS/AutoScaling", "GroupInServiceInstances", "Minimum"),
                }), "count",
                Limit.Above(0, "what the group asks for"),
                Severity.Medium, Layer.App, "app-missing", "Fewer machines serve than should: they fail their checks, or there is no capacity for them.")
                { Evaluation = Evaluation.Minutes(10) },
        ];
    }
}
