using Pulumi.Aws.CloudFront.Inputs;

namespace Platform.Components.Edge.Delivery;

/// <summary>
/// What two requests must have in common to get the same cached answer. It has to hold everything by which the origin may tell callers
/// apart, or one would be given what is another's.
/// </summary>
internal sealed record CacheKey(string QueryStrings, string Cookies, string[] HeaderNames)
{
    /// <summary>The path alone, for content that is the same for everybody.</summary>
    public static CacheKey Path { get; } = new("none", "none", []);

    /// <summary>
    /// The whole of what names a caller: a page for somebody signed in is kept for the same cookies and the same credentials only, and
    /// callers without either share theirs.
    /// </summary>
    public static CacheKey Caller { get; } = new("all", "all", ["Authorization"]);

    /// <summary>The headers, as a cache policy writes them.</summary>
    public CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigArgs Headers => HeaderNames.Length == 0
        ? new() { HeaderBehavior = "none" }
        : new()
        {
            HeaderBehavior = "whitelist",
            Headers = new CachePolicyParametersInCacheKeyAndForwardedToOriginHeadersConfigHeadersArgs { Items = HeaderNames },
        };
}
