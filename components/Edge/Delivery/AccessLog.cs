using Platform.Components.Naming;
using Platform.Components.Storage;
using Pulumi.Aws.CloudFront;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace Platform.Components.Edge.Delivery;

/// <summary>A record of every request to a distribution (standard logging v2), in a bucket, ready for Athena.</summary>
internal static class AccessLog
{
    // CloudFront's fields without cs(Cookie), cs-uri-query and cs(Referer), in which sessions, tokens and names travel.
    private static readonly string[] Fields =
    [
        "date", "time", "x-edge-location", "sc-bytes", "c-ip", "c-port", "c-country", "cs-method", "x-host-header", "cs-uri-stem",
        "sc-status", "cs(User-Agent)", "x-edge-result-type", "x-edge-response-result-type", "x-edge-detailed-result-type",
        "x-edge-request-id", "cs-protocol", "cs-protocol-version", "cs-bytes", "time-taken", "time-to-first-byte", "ssl-protocol",
        "ssl-cipher", "sc-content-type", "sc-content-len", "cache-behavior-path-pattern",
    ];

    private static readonly NameRule DeliveryName = new(60);

    /// <summary>Registers the bucket and the delivery; CloudFront delivers from us-east-1 only, to a bucket in any region.</summary>
    /// <returns>The bucket.</returns>
    public static PrivateBucket Register(string name, ContentDeliveryArgs args, Distribution distribution, CustomResourceOptions child)
    {
        var bucket = new PrivateBucket($"{name}-logs", new()
        {
            ExpireDays = args.LogRetentionDays,
            KeepVersionsDays = 1,
            DestroyWithContent = !(args.Protected ?? true),
            LogWriter = "delivery.logs.amazonaws.com",
        }, new ComponentResourceOptions { Parent = child.Parent });

        var source = new LogDeliverySource(name, new()
        {
            Name = AwsName.Of(name, DeliveryName),
            LogType = "ACCESS_LOGS",
            ResourceArn = distribution.Arn,
            Region = GlobalRegion.Name,
        }, child);

        var destination = new LogDeliveryDestination(name, new()
        {
            Name = AwsName.Of(name, DeliveryName),
            OutputFormat = "parquet",
            DeliveryDestinationConfiguration = new LogDeliveryDestinationDeliveryDestinationConfigurationArgs
            {
                // The name, not the ARN, waits for the right to write; the folder is what that right is for.
                DestinationResourceArn = Output.Tuple(bucket.Arn, bucket.BucketName).Apply(both => $"{both.Item1}/access"),
            },
            Region = GlobalRegion.Name,
        }, child);

        new LogDelivery(name, new()
        {
            DeliverySourceName = source.Name,
            DeliveryDestinationArn = destination.Arn,
            RecordFields = Fields,
            S3DeliveryConfigurations =
            {
                new LogDeliveryS3DeliveryConfigurationArgs { SuffixPath = "{DistributionId}/{yyyy}/{MM}/{dd}/{HH}", EnableHiveCompatiblePath = true },
            },
            Region = GlobalRegion.Name,
        }, child);
        return bucket;
    }
}
