using Platform.Components.Observability.Signals;

namespace Platform.Components.Edge;

/// <summary>What a distribution and a firewall tell. CloudFront is measured in one region, wherever users are.</summary>
internal static class EdgeSignals
{
    /// <summary>The signals of a distribution.</summary>
    /// <param name="distribution">Its id.</param>
    /// <param name="extraMetrics">Whether it measures origin latency and hits as well.</param>
    public static IReadOnlyList<Signal> OfDistribution(Output<string> distribution, bool extraMetrics)
    {
        Metric Cdn(string name, string statistic) =>
            Metric.Of("AWS/CloudFront", name, statistic, ("DistributionId", distribution), ("Region", "Global"));
        var errors = new Signal("errors")
        {
            Measure = Cdn("5xxErrorRate", "Average"),
            Unit = "%",
            Meaning = "Viewers see errors at the CDN. What the load balancer answers is counted there too; this one is also its own failures.",
            Limit = Limit.Above(AlarmTriggers.ErrorPercent, AlarmTriggers.Source),

            // The load balancer's alarm pages for what it sees, the probes from outside for the rest: both in the region on-call is paged from.
            Severity = Severity.Medium,
            Layer = Layer.Edge,
            Runbook = "requests-fail",
            Region = GlobalRegion.Name,
        };
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

    /// <summary>The signal of a web ACL: who is stopped, or would be.</summary>
    /// <param name="acl">Its name among metrics.</param>
    /// <param name="region">Region that measures it; null: the provider's.</param>
    /// <param name="mode">Whether it stops what it finds.</param>
    /// <param name="regional">Name of the region among the dimensions; null for a CDN's, which has none.</param>
    public static IReadOnlyList<Signal> OfFirewall(Output<string> acl, string? region, FirewallMode mode, Output<string>? regional)
    {
        var metric = Metric.Of("AWS/WAFV2", mode == FirewallMode.Block ? "BlockedRequests" : "CountedRequests", "Sum", ("WebACL", acl), ("Rule", "ALL"));
        if (regional is not null)
        {
            metric = metric with { Dimensions = metric.Dimensions.Append(new("Region", regional)).ToDictionary() };
        }

        return
        [
            new("attack")
            {
                Measure = new Unusual(metric),
                Unit = "count",
                Meaning = mode == FirewallMode.Block
                    ? "Far more requests are stopped than at this hour of other weeks: an attack, or a rule that hits customers."
                    : "Far more requests than usual would be stopped: an attack, or a rule that would hit customers.",
                Limit = Limit.Above(6, "six standard deviations: probes from the internet come in bursts"),
                Severity = Severity.Medium,
                Layer = Layer.Security,
                Evaluation = new(300, 3, 3),
                Runbook = "firewall-attack",
                Region = region,
            },
        ];
    }
}
