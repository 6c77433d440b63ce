using Platform.Components.Observability.Signals;

namespace Platform.Components.Compute.Deployment;

/// <summary>
/// What takes a release back by itself: the share of failed requests, and targets that stay unhealthy. They watch a minute at a
/// time, since a release must be judged while it still has the old one beside it.
/// </summary>
internal static class ReleaseGuard
{
    private const string Metrics = "AWS/ApplicationELB", Runbook = "release-taken-back";

    private static readonly Evaluation ThreeMinutes = Evaluation.Minutes(3);

    /// <param name="requestLabels">How CloudWatch names the requests of the groups the service takes turns in, by a word for each.</param>
    public static IReadOnlyList<Signal> Of(IReadOnlyDictionary<string, Output<string>> requestLabels)
    {
        var groups = requestLabels.OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        return [Errors(RequestLabel.BalancerOf(groups[0].Value)), .. groups.Select(group => Unhealthy(group.Key, group.Value))];
    }

    private static Signal Errors(Output<string> balancer) => new(
        "release-errors", new Formula("IF(requests > 0, 100 * errors / requests, 0)", new Dictionary<string, Metric>
        {
            ["errors"] = Metric.Of(Metrics, "HTTPCode_Target_5XX_Count", "Sum", ("LoadBalancer", balancer)),
            ["requests"] = Metric.Of(Metrics, "RequestCount", "Sum", ("LoadBalancer", balancer)),
        }), "%",
        Limit.Above(AlarmTriggers.ErrorPercent, AlarmTriggers.Source),
        Severity.Medium, Layer.App, Runbook, "Requests fail; a release in progress is taken back.") { Evaluation = ThreeMinutes };

    private static Signal Unhealthy(string word, Output<string> label) => new(
        $"release-unhealthy-{word}", Metric.Of(
            Metrics, "UnHealthyHostCount", "Minimum", ("LoadBalancer", RequestLabel.BalancerOf(label)), ("TargetGroup", RequestLabel.GroupOf(label))), "count",
        Limit.Above(0, "a release whose targets do not become healthy never will"),
        Severity.Medium, Layer.App, Runbook, "Targets stay unhealthy; a release in progress is taken back.") { Evaluation = ThreeMinutes };
}
