using System.Collections.Immutable;
using Platform.Components.Edge;
using Platform.Components.Edge.Delivery;
using static Platform.Tests.Edge.Delivery.GivenDelivery;

namespace Platform.Tests.Edge.Delivery;

public class ContentDeliveryTests
{
    [Fact]
    public async Task Viewers_need_TLS_1_2_of_2025_for_our_names_and_are_redirected_to_it()
    {
        var cdn = (await Run(Prod())).Only("Distribution");

        Assert.Equal(
            ("TLSv1.2_2025", "sni-only", "arn:certificate"),
            (cdn["viewerCertificate.minimumProtocolVersion"], cdn["viewerCertificate.sslSupportMethod"], cdn["viewerCertificate.acmCertificateArn"]));
        Assert.All(Behaviours(cdn), behaviour => Assert.Equal("redirect-to-https", cdn[$"{behaviour}.viewerProtocolPolicy"]));
        Assert.Equal(("http2and3", true, "arn:acl"), (cdn["httpVersion"], cdn["isIpv6Enabled"], cdn["webAclId"]));
    }

    [Fact]
    public async Task The_application_is_reached_through_a_VPC_origin_over_verified_TLS_1_2_only()
    {
        var plan = await Run(Dev());

        var origin = plan.Only("VpcOrigin");
        const string Endpoint = "vpcOriginEndpointConfig";
        Assert.Equal(
            ("arn:lb", "https-only", "TLSv1.2", 1.0),
            (origin[$"{Endpoint}.arn"], origin[$"{Endpoint}.originProtocolPolicy"],
                origin[$"{Endpoint}.originSslProtocols.items.0"], origin[$"{Endpoint}.originSslProtocols.quantity"]));
        var cdn = plan.Only("Distribution");
        Assert.Equal(("origin.example.com", "VpcOrigin:cdn-application"), (cdn["origins.0.domainName"], cdn["origins.0.vpcOriginConfig.vpcOriginId"]));
        Assert.Null(cdn["origins.0.customOriginConfig"]);
    }

    [Fact]
    public async Task A_public_origin_speaks_TLS_1_2_only()
    {
        var plan = await Sandbox.Run(() => new ContentDelivery("cdn", new()
        {
            Application = EdgeOrigin.Public("origin.example.com"),
            WebAclArn = "arn:acl",
            LogRetentionDays = 14,
        }));

        const string Config = "origins.0.customOriginConfig";
        var cdn = plan.Only("Distribution");
        Assert.Equal(("https-only", "TLSv1.2"), (cdn[$"{Config}.originProtocolPolicy"], cdn[$"{Config}.originSslProtocols.0"]));
        Assert.Empty(plan.Of("VpcOrigin"));
    }

    [Fact]
    public async Task Redirects_other_names_on_every_path_and_asks_nothing_where_there_are_none()
    {
        var redirecting = (await Run(Prod())).Only("Distribution");
        Assert.All(Behaviours(redirecting), behaviour => Assert.Contains(
            ((ImmutableArray<object>)redirecting[$"{behaviour}.functionAssociations"]!).Cast<ImmutableDictionary<string, object>>(),
            function => function["eventType"].Equals("viewer-request") && function["functionArn"].Equals("arn:Function:cdn-viewer")));

        var plain = (await Run(Staging())).Only("Distribution");
        Assert.Equal("viewer-response", plain["orderedCacheBehaviors.0.functionAssociations.0.eventType"]);
        Assert.Single((ImmutableArray<object>)plain["orderedCacheBehaviors.0.functionAssociations"]!);
    }

    [Fact]
    public async Task Assets_come_from_a_bucket_that_answers_signed_requests_of_the_CDN_only()
    {
        var plan = await Run(Prod());

        var access = plan.Only("OriginAccessControl");
        Assert.Equal(("s3", "always", "sigv4"), (access["originAccessControlOriginType"], access["signingBehavior"], access["signingProtocol"]));
        var cdn = plan.Only("Distribution");
        Assert.Equal(
            ("assets", "assets.s3.eu-west-1.amazonaws.com", "OriginAccessControl:cdn"),
            (cdn["origins.2.originId"], cdn["origins.2.domainName"], cdn["origins.2.originAccessControlId"]));
        Assert.Null(cdn["orderedCacheBehaviors.0.originRequestPolicyId"]);
    }

    [Fact]
    public async Task Without_a_bucket_assets_come_from_the_application()
    {
        var plan = await Run(Dev());

        Assert.Equal("application", plan.Only("Distribution")["orderedCacheBehaviors.0.targetOriginId"]);
        Assert.Empty(plan.Of("OriginAccessControl"));
    }

    [Fact]
    public async Task Access_logs_hold_neither_cookies_nor_queries_and_leave_from_us_east_1()
    {
        var plan = await Run(Dev());

        var delivery = plan.Only("LogDelivery");
        Assert.DoesNotContain(Texts(delivery["recordFields"]), field => field is "cs(Cookie)" or "cs-uri-query" or "cs(Referer)");
        Assert.Contains("sc-status", Texts(delivery["recordFields"]));
        Assert.Equal(
            ["us-east-1", "us-east-1", "us-east-1"],
            new[] { delivery, plan.Only("LogDeliverySource"), plan.Only("LogDeliveryDestination") }.Select(resource => resource["region"]));
        Assert.Equal("arn:Bucket:cdn-logs/access", plan.Only("LogDeliveryDestination")["deliveryDestinationConfiguration.destinationResourceArn"]);
        Assert.Equal(("ACCESS_LOGS", "arn:Distribution:cdn"), (plan.Only("LogDeliverySource")["logType"], plan.Only("LogDeliverySource")["resourceArn"]));
    }

    [Theory]
    [InlineData(null, "PriceClass_100")]
    [InlineData(PriceClass.Wide, "PriceClass_200")]
    [InlineData(PriceClass.All, "PriceClass_All")]
    public async Task Distant_edges_are_a_choice(PriceClass? choice, string expected)
    {
        var plan = await Sandbox.Run(() => new ContentDelivery("cdn", new()
        {
            Application = EdgeOrigin.Public("origin.example.com"),
            WebAclArn = "arn:acl",
            LogRetentionDays = 14,
            PriceClass = choice,
        }));

        Assert.Equal(expected, plan.Only("Distribution")["priceClass"]);
    }

    [Fact]
    public async Task Countries_are_decided_explicitly()
    {
        Assert.Equal("none", (await Run(Dev())).Only("Distribution")["restrictions.geoRestriction.restrictionType"]);

        var cdn = (await Run(() => new ContentDelivery("cdn", new()
        {
            Application = EdgeOrigin.Public("origin.example.com"),
            WebAclArn = "arn:acl",
            LogRetentionDays = 14,
            Countries = CountryFilter.Except("KP", "IR"),
        }))).Only("Distribution");
        Assert.Equal("blacklist", cdn["restrictions.geoRestriction.restrictionType"]);
        Assert.Equal(["IR", "KP"], Texts(cdn["restrictions.geoRestriction.locations"]));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("prod")]
    public async Task Environments_differ_by_a_handful_of_values(string environment) =>
        Golden.Check($"ContentDelivery.{environment}", Golden.Full(await Run(environment switch
        {
            "dev" => Dev(),
            "staging" => Staging(),
            _ => Prod(),
        })));
}
