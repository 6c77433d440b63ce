using Platform.Components.Compute.Deployment;
using Metric = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricArgs;
using MetricDimension = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricDimensionArgs;
using MetricSource = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatMetricArgs;
using MetricStat = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationMetricMetricStatArgs;
using Specification = Pulumi.Aws.AppAutoScaling.Inputs.PolicyTargetTrackingScalingPolicyConfigurationCustomizedMetricSpecificationArgs;

namespace Platform.Components.Compute.Scaling;

/// <summary>Figures a service is scaled by that AWS does not keep ready-made.</summary>
internal static class ServiceMetrics
{
    /// <summary>
    /// Requests per task of a service that takes turns in two groups: only one of them has tasks, except while a release shifts, so their
    /// sum is right whichever it is. AWS's own figure follows one group, and would count nothing after every other release.
    /// </summary>
    public static Specification RequestsPerTask(IReadOnlyCollection<Output<string>> requestLabels)
    {
        var groups = requestLabels.Select((label, index) => Source(
            $"group{index}", "AWS/ApplicationELB", "RequestCountPerTarget", "Sum", ("TargetGroup", RequestLabel.GroupOf(label)))).ToList();
        return Sum(string.Join(" + ", groups.Select((_, index) => $"FILL(group{index}, 0)")), groups);
    }

    /// <summary>Messages waiting in a queue for each task that runs.</summary>
    public static Specification MessagesPerTask(Input<string> queueName, Input<string> clusterName, Input<string> serviceName) => Sum(
        "FILL(waiting, 0) / IF(FILL(tasks, 0) > 0, tasks, 1)",
        [
            Source("waiting", "AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", ("QueueName", queueName)),
            Source("tasks", "ECS/ContainerInsights", "RunningTaskCount", "Average", ("ClusterName", clusterName), ("ServiceName", serviceName)),
        ]);

    private static Specification Sum(string expression, IEnumerable<Metric> sources) => new()
    {
        Metrics = [.. sources, new Metric { Id = "result", Expression = expression, ReturnData = true }],
    };

    private static Metric Source(string id, string metricNamespace, string name, string statistic, params (string Name, Input<string> Value)[] dimensions) => new()
    {
        Id = id,
        ReturnData = false,
        MetricStat = new MetricStat
        {
            Stat = statistic,
            Metric = new MetricSource
            {
                Namespace = metricNamespace,
                MetricName = name,
                Dimensions = [.. dimensions.Select(dimension => new MetricDimension { Name = dimension.Name, Value = dimension.Value })],
            },
        },
    };
}
