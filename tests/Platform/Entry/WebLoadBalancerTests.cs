using Platform.Components.Entry;

namespace Platform.Tests.Entry;

public class WebLoadBalancerTests
{
    private static readonly AllowedSource Office = AllowedSource.From(["203.0.113.0/24", "198.51.100.7/32"]);

    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() =>
        Golden.Check("entry", Golden.Full(await Sandbox.Run(() => Entry(Office, internetFacing: true, isProtected: false))));

    [Fact]
    public async Task Serves_tls_only_and_redirects_what_comes_without()
    {
        var plan = await Sandbox.Run(() => Entry(Office));

        var https = plan.Named("Listener", "entry-https");
        Assert.Equal("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", https["sslPolicy"]);
        Assert.Equal("arn:certificate", https["certificateArn"]);
        var http = plan.Named("Listener", "entry-http");
        Assert.Equal("redirect", http["defaultActions.0.type"]);
        Assert.Equal("HTTP_301", http["defaultActions.0.redirect.statusCode"]);
        Assert.Equal(2, plan.Of("Listener").Count);
    }

    [Fact]
    public async Task Admits_the_listed_and_nobody_else()
    {
        var plan = await Sandbox.Run(() => Entry(Office));

        Assert.Equal(
            ["198.51.100.7/32:443", "198.51.100.7/32:80", "203.0.113.0/24:443", "203.0.113.0/24:80"],
            plan.Of("SecurityGroupIngressRule").Select(rule => $"{rule["cidrIpv4"]}:{rule["fromPort"]}"));
        Assert.Empty(plan.Of("SecurityGroupEgressRule"));
    }

    [Fact]
    public async Task Admits_cloudfront_on_one_port_since_its_list_fills_a_group()
    {
        var plan = await Sandbox.Run(() => Entry(AllowedSource.CloudFront));

        var rule = plan.Only("SecurityGroupIngressRule");
        Assert.Equal("pl-cloudfront", rule["prefixListId"]);
        Assert.Equal(443.0, rule["toPort"]);
        Assert.Single(plan.Of("Listener"));
    }

    [Fact]
    public async Task Has_no_address_on_the_internet_and_cannot_be_deleted_unless_told()
    {
        var balancer = (await Sandbox.Run(() => Entry(AllowedSource.CloudFront))).Only("LoadBalancer");

        Assert.Equal(true, balancer["internal"]);
        Assert.Equal("private-a", balancer["subnets.0"]);
        Assert.Equal(true, balancer["enableDeletionProtection"]);
        Assert.Equal(true, balancer["dropInvalidHeaderFields"]);
        Assert.Equal("defensive", balancer["desyncMitigationMode"]);
    }

    [Fact]
    public async Task Gives_the_group_of_another_port_another_name()
    {
        var first = (await Sandbox.Run(() => Entry(Office))).Only("TargetGroup");
        var second = (await Sandbox.Run(() => Entry(Office, port: 9090))).Only("TargetGroup");

        Assert.NotEqual(first["name"], second["name"]);
    }

    [Fact]
    public async Task Refuses_ports_and_paths_that_cannot_be()
    {
        Assert.Contains(
            "WebLoadBalancer 'entry': targetPort is 80, but must be 1024 to 65535.",
            await Sandbox.Refusal(() => Entry(Office, port: 80)), StringComparison.Ordinal);
        Assert.Contains(
            "healthPath is 'healthz', but must begin with a slash, as in /healthz.",
            await Sandbox.Refusal(() => Entry(Office, path: "healthz")), StringComparison.Ordinal);
        Assert.Contains(
            "logRetentionDays is 0, but must be 1 to 3650.",
            await Sandbox.Refusal(() => Entry(Office, days: 0)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.0.0.0/0"), InlineData("10.0.0.0/8"), InlineData("office"), InlineData("203.0.113.1/24")]
    public void Refuses_sources_in_which_strangers_live(string block)
    {
        var problem = Assert.Throws<ArgumentException>(() => AllowedSource.From([block]));

        Assert.Contains($"'{block}' is not a block of /16 or smaller", problem.Message, StringComparison.Ordinal);
        Assert.Contains("No block is listed", Assert.Throws<ArgumentException>(() => AllowedSource.From([])).Message, StringComparison.Ordinal);
    }

    private static WebLoadBalancer Entry(
        AllowedSource from, bool internetFacing = false, bool? isProtected = null, int? port = null, string? path = null, int days = 14) =>
        new("entry", new()
        {
            Network = Given.Network,
            CertificateArn = "arn:certificate",
            AllowFrom = from,
            InternetFacing = internetFacing,
            Protected = isProtected,
            TargetPort = port,
            HealthPath = path,
            LogRetentionDays = days,
        });
}
