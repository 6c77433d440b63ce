using Platform.Components.Observability.Signals;

namespace Platform.Components.Entry;

/// <summary>What a load balancer tells about requests, the only place where all of them pass.</summary>
internal static class EntrySignals
{
    private const string Metrics = "AWS/ApplicationELB";

    /// <summary>All that users asked for. Source: Application Load Balancer user guide, which counts as a request only what was given to a target.</summary>
    internal const string All = "FILL(requests, 0) + FILL(refused, 0)";

    /// <summary>Requests a minute below which a share of them says nothing.</summary>
    private const int FewRequests = 20;

    /// <param name="balancer">Value of dimension <c>LoadBalancer</c>.</param>
    /// <param name="group">Value of dimension <c>TargetGroup</c>.</param>
    public static IReadOnlyList<Signal> Of(Output<string> balancer, Output<string> group)
    {
        Metric Balancer(string name, string statistic) => Metric.Of(Metrics, name, statistic, ("LoadBalancer", balancer));
        Metric Group(string name, string statistic) => Metric.Of(Metrics, name, statistic, ("LoadBalancer", balancer), ("TargetGroup", group));
        return
        [
            // Requests for which there is no target are refused and not among the requests: with nobody left, they are all there is.
            new("errors", new Formula($"IF({All} > {FewRequests}, 100 * (FILL(failed, 0) + FILL(refused, 0)) / ({All}), 0)", new Dictionary<string, Metric>
                {
                    ["requests"] = Balancer("RequestCount", "Sum"),
                    ["failed"] = Balancer("HTTPCode_Target_5XX_Count", "Sum"),
                    ["refused"] = Balancer("HTTPCode_ELB_5XX_Count", "Sum"),
                }), "%",
                Limit.Above(AlarmTriggers.ErrorPercent, AlarmTriggers.Source) with { Basic = 5 },
                Severity.Critical, Layer.Users, "requests-fail", "Requests of users fail.") { Basic = true },
            new("latency", Balancer("TargetResponseTime", "p95"), "s",
                Limit.Above(AlarmTriggers.P95Seconds, AlarmTriggers.Source) with { Basic = 3 },
                Severity.High, Layer.Users, "requests-slow", "One request in twenty takes longer than a second.") { Basic = true },
            new("nobody-healthy", Group("HealthyHostCount", "Maximum"), "count",
                Limit.Below(1, "without a healthy target nothing is answered"),
                Severity.Critical, Layer.Users, "targets-unhealthy", "Nothing behind the load balancer passes its health check.")
                { Evaluation = Evaluation.Minutes(3) },
            new("unhealthy", Group("UnHealthyHostCount", "Maximum"), "count", Limit.Above(0, "every target should be healthy"),
                Severity.Medium, Layer.Entry, "targets-unhealthy", "Some targets fail their health check; the others carry their load.")
                { Evaluation = Evaluation.Minutes(3) },
            new("rejected", Balancer("RejectedConnectionCount", "Sum"), "count", Limit.Above(0, "nobody should be turned away"),
                Severity.High, Layer.Entry, "requests-rejected", "The load balancer has reached its number of connections and turns users away.")
                { Evaluation = Evaluation.Minutes(3) },
            new("unreachable", Balancer("TargetConnectionErrorCount", "Sum"), "count",
                Limit.Above(10, "practice: fewer happen whenever a target is replaced"),
                Severity.Medium, Layer.Entry, "targets-unhealthy", "The load balancer cannot connect to targets."),
            new("unusual-traffic", new Unusual(Balancer("RequestCount", "Sum")), "count",
                Limit.Above(4, "four standard deviations, where chance alone is silent for years"),
                Severity.Low, Layer.Entry, "traffic-unusual", "Far more or fewer requests than at this hour of other weeks.")
                { Evaluation = new(300, 3, 3) },
        ];
    }
}
