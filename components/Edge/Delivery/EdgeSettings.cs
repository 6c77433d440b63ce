using Platform.Components.Naming;
using Pulumi.Aws.CloudFront;
using Pulumi.Aws.CloudFront.Inputs;

namespace Platform.Components.Edge.Delivery;

/// <summary>Settings of a distribution that are the same for every path.</summary>
internal static class EdgeSettings
{
    private static readonly NameRule FunctionName = new(64);

    /// <summary>What the tools hold the component to.</summary>
    public static IReadOnlyDictionary<string, object> Targets { get; } = new Dictionary<string, object>
    {
        ["availabilityPercent"] = ServiceTargets.AvailabilityPercent,
        ["cacheHitPercent"] = ServiceTargets.CacheHitPercent,
        ["errorPercent"] = ServiceTargets.ErrorPercent,
    };

    /// <summary>
    /// How long an error is remembered: long enough that a flood of clients asks an ailing origin once, short enough that nobody waits
    /// for a healthy one. A bucket answers 403 for what it does not have.
    /// </summary>
    public static InputList<DistributionCustomErrorResponseArgs> ErrorTtls =>
        new[] { (403, 10), (404, 10), (500, 1), (502, 1), (503, 1), (504, 1) }
            .Select(error => new DistributionCustomErrorResponseArgs { ErrorCode = error.Item1, ErrorCachingMinTtl = error.Item2 })
            .ToArray();

    /// <summary>TLS towards viewers. With its own name only, CloudFront takes no minimum version.</summary>
    public static DistributionViewerCertificateArgs ViewerCertificate(Input<string>? certificateArn) => certificateArn is null
        ? new() { CloudfrontDefaultCertificate = true }
        : new() { AcmCertificateArn = certificateArn, SslSupportMethod = "sni-only", MinimumProtocolVersion = "TLSv1.2_2025" };

    /// <summary>Who is served, said explicitly even when it is everybody.</summary>
    public static DistributionRestrictionsArgs Restrictions(CountryFilter? countries) => new()
    {
        GeoRestriction = new DistributionRestrictionsGeoRestrictionArgs
        {
            RestrictionType = countries is null ? "none" : countries.Allows ? "whitelist" : "blacklist",
            Locations = countries is null ? [] : [.. countries.Countries],
        },
    };

    /// <summary>The price class as CloudFront names it.</summary>
    public static string PriceClassOf(PriceClass? choice) => choice switch
    {
        PriceClass.All => "PriceClass_All",
        PriceClass.Wide => "PriceClass_200",
        _ => "PriceClass_100",
    };

    /// <summary>A published function.</summary>
    /// <returns>Its ARN.</returns>
    public static Output<string> Function(string name, string code, CustomResourceOptions child) => new Function(name, new()
    {
        Name = AwsName.Of(name, FunctionName),
        Runtime = EdgeFunctions.Runtime,
        Code = code,
        Publish = true,
    }, child).Arn;

    /// <summary>Cache hit rate, origin latency and errors by status, as metrics.</summary>
    public static void MeasureMore(string name, Distribution distribution, CustomResourceOptions child) =>
        new MonitoringSubscription(name, new()
        {
            DistributionId = distribution.Id,
            MonitoringSubscriptionDetails = new MonitoringSubscriptionMonitoringSubscriptionArgs
            {
                RealtimeMetricsSubscriptionConfig =
                    new MonitoringSubscriptionMonitoringSubscriptionRealtimeMetricsSubscriptionConfigArgs
                    {
                        RealtimeMetricsSubscriptionStatus = "Enabled",
                    },
            },
        }, child);
}
