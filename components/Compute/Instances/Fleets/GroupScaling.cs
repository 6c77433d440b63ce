using Platform.Components.Scheduling;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.AutoScaling.Inputs;

namespace Platform.Components.Compute.Instances.Fleets;

/// <summary>When a fleet grows, shrinks and sleeps.</summary>
internal sealed class GroupScaling(string name, Input<string> groupName, CustomResourceOptions child)
{
    /// <summary>Average CPU the fleet is kept at, percent; well below the 70 % at which the alarm fires.</summary>
    private const double CpuPercent = 60;

    /// <summary>Requests a minute above which an instance gets help, unless the caller knows better.</summary>
    public const int DefaultRequests = 1000;

    public void ByCpu() => Track("cpu", CpuPercent, "ASGAverageCPUUtilization", null);

    /// <param name="requests">Requests a minute per instance.</param>
    /// <param name="targetLabel">The load balancer's and the target group's ARN suffix, joined by a slash.</param>
    public void ByRequests(int requests, Input<string> targetLabel) =>
        Track("requests", requests, "ALBRequestCountPerTarget", targetLabel);

    /// <summary>Starts instances before the load that came at this hour on other days.</summary>
    public void ByForecast() => new Policy($"{name}-forecast", new()
    {
        AutoscalingGroupName = groupName,
        PolicyType = "PredictiveScaling",
        PredictiveScalingConfiguration = new PolicyPredictiveScalingConfigurationArgs
        {
            Mode = "ForecastAndScale",
            SchedulingBufferTime = "300",
            MaxCapacityBreachBehavior = "HonorMaxCapacity",
            MetricSpecification = new PolicyPredictiveScalingConfigurationMetricSpecificationArgs
            {
                TargetValue = CpuPercent,
                PredefinedMetricPairSpecification = new PolicyPredictiveScalingConfigurationMetricSpecificationPredefinedMetricPairSpecificationArgs
                {
                    PredefinedMetricType = "ASGCPUUtilization",
                },
            },
        },
    }, child);

    public void OnlyWithin(WorkingHours hours, FleetSize size)
    {
        At("begin", hours.BeginCrontab, size);
        At("end", hours.EndCrontab, new FleetSize(0, 0));
    }

    private void Track(string what, double target, string metric, Input<string>? label) => new Policy($"{name}-{what}", new()
    {
        AutoscalingGroupName = groupName,
        PolicyType = "TargetTrackingScaling",
        TargetTrackingConfiguration = new PolicyTargetTrackingConfigurationArgs
        {
            TargetValue = target,
            PredefinedMetricSpecification = new PolicyTargetTrackingConfigurationPredefinedMetricSpecificationArgs
            {
                PredefinedMetricType = metric,
                ResourceLabel = label,
            },
        },
    }, child);

    private void At(string what, string when, FleetSize size) => new Schedule($"{name}-{what}", new()
    {
        AutoscalingGroupName = groupName,
        ScheduledActionName = what,
        Recurrence = when,
        TimeZone = "Etc/UTC",
        MinSize = size.Min,
        MaxSize = size.Max,
        DesiredCapacity = size.Min,
    }, child);
}
