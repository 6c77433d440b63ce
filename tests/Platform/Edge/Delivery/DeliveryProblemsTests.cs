using Platform.Components.Edge;
using Platform.Components.Edge.Delivery;
using Platform.Components.Storage;

namespace Platform.Tests.Edge.Delivery;

public class DeliveryProblemsTests
{
    [Theory]
    [InlineData("no certificate", "domains are set without certificateArn, but viewers need TLS for them. Add a Certificate in us-east-1.")]
    [InlineData("no domain", "certificateArn is set without domains, so nobody would see it.")]
    [InlineData("redirect to nowhere", "redirectDomains need a first domain to lead to that is no wildcard.")]
    [InlineData("redirect to itself", "redirectDomains has 'example.com', which domains has too")]
    [InlineData("origin with a capital", "application has 'Origin.example.com', which must be a name such as www.example.com")]
    [InlineData("every path", "apiPaths has '/*', but must be a pattern such as /api/*")]
    [InlineData("path twice", "path '/x/*' is named twice in apiPaths and assetPaths")]
    [InlineData("many paths", "apiPaths and assetPaths have 76 patterns, but CloudFront takes 74 beside the default.")]
    [InlineData("no standby", "serveFromStandby is true, but there is no standby to serve from.")]
    public void Says_what_CloudFront_would_refuse_and_the_way_out(string which, string problem) =>
        Assert.Contains(problem, Assert.Single(DeliveryProblems.Of(Wrong(which))), StringComparison.Ordinal);

    [Fact]
    public async Task Refuses_a_bucket_that_would_refuse_the_CDN()
    {
        var message = await Sandbox.Refusal(() => new ContentDelivery("cdn", Args(assets: new PrivateBucket("assets", new()))));

        Assert.Contains("ContentDelivery 'cdn': bucket 'assets' would refuse the CDN. Make it with CdnOrigin.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_second_bucket_without_a_first()
    {
        var message = await Sandbox.Refusal(() => new ContentDelivery("cdn", new()
        {
            Application = EdgeOrigin.Public("origin.example.com"),
            WebAclArn = "arn",
            LogRetentionDays = 14,
            StandbyAssets = new PrivateBucket("assets", new() { CdnOrigin = true }),
        }));

        Assert.Contains("standbyAssets is set without assets", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_for_the_CDN_takes_no_key_the_CDN_could_not_use()
    {
        var message = await Sandbox.Refusal(() => new PrivateBucket("assets", new() { CdnOrigin = true, KeyArn = "arn:key" }));

        Assert.Contains("PrivateBucket 'assets': keyArn is set for a cdnOrigin, but CloudFront could not decrypt with it.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_for_the_CDN_is_read_by_distributions_of_the_account_and_by_nobody_else()
    {
        var plan = await Sandbox.Run(() => new PrivateBucket("assets", new() { CdnOrigin = true }));

        var policy = (string)plan.Only("BucketPolicy")["policy"]!;
        Assert.Contains(
            """{"Sid":"ReadByCdn","Effect":"Allow","Principal":{"Service":"cloudfront.amazonaws.com"},"Action":["s3:GetObject"],"Resource":["arn:Bucket:assets/*"],"Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:cloudfront::111122223333:distribution/*"}}}""",
            policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Countries_are_two_capital_letters()
    {
        Assert.Contains("'de'", Assert.Throws<ArgumentException>(() => CountryFilter.Only("de")).Message, StringComparison.Ordinal);
        Assert.Contains("at least one country", Assert.Throws<ArgumentException>(() => CountryFilter.Except()).Message, StringComparison.Ordinal);
    }

    private static ContentDeliveryArgs Wrong(string which) => which switch
    {
        "no certificate" => Args(domains: ["example.com"]),
        "no domain" => Args(certificate: "arn"),
        "redirect to nowhere" => Args(domains: ["*.example.com"], redirects: ["example.com"], certificate: "arn"),
        "redirect to itself" => Args(domains: ["example.com"], redirects: ["example.com"], certificate: "arn"),
        "origin with a capital" => Args(origin: "Origin.example.com"),
        "every path" => Args(api: ["/*"]),
        "path twice" => Args(api: ["/x/*", "/x/*"]),
        "many paths" => Args(api: [.. Enumerable.Range(0, 75).Select(n => $"/api{n}/*")]),
        "no standby" => Args(serveFromStandby: true),
        _ => throw new ArgumentOutOfRangeException(nameof(which)),
    };

    private static ContentDeliveryArgs Args(
        string[]? domains = null, string[]? redirects = null, string? certificate = null, string origin = "origin.example.com",
        string[]? api = null, bool? serveFromStandby = null, PrivateBucket? assets = null) => new()
    {
        Application = EdgeOrigin.Public(origin),
        WebAclArn = "arn",
        LogRetentionDays = 14,
        Domains = domains,
        RedirectDomains = redirects,
        CertificateArn = certificate is null ? null : (Input<string>)certificate,
        ApiPaths = api,
        ServeFromStandby = serveFromStandby,
        Assets = assets,
    };
}
