using Platform.Components.Naming;
using Pulumi.Aws.CloudFront;
using Pulumi.Aws.CloudFront.Inputs;

namespace Platform.Components.Edge.Delivery;

/// <summary>What is cached for how long, what the origin hears, and what every answer says about itself.</summary>
internal sealed class EdgePolicies
{
    // AWS's own policies, the same in every account: CloudFront Developer Guide, "Use managed cache policies" and
    // "Use managed origin request policies", read 2026-11.
    private const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    private const string AllViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

    private const int Day = 86_400;
    private const int Year = 31_536_000;
    private const int TwoYears = 63_072_000;

    private static readonly NameRule PolicyName = new(128);

    public EdgePolicies(string name, CustomResourceOptions child)
    {
        AssetCache = Cache($"{name}-assets", "Content that never changes under its name", CacheKey.Path, defaultTtl: Year, maxTtl: Year, child).Id;

        // Nothing is kept unless the application says so, and never longer than a day: pages change in place.
        PageCache = Cache($"{name}-pages", "Pages: kept as long as the application says", CacheKey.Caller, defaultTtl: 0, maxTtl: Day, child).Id;
        Headers = ResponseHeaders(name, child).Id;
    }

    public Input<string> AssetCache { get; }

    public Input<string> PageCache { get; }

    public Input<string> NoCache { get; } = CachingDisabled;

    /// <summary>Everything the client sent except <c>Host</c>, which is the origin's own name: its certificate is checked against that.</summary>
    public Input<string> ToOrigin { get; } = AllViewerExceptHostHeader;

    public Input<string> Headers { get; }

    private static CachePolicy Cache(
        string name, string comment, CacheKey key, int defaultTtl, int maxTtl, CustomResourceOptions child) => new(name, new()
    {
        Name = AwsName.Of(name, PolicyName),
        Comment = comment,
        MinTtl = 0,
        DefaultTtl = defaultTtl,
        MaxTtl = maxTtl,
        ParametersInCacheKeyAndForwardedToOrigin = new CachePolicyParametersInCacheKeyAndForwardedToOriginArgs
        {
            EnableAcceptEncodingBrotli = true,
            EnableAcceptEncodingGzip = true,
            QueryStringsConfig = new CachePolicyParametersInCacheKeyAndForwardedToOriginQueryStringsConfigArgs { QueryStringBehavior = key.QueryStrings },
            CookiesConfig = new CachePolicyParametersInCacheKeyAndForwardedToOriginCookiesConfigArgs { CookieBehavior = key.Cookies },
            HeadersConfig = key.Headers,
        },
    }, child);

    private static ResponseHeadersPolicy ResponseHeaders(string name, CustomResourceOptions child) => new(name, new()
    {
        Name = AwsName.Of(name, PolicyName),
        Comment = "Security headers of every answer",
        SecurityHeadersConfig = new ResponseHeadersPolicySecurityHeadersConfigArgs
        {
            // No preload: a browser vendor's list is a promise for every subdomain that takes months to take back.
            StrictTransportSecurity = new ResponseHeadersPolicySecurityHeadersConfigStrictTransportSecurityArgs
            {
                AccessControlMaxAgeSec = TwoYears, IncludeSubdomains = true, Preload = false, Override = true,
            },
            ContentTypeOptions = new ResponseHeadersPolicySecurityHeadersConfigContentTypeOptionsArgs { Override = true },
            FrameOptions = new ResponseHeadersPolicySecurityHeadersConfigFrameOptionsArgs { FrameOption = "DENY", Override = true },
            ReferrerPolicy = new ResponseHeadersPolicySecurityHeadersConfigReferrerPolicyArgs
            {
                ReferrerPolicy = "strict-origin-when-cross-origin", Override = true,
            },

            // The least every page can live with; a page that knows its sources sends its own, which wins.
            ContentSecurityPolicy = new ResponseHeadersPolicySecurityHeadersConfigContentSecurityPolicyArgs
            {
                ContentSecurityPolicy = "base-uri 'self'; frame-ancestors 'none'; object-src 'none'", Override = false,
            },
        },
        RemoveHeadersConfig = new ResponseHeadersPolicyRemoveHeadersConfigArgs
        {
            Items =
            {
                new ResponseHeadersPolicyRemoveHeadersConfigItemArgs { Header = "Server" },
                new ResponseHeadersPolicyRemoveHeadersConfigItemArgs { Header = "X-Powered-By" },
            },
        },
    }, child);
}
