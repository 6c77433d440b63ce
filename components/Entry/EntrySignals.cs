using Platform.Components.Observability.Signals;

namespace Platform.Components.Entry;

/// <summary>What a load balancer tells about requests, the only place where all of them pass.</summary>
internal static class EntrySignals
{
    private const string Metrics = "AWS/ApplicationELB";

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
            new("errors")
            {
                Measure = new Formula($"IF(requests > {FewRequests}, 100 * (FILL(failed, 0) + FILL(refused, 0)) / requests, 0)", new Dictionary<string, Metric>
                {
                    ["requests"] = Balancer("RequestCount", "Sum"),
                    ["failed"] = Balancer("HTTPCode_Target_5XX_Count", "Sum"),
                    ["refused"] = Balancer("HTTPCode_ELB_5XX_Count", "Sum"),
                }),
                Unit = "%",
                Meaning = "Requests of users fail.",
                Limit = Limit.Above(AlarmTriggers.ErrorPercent, AlarmTriggers.Source) with { Basic = 5 },
                Severity = Severity.Critical,
                Layer = Layer.Users,
                Runbook = "requests-fail",
                Basic = true,
            },
            new("latency")
            {
                Measure = Balancer("TargetResponseTime", "p95"),
                Unit = "s",
                Meaning = "One request in twenty takes longer than a second.",
                Limit = Limit.Above(AlarmTriggers.P95Seconds, AlarmTriggers.Source) with { Basic = 3 },
                Severity = Severity.High,
                Layer = Layer.Users,
                Runbook = "requests-slow",
                Basic = true,
            },
            new("nobody-healthy")
            {
                Measure = Group("HealthyHostCount", "Maximum"),
                Unit = "count",
                Meaning = "Nothing behind the load balancer passes its health check.",
                Limit = Limit.Below(1, "without a healthy target nothing is answered"),
                Severity = Severity.Critical,
                Layer = Layer.Users,
                Evaluation = Evaluation.Minutes(3),
                Runbook = "targets-unhealthy",
            },
            new("unhealthy")
            {
                Measure = Group("UnHealthyHostCount", "Maximum"),
                Unit = "count",
                Meaning = "Some targets fail their health check; the others carry their load.",
                Limit = Limit.Above(0, AlarmTriggers.AwsSource),
                Severity = Severity.Medium,
                Layer = Layer.Entry,
                Evaluation = Evaluation.Minutes(3),
                Runbook = "targets-unhealthy",
            },
            new("rejected")
            {
                Measure = Balancer("RejectedConnectionCount", "Sum"),
                Unit = "count",
                Meaning = "The load balancer has reached its number of connections and turns users away.",
                Limit = Limit.Above(0, AlarmTriggers.AwsSource),
                Severity = Severity.High,
                Layer = Layer.Entry,
                Evaluation = Evaluation.Minutes(3),
                Runbook = "requests-rejected",
            },
            new("unreachable")
            {
                Measure = Balancer("TargetConnectionErrorCount", "Sum"),
                Unit = "count",
                Meaning = "The load balancer cannot connect to targets.",
                Limit = Limit.Above(10, "practice: fewer happen whenever a target is replaced"),
                Severity = Severity.Medium,
                Layer = Layer.Entry,
                Runbook = "targets-unhealthy",
            },
            new("unusual-traffic")
            {
                Measure = new Unusual(Balancer("RequestCount", "Sum")),
                Unit = "count",
                Meaning = "Far more or fewer requests than at this hour of other weeks.",
                Limit = Limit.Above(4, "four standard deviations, where chance alone is silent for years"),
                Severity = Severity.Low,
                Layer = Layer.Entry,
                Evaluation = new(300, 3, 3),
                Runbook = "traffic-unusual",
            },
        ];
    }
}
