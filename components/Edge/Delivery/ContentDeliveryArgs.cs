using Platform.Components.Edge.Firewalls;
using Platform.Components.Storage;

namespace Platform.Components.Edge.Delivery;

/// <summary>What a caller may choose; <see cref="ContentDelivery"/> decides the rest.</summary>
public sealed class ContentDeliveryArgs : ResourceArgs
{
    /// <summary>The application.</summary>
    [Input("application", required: true)] public required EdgeOrigin Application { get; init; }

    /// <summary>ARN of the web ACL: <see cref="WebFirewall.WebAclArn"/> of a firewall for <see cref="FirewallTarget.Cdn"/>.</summary>
    [Input("webAclArn", required: true)] public required Input<string> WebAclArn { get; init; }

    /// <summary>Days access logs are kept, 1 to 3650. They hold neither cookies nor query strings.</summary>
    [Input("logRetentionDays", required: true)] public required int LogRetentionDays { get; init; }

    /// <summary>The names it answers to, all in the certificate. Default: only its own name under <c>cloudfront.net</c>.</summary>
    [Input("domains")] public IReadOnlyList<string>? Domains { get; init; }

    /// <summary>Names that redirect (301) to the first of <see cref="Domains"/>, all in the certificate too. Default: none.</summary>
    [Input("redirectDomains")] public IReadOnlyList<string>? RedirectDomains { get; init; }

    /// <summary>Certificate of the names, in us-east-1. Required with <see cref="Domains"/>, pointless without.</summary>
    [Input("certificateArn")] public Input<string>? CertificateArn { get; init; }

    /// <summary>
    /// Paths that write or answer for one user only: every method, never cached. All other paths are read-only. CloudFront fails no
    /// write over by itself, as it might run twice. Default: <c>/api/*</c>.
    /// </summary>
    [Input("apiPaths")] public IReadOnlyList<string>? ApiPaths { get; init; }

    /// <summary>Paths whose content never changes under its name: cached for a year, here and in browsers. Default: <c>/assets/*</c>.</summary>
    [Input("assetPaths")] public IReadOnlyList<string>? AssetPaths { get; init; }

    /// <summary>Bucket the asset paths are read from; it must be made with <c>CdnOrigin</c>. Default: they come from the application.</summary>
    public PrivateBucket? Assets { get; init; }

    /// <summary>The same assets in the other region, read when the first bucket fails; a release uploads to both. Default: none.</summary>
    public PrivateBucket? StandbyAssets { get; init; }

    /// <summary>
    /// The application of the other region: reads go there by themselves when the active one answers 500, 502, 503 or 504.
    /// Default: none.
    /// </summary>
    [Input("standby")] public EdgeOrigin? Standby { get; init; }

    /// <summary>Swaps application and standby: the one step that moves writes to the other region. Default: false.</summary>
    [Input("serveFromStandby")] public bool? ServeFromStandby { get; init; }

    /// <summary>Which edges answer (<c>priceClass</c>). Default: <see cref="PriceClass.Basic"/>.</summary>
    [Input("priceClass")] public PriceClass? PriceClass { get; init; }

    /// <summary>Whether cache hit rate, origin latency and errors by status are measured, at a price per metric. Default: false.</summary>
    [Input("extraMetrics")] public bool? ExtraMetrics { get; init; }

    /// <summary>
    /// Region of an extra cache in front of the application (<c>originShield</c>): fewer requests reach it, at a price per request.
    /// Choose the application's own. Default: none.
    /// </summary>
    [Input("originShieldRegion")] public string? OriginShieldRegion { get; init; }

    /// <summary>Whether the access logs survive an attempt to delete them. Default: true.</summary>
    [Input("protected")] public bool? Protected { get; init; }

    /// <summary>Countries served (<c>geoRestriction</c>). Default: all.</summary>
    [Input("countries")] public CountryFilter? Countries { get; init; }
}
