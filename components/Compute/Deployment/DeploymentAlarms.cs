using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace Platform.Components.Compute.Deployment;

/// <summary>
/// What takes a release back by itself: the share of failed requests, and targets that stay unhealthy. They watch a minute at a
/// time, since a release must be judged while it still has the old one beside it.
/// </summary>
internal sealed class DeploymentAlarms
{
    /// <summary>Share of requests that may fail during a release, per cent: the alarm trigger of the service targets.</summary>
    private const double ErrorPercent = 1;

    private const int Minutes = 3;

    /// <param name="name">Name of the service.</param>
    /// <param name="requestLabels">How CloudWatch names the requests of the groups the service takes turns in, by a word for each.</param>
    /// <param name="child">Options of the alarms.</param>
    public DeploymentAlarms(string name, IReadOnlyDictionary<string, Output<string>> requestLabels, CustomResourceOptions child)
    {
        var groups = requestLabels.OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        Names =
        [
            Errors($"{name}-release-errors", RequestLabel.BalancerOf(groups[0].Value), child),
            .. groups.Select(group => Unhealthy($"{name}-release-unhealthy-{group.Key}", group.Value, child)),
        ];
    }

    /// <summary>Names of the alarms, errors first.</summary>
    public IReadOnlyList<Output<string>> Names { get; }

    private static Output<string> Errors(string name, Input<string> loadBalancer, CustomResourceOptions child) => new MetricAlarm(name, new()
    {
        AlarmDescription = $"More than {ErrorPercent} % of requests fail; a release in progress is taken back.",
        MetricQueries =
        [
            new MetricAlarmMetricQueryArgs { Id = "percent", Expression = "IF(requests > 0, 100 * errors / requests, 0)", Label = "failed requests, %", ReturnData = true },
            Sum("errors", "HTTPCode_Target_5XX_Count", loadBalancer),
            Sum("requests", "RequestCount", loadBalancer),
        ],
        ComparisonOperator = "GreaterThanThreshold",
        Threshold = ErrorPercent,
        EvaluationPeriods = Minutes,
        DatapointsToAlarm = Minutes,
        TreatMissingData = "notBreaching",
    }, child).Name;

    private static MetricAlarmMetricQueryArgs Sum(string id, string metric, Input<string> loadBalancer) => new()
    {
        Id = id,
        ReturnData = false,
        Metric = new MetricAlarmMetricQueryMetricArgs
        {
            Namespace = "AWS/ApplicationELB",
            MetricName = metric,
            Dimensions = { ["LoadBalancer"] = loadBalancer },
            Stat = "Sum",
            Period = 60,
        },
    };

    private static Output<string> Unhealthy(
        string name, Output<string> requestLabel, CustomResourceOptions child) => new MetricAlarm(name, new()
    {
        AlarmDescription = "Targets stay unhealthy; a release in progress is taken back.",
        Namespace = "AWS/ApplicationELB",
        MetricName = "UnHealthyHostCount",
        Dimensions = { ["LoadBalancer"] = RequestLabel.BalancerOf(requestLabel), ["TargetGroup"] = RequestLabel.GroupOf(requestLabel) },
        Statistic = "Minimum",
        Period = 60,
        ComparisonOperator = "GreaterThanThreshold",
        Threshold = 0,
        EvaluationPeriods = Minutes,
        DatapointsToAlarm = Minutes,
        TreatMissingData = "notBreaching",
    }, child).Name;
}
