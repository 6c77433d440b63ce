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
            new("cpu")
            {
                Measure = Of("AWS/EC2", "CPUUtilization", "Average"),
                Unit = "%",
                Meaning = "Machines compute more than they should for long: scaling has reached its maximum or is too slow.",
                Limit = Limit.Above(AlarmTriggers.CpuPercent, AlarmTriggers.Source) with { Basic = 90 },
                Severity = Severity.Medium,
                Layer = Layer.App,
                Runbook = "app-load",
                Basic = true,
            },
            new("memory")
            {
                Measure = Of(BootFiles.MetricNamespace, "mem_used_percent", "Average"),
                Unit = "%",
                Meaning = "Machines are about to kill processes for want of memory.",
                Limit = Limit.Above(AlarmTriggers.MemoryPercent, AlarmTriggers.Source),
                Severity = Severity.High,
                Layer = Layer.App,
                Runbook = "app-memory",
                Basic = true,
            },
            new("status")
            {
                Measure = Of("AWS/EC2", "StatusCheckFailed", "Maximum"),
                Unit = "count",
                Meaning = "A machine or its host fails; the group replaces it.",
                Limit = Limit.Above(0, AlarmTriggers.AwsSource),
                Severity = Severity.Low,
                Layer = Layer.App,
                Evaluation = Evaluation.Minutes(2),
                Runbook = "app-missing",
            },
            new("missing-machines")
            {
                Measure = new Formula("desired - running", new Dictionary<string, Metric>
                {
                    ["desired"] = Of("AWS/AutoScaling", "GroupDesiredCapacity", "Maximum"),
                    ["running"] = Of("AWS/AutoScaling", "GroupInServiceInstances", "Minimum"),
                }),
                Unit = "count",
                Meaning = "Fewer machines serve than should: they fail their checks, or there is no capacity for them.",
                Limit = Limit.Above(0, "what the group asks for"),
                Severity = Severity.Medium,
                Layer = Layer.App,
                Evaluation = Evaluation.Minutes(10),
                Runbook = "app-missing",
            },
        ];
    }
}
