using static Platform.Tests.Edge.Delivery.GivenDelivery;

namespace Platform.Tests.Edge.Delivery;

/// <summary>How each class of paths is answered.</summary>
public class PathClassTests
{
    [Fact]
    public async Task Each_class_of_path_is_cached_its_own_way()
    {
        var plan = await Run(Prod());
        var cdn = plan.Only("Distribution");

        Assert.Equal(("/assets/*", "CachePolicy:cdn-assets"), (cdn["orderedCacheBehaviors.0.pathPattern"], cdn["orderedCacheBehaviors.0.cachePolicyId"]));
        Assert.Equal(
            ("/api/*", "4135ea2d-6df8-44a3-9df3-4b5a84be39ad", "b689b0a8-53d0-40ab-baf2-68738e2966ac"),
            (cdn["orderedCacheBehaviors.1.pathPattern"], cdn["orderedCacheBehaviors.1.cachePolicyId"], cdn["orderedCacheBehaviors.1.originRequestPolicyId"]));
        Assert.Equal("CachePolicy:cdn-pages", cdn["defaultCacheBehavior.cachePolicyId"]);

        var assets = plan.Named("CachePolicy", "cdn-assets");
        var pages = plan.Named("CachePolicy", "cdn-pages");
        Assert.Equal((31_536_000.0, 31_536_000.0), (assets["defaultTtl"], assets["maxTtl"]));
        Assert.Equal((0.0, 86_400.0), (pages["defaultTtl"], pages["maxTtl"]));
        Assert.All(new[] { assets, pages }, policy =>
        {
            const string Key = "parametersInCacheKeyAndForwardedToOrigin";
            Assert.Equal((true, true), (policy[$"{Key}.enableAcceptEncodingBrotli"], policy[$"{Key}.enableAcceptEncodingGzip"]));
        });
        Assert.All(Behaviours(cdn), behaviour => Assert.Equal(true, cdn[$"{behaviour}.compress"]));
    }

    [Fact]
    public async Task A_page_for_somebody_is_given_to_nobody_else()
    {
        const string Key = "parametersInCacheKeyAndForwardedToOrigin";
        var plan = await Run(Prod());

        var pages = plan.Named("CachePolicy", "cdn-pages");
        Assert.Equal(("all", "all"), (pages[$"{Key}.cookiesConfig.cookieBehavior"], pages[$"{Key}.queryStringsConfig.queryStringBehavior"]));
        Assert.Equal(("whitelist", "Authorization"), (pages[$"{Key}.headersConfig.headerBehavior"], pages[$"{Key}.headersConfig.headers.items.0"]));
        var assets = plan.Named("CachePolicy", "cdn-assets");
        Assert.Equal(("none", "none"), (assets[$"{Key}.cookiesConfig.cookieBehavior"], assets[$"{Key}.headersConfig.headerBehavior"]));
    }

    [Fact]
    public async Task Only_the_API_takes_writes()
    {
        var cdn = (await Run(Prod())).Only("Distribution");

        Assert.Contains("DELETE", Texts(cdn["orderedCacheBehaviors.1.allowedMethods"]));
        Assert.All(
            ["orderedCacheBehaviors.0", "defaultCacheBehavior"],
            behaviour => Assert.Equal(["GET", "HEAD", "OPTIONS"], Texts(cdn[$"{behaviour}.allowedMethods"])));
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        var plan = await Run(Dev());

        const string Headers = "securityHeadersConfig";
        var policy = plan.Only("ResponseHeadersPolicy");
        Assert.Equal(
            (63_072_000.0, true, true),
            (policy[$"{Headers}.strictTransportSecurity.accessControlMaxAgeSec"], policy[$"{Headers}.strictTransportSecurity.includeSubdomains"],
                policy[$"{Headers}.strictTransportSecurity.override"]));
        Assert.Equal(
            ("DENY", true, "strict-origin-when-cross-origin"),
            (policy[$"{Headers}.frameOptions.frameOption"], policy[$"{Headers}.contentTypeOptions.override"], policy[$"{Headers}.referrerPolicy.referrerPolicy"]));
        var cdn = plan.Only("Distribution");
        Assert.All(Behaviours(cdn), behaviour => Assert.Equal("ResponseHeadersPolicy:cdn", cdn[$"{behaviour}.responseHeadersPolicyId"]));
    }
}
