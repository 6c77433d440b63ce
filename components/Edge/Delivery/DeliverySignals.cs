using Platform.Components.Observability.Signals;

namespace Platform.Components.Edge.Delivery;

/// <summary>What a distribution tells. CloudFront is measured in one region, wherever users are.</summary>
internal static class DeliverySignals
{
    /// <summary>The signals of a distribution.</summary>
    /// <param name="distribution">Its id.</param>
    /// <param name="extraMetrics">Whether it measures origin latency and hits as well.</param>
    public static IReadOnlyList<Signal> Of(Output<string> distribution, bool extraMetrics)
    {
        Metric Cdn(string name, string statistic) =>
            Metric.Of("AWS/CloudFront", name, statistic, ("DistributionId", distribution), ("Region", "Global"));

        // The load balancer's alarm pages for what it sees, the probes from outside for the rest: both in the region on-call is paged from.
        var errors = new Signal("errors", Cdn("5xxErrorRate", "Average"), "%",
            Limit.Above(AlarmTriggers.ErrorPercent, AlarmTriggers.Source),
            Severity.Medium, Layer.Edge, "requests-fail",
            "Viewers see errors at the CDN. What the load balancer answers is counted there too; this one is also its own failures.")
            { Region = GlobalRegion.Name };
        return extraMetrics
            ?
            [
                errors,
                errors with
                {
                    Key = "origin-latency",
                    Measure = Cdn("OriginLatency", "p90"),
                    Unit = "ms",
                    Meaning = "One request in ten waits longer than a second for the application.",
                    Limit = Limit.Above(1000 * AlarmTriggers.P95Seconds, AlarmTriggers.Source),
                    Runbook = "requests-slow",
                },
                errors with
                {
                    Key = "hits",
                    Measure = Cdn("CacheHitRate", "Average"),
                    Meaning = "The application answers what the CDN should.",
                    Limit = Limit.Below(ServiceTargets.CacheHitPercent, "service target of the platform charter: cache hit rate"),
                    Severity = Severity.Low,
                    Evaluation = new(3600, 3, 3),
                    Runbook = "cache-hits",
                },
            ]
            : [errors];
    }
}
