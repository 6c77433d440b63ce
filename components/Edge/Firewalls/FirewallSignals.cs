using Platform.Components.Observability.Signals;

namespace Platform.Components.Edge.Firewalls;

/// <summary>What a firewall tells.</summary>
internal static class FirewallSignals
{
    /// <summary>The signal of a web ACL: who is stopped, or would be.</summary>
    /// <param name="acl">Its name among metrics.</param>
    /// <param name="region">Region that measures it; null: the provider's.</param>
    /// <param name="mode">Whether it stops what it finds.</param>
    /// <param name="regional">Name of the region among the dimensions; null for a CDN's, which has none.</param>
    public static IReadOnlyList<Signal> Of(Output<string> acl, string? region, FirewallMode mode, Output<string>? regional)
    {
        var metric = Metric.Of("AWS/WAFV2", mode == FirewallMode.Block ? "BlockedRequests" : "CountedRequests", "Sum", ("WebACL", acl), ("Rule", "ALL"));
        if (regional is not null)
        {
            metric = metric with { Dimensions = metric.Dimensions.Append(new("Region", regional)).ToDictionary() };
        }

        return
        [
            new("attack", new Unusual(metric), "count", Limit.Above(6, "six standard deviations: probes from the internet come in bursts"),
                Severity.Medium, Layer.Security, "firewall-attack",
                mode == FirewallMode.Block
                    ? "Far more requests are stopped than at this hour of other weeks: an attack, or a rule that hits customers."
                    : "Far more requests than usual would be stopped: an attack, or a rule that would hit customers.")
                { Evaluation = new(300, 3, 3), Region = region },
        ];
    }
}
