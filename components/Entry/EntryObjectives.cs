using Platform.Components.Observability.Objectives;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Entry;

/// <summary>What users may count on, as the load balancer sees it.</summary>
internal static class EntryObjectives
{
    private const string Metrics = "AWS/ApplicationELB";
    private const string Charter = "service targets of the platform charter";

    /// <summary>Requests in a window below which a share of them says nothing.</summary>
    private const int FewRequests = 100;

    /// <param name="balancer">Value of dimension <c>LoadBalancer</c>.</param>
    public static IReadOnlyList<Objective> Of(Output<string> balancer)
    {
        Metric Balancer(string name, string statistic) => Metric.Of(Metrics, name, statistic, ("LoadBalancer", balancer));
        var requests = Balancer("RequestCount", "Sum");
        return
        [
            new("requests")
            {
                Target = ServiceTargets.AvailabilityPercent / 100,
                Meaning = "Requests are answered without an error.",
                Source = $"{ServiceTargets.AvailabilityPercent} % availability; {Charter}",
                Bad = new($"IF({EntrySignals.All} > {FewRequests}, (FILL(failed, 0) + FILL(refused, 0)) / ({EntrySignals.All}), 0)", new Dictionary<string, Metric>
                {
                    ["requests"] = requests,
                    ["failed"] = Balancer("HTTPCode_Target_5XX_Count", "Sum"),
                    ["refused"] = Balancer("HTTPCode_ELB_5XX_Count", "Sum"),
                }),
                Rates = Served("http_response_status_code=~\"5..\""),
                Runbook = "requests-fail",
            },
            new("fast")
            {
                Target = 0.95,
                Meaning = $"Requests are answered within {ServiceTargets.ApiP95Milliseconds} ms.",
                Source = $"95 % within {ServiceTargets.ApiP95Milliseconds} ms; {Charter}",
                Bad = new($"IF(requests > {FewRequests}, 1 - fast / 100, 0)", new Dictionary<string, Metric>
                {
                    ["requests"] = requests,

                    // The percentile rank: the share of answers up to 0.2 s, per cent.
                    ["fast"] = Balancer("TargetResponseTime", FormattableString.Invariant($"PR(:{ServiceTargets.ApiP95Milliseconds / 1000.0})")),
                }),
                Rates = new(
                    $"(sum(rate({Duration}_count{{{Server}}}[$window])) - sum(rate({Duration}_bucket{{{Server}, le=\"{ServiceTargets.ApiP95Milliseconds}\"}}[$window])))",
                    $"sum(rate({Duration}_count{{{Server}}}[$window]))",
                    [$"{Duration}_count", $"{Duration}_bucket"]),
                Runbook = "requests-slow",
            },
        ];
    }

    // What the collector in the cluster counts from the spans of servers.
    private const string Calls = "traces_span_metrics_calls_total";
    private const string Duration = "traces_span_metrics_duration_milliseconds";
    private const string Server = "span_kind=\"SPAN_KIND_SERVER\"";

    private static BadOfAll Served(string bad) => new(
        $"sum(rate({Calls}{{{Server}, {bad}}}[$window]))", $"sum(rate({Calls}{{{Server}}}[$window]))", [Calls]);
}
