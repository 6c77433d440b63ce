using System.Collections.Immutable;
using Platform.Components.Observability.Signals;
using Pulumi.Aws.CloudFront;

namespace Platform.Components.Edge.Delivery;

/// <summary>
/// The way in from the internet: TLS 1.2 or newer, filtered by a firewall, cached by class of path, with security headers on every answer
/// and origins nobody else can reach.
/// </summary>
/// <example><code>var cdn = new ContentDelivery("cdn", new() { Application = EdgeOrigin.LoadBalancer(entry.Arn, "origin.example.com"), WebAclArn = firewall.WebAclArn, LogRetentionDays = 90 });</code></example>
public sealed class ContentDelivery : ComponentResource, IObserved
{
    /// <summary>Registers the distribution with its policies, functions, origins and log.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="args">What may be chosen.</param>
    /// <param name="options">Pulumi options.</param>
    /// <exception cref="ResourceException">CloudFront would refuse what was chosen.</exception>
    public ContentDelivery(string name, ContentDeliveryArgs args, ComponentResourceOptions? options = null)
        : base("platform:index:ContentDelivery", name, args, options)
    {
        this.Require(DeliveryProblems.Of(args));
        this.InRange("logRetentionDays", args.LogRetentionDays, min: 1, max: 3650);
        var child = new CustomResourceOptions { Parent = this };

        var policies = new EdgePolicies(name, child);
        var origins = new EdgeOrigins(name, args, child);
        var viewer = EdgeSettings.Function($"{name}-viewer", EdgeFunctions.ViewerRequest(args), child);
        var redirect = args.RedirectDomains is { Count: > 0 } ? (Input<string>)viewer : null;
        var asset = Behaviour.Asset(origins, policies, redirect, EdgeSettings.Function($"{name}-assets", EdgeFunctions.AssetResponse, child));
        var api = Behaviour.Api(origins, policies, viewer);

        var distribution = new Distribution(name, new()
        {
            Comment = $"{Deployment.Instance.ProjectName} {Deployment.Instance.StackName} {name}",
            Enabled = true,
            Aliases = (args.Domains ?? []).Concat(args.RedirectDomains ?? []).ToArray(),
            WebAclId = args.WebAclArn,
            HttpVersion = "http2and3",
            IsIpv6Enabled = true,
            PriceClass = EdgeSettings.PriceClassOf(args.PriceClass),
            Origins = origins.Origins,
            OriginGroups = origins.Groups,
            OrderedCacheBehaviors = PathClasses.Assets(args).Select(asset.For).Concat(PathClasses.Api(args).Select(api.For)).ToArray(),
            DefaultCacheBehavior = Behaviour.Page(origins, policies, viewer).ForAll(),
            CustomErrorResponses = EdgeSettings.ErrorTtls,
            ViewerCertificate = EdgeSettings.ViewerCertificate(args.CertificateArn),
            Restrictions = EdgeSettings.Restrictions(args.Countries),
        }, child);

        AccessLogBucketName = AccessLog.Register(name, args, distribution, child).BucketName;
        if (args.ExtraMetrics == true)
        {
            EdgeSettings.MeasureMore(name, distribution, child);
        }

        (DistributionId, Arn) = (distribution.Id, distribution.Arn);
        (DomainName, HostedZoneId) = (distribution.DomainName, distribution.HostedZoneId);
        Signals = DeliverySignals.Of(distribution.Id, args.ExtraMetrics == true);
        About = this.Declare(ServiceTier.Entry, options, EdgeSettings.Targets, signals: Signals);
        RegisterOutputs();
    }

    /// <summary>Id of the distribution, for invalidations and alarms.</summary>
    [Output("distributionId")] public Output<string> DistributionId { get; private set; }

    /// <summary>ARN of the distribution.</summary>
    [Output("arn")] public Output<string> Arn { get; private set; }

    /// <summary>Its own name under <c>cloudfront.net</c>.</summary>
    [Output("domainName")] public Output<string> DomainName { get; private set; }

    /// <summary>AWS's zone of that name, for an alias record.</summary>
    [Output("hostedZoneId")] public Output<string> HostedZoneId { get; private set; }

    /// <summary>Bucket of the access logs.</summary>
    [Output("accessLogBucketName")] public Output<string> AccessLogBucketName { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<Signal> Signals { get; }

    /// <summary>What the component tells the platform's tools.</summary>
    [Output("platform")] public Output<ImmutableDictionary<string, object>> About { get; private set; }
}
