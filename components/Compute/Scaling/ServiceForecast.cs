using Pulumi.Aws.AppAutoScaling;
using Pulumi.Aws.AppAutoScaling.Inputs;

namespace Platform.Components.Compute.Scaling;

/// <summary>Starts tasks ahead of the load that came at this hour on other days.</summary>
internal static class ServiceForecast
{
    /// <summary>Average CPU the forecast aims at, per cent; the same as that of the policy that follows the load.</summary>
    private const int CpuPercent = 70;

    public static void Register(string name, Target target, CustomResourceOptions child) => new Policy($"{name}-forecast", new()
    {
        PolicyType = "PredictiveScaling",
        ServiceNamespace = target.ServiceNamespace,
        ScalableDimension = target.ScalableDimension,
        ResourceId = target.ResourceId,
        PredictiveScalingPolicyConfiguration = new PolicyPredictiveScalingPolicyConfigurationArgs
        {
            Mode = "ForecastAndScale",
            SchedulingBufferTime = 300,
            MaxCapacityBreachBehavior = "HonorMaxCapacity",
            MetricSpecifications = new PolicyPredictiveScalingPolicyConfigurationMetricSpecificationArgs
            {
                TargetValue = $"{CpuPercent}",
                PredefinedMetricPairSpecification = new PolicyPredictiveScalingPolicyConfigurationMetricSpecificationPredefinedMetricPairSpecificationArgs
                {
                    PredefinedMetricType = "ECSServiceCPUUtilization",
                },
            },
        },
    }, child);
}
