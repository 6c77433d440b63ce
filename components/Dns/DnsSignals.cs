using Platform.Components.Observability.Signals;

namespace Platform.Components.Dns;

/// <summary>What names and certificates tell about their health.</summary>
internal static class DnsSignals
{
    /// <summary>
    /// Days before the end of a certificate at which ACM renews it; with fewer, that did not work at once. Of its life of 198 days a healthy
    /// one never sees them. Source: https://docs.aws.amazon.com/acm/latest/userguide/dns-renewal-validation.html.
    /// </summary>
    public const int WarnDays = 45;

    /// <summary>The signal of a certificate.</summary>
    /// <param name="name">First name on it.</param>
    /// <param name="region">Its region.</param>
    /// <param name="arn">Its ARN.</param>
    public static Signal Expiry(string name, string region, Input<string> arn) => new(
        $"{region}-expiry", Metric.Of("AWS/CertificateManager", "DaysToExpiry", "Minimum", ("CertificateArn", arn)), "days",
        Limit.Below(WarnDays, "ACM renews 45 days before the end; " + AlarmTriggers.AwsSource),
        Severity.High, Layer.Durability, "certificate-expiry", $"The certificate of {name} in {region} ends soon: ACM's renewal failed.")
        { Evaluation = new(86_400, 1, 1, MissingData.Nothing), Basic = true, Region = region };

    /// <summary>The signals of a signed zone.</summary>
    /// <param name="zoneId">Its id.</param>
    public static IReadOnlyList<Signal> Signing(Output<string> zoneId)
    {
        // Both are measured every four hours only. Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-hosted-zones-with-cloudwatch.html.
        var broken = new Signal("dnssec", Metric.Of("AWS/Route53", "DNSSECInternalFailure", "Sum", ("HostedZoneId", zoneId)), "count",
            Limit.Above(0, "Route 53 must always be able to sign"),
            Severity.High, Layer.Durability, "dns-signing", "Route 53 cannot sign the zone; resolvers that check signatures will refuse its names.")
            { Evaluation = new(3600, 1, 1, MissingData.Nothing), Region = GlobalRegion.Name };
        return
        [
            broken,
            broken with
            {
                Key = "dnssec-key",
                Measure = Metric.Of("AWS/Route53", "DNSSECKeySigningKeysNeedingAction", "Sum", ("HostedZoneId", zoneId)),
                Meaning = "The key that signs the zone cannot be used.",
            },
        ];
    }

    /// <summary>The signal of a health check.</summary>
    /// <param name="target">What it looks at.</param>
    /// <param name="checkId">Its id.</param>
    public static Signal Probe(string target, Input<string> checkId) => new(
        "probe-alarm", Metric.Of("AWS/Route53", "HealthCheckStatus", "Minimum", ("HealthCheckId", checkId)), "count",
        Limit.Below(1, AlarmTriggers.AwsSource),
        Severity.Critical, Layer.Edge, "region-failover", $"Route 53 finds the target of {target} down and answers with the standby.")
        { Evaluation = Evaluation.Minutes(1, MissingData.Bad), Region = GlobalRegion.Name };
}
