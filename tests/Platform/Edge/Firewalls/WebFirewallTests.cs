using System.Text.Json.Nodes;
using Platform.Components.Edge.Firewalls;

namespace Platform.Tests.Edge.Firewalls;

public class WebFirewallTests
{
    [Fact]
    public async Task For_a_CDN_everything_is_in_us_east_1_whatever_the_region_of_the_stack()
    {
        var plan = await Sandbox.Run(() => new WebFirewall("edge", new()
        {
            Target = FirewallTarget.Cdn,
            KeyArn = "key",
            DenyAddresses = ["203.0.113.0/24", "2001:db8::/32"],
        }));

        Assert.Equal("CLOUDFRONT", plan.Only("WebAcl")["scope"]);
        var regional = plan.Registered.Where(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal)).ToArray();
        Assert.Equal(5, regional.Length);
        Assert.All(regional, resource => Assert.Equal("us-east-1", resource["region"]));
        Assert.Empty(plan.Of("WebAclAssociation"));
    }

    [Fact]
    public async Task For_a_load_balancer_it_is_regional_and_associated()
    {
        var plan = await Sandbox.Run(() => new WebFirewall("app", new() { Target = FirewallTarget.LoadBalancerBehindCdn("arn:lb"), KeyArn = "key" }));

        Assert.Equal("REGIONAL", plan.Only("WebAcl")["scope"]);
        Assert.Null(plan.Only("WebAcl")["region"]);
        var association = plan.Only("WebAclAssociation");
        Assert.Equal(("arn:lb", "arn:WebAcl:app"), (association["resourceArn"], association["webAclArn"]));
    }

    [Fact]
    public async Task Addresses_of_both_IP_versions_get_a_set_each_and_one_rule()
    {
        var plan = await Sandbox.Run(() => new WebFirewall("edge", new()
        {
            Target = FirewallTarget.Cdn,
            KeyArn = "key",
            DenyAddresses = ["2001:db8::/32", "203.0.113.0/24", "198.51.100.0/24"],
        }));

        var v4 = plan.Named("IpSet", "edge-denied-ipv4");
        Assert.Equal(("IPV4", "198.51.100.0/24", "203.0.113.0/24"), (v4["ipAddressVersion"], v4["addresses.0"], v4["addresses.1"]));
        Assert.Equal("IPV6", plan.Named("IpSet", "edge-denied-ipv6")["ipAddressVersion"]);
        var sets = JsonNode.Parse((string)plan.Only("WebAcl")["ruleJson"]!)![0]!["Statement"]!["OrStatement"]!["Statements"]!.AsArray();
        Assert.Equal(
            ["arn:IpSet:edge-denied-ipv4", "arn:IpSet:edge-denied-ipv6"],
            sets.Select(set => (string)set!["IPSetReferenceStatement"]!["ARN"]!));
    }

    [Fact]
    public async Task Credentials_are_neither_logged_nor_sampled()
    {
        var plan = await Sandbox.Run(() => new WebFirewall("edge", new() { Target = FirewallTarget.Cdn, KeyArn = "key" }));

        var logging = plan.Only("WebAclLoggingConfiguration");
        Assert.Equal(
            ("authorization", "cookie"), (logging["redactedFields.0.singleHeader.name"], logging["redactedFields.1.singleHeader.name"]));
        const string Protection = "dataProtectionConfig.dataProtections.0";
        var acl = plan.Only("WebAcl");
        Assert.Equal(
            ("SUBSTITUTION", "SINGLE_HEADER", "authorization", "cookie"),
            (acl[$"{Protection}.action"], acl[$"{Protection}.field.fieldType"], acl[$"{Protection}.field.fieldKeys.0"], acl[$"{Protection}.field.fieldKeys.1"]));
    }

    [Fact]
    public async Task Logs_what_a_rule_acted_on_to_a_group_with_the_name_WAF_demands_under_our_key()
    {
        var plan = await Sandbox.Run(() => new WebFirewall("edge", new() { Target = FirewallTarget.Cdn, KeyArn = "arn:key", LogRetentionDays = 365 }));

        var group = plan.Only("LogGroup");
        Assert.Equal(("aws-waf-logs-platform-dev-edge", "arn:key", 365.0), (group["name"], group["kmsKeyId"], group["retentionInDays"]));
        var logging = plan.Only("WebAclLoggingConfiguration");
        Assert.Equal(("DROP", "KEEP", "MEETS_ANY"), (logging["loggingFilter.defaultBehavior"],
            logging["loggingFilter.filters.0.behavior"], logging["loggingFilter.filters.0.requirement"]));
        Assert.Equal("BLOCK", logging["loggingFilter.filters.0.conditions.0.actionCondition.action"]);
        Assert.Equal("arn:LogGroup:edge-log", logging["logDestinationConfigs.0"]);
    }

    [Fact]
    public async Task Lets_everything_else_pass_and_measures_it()
    {
        var acl = (await Sandbox.Run(() => new WebFirewall("edge", new() { Target = FirewallTarget.Cdn, KeyArn = "key" }))).Only("WebAcl");

        Assert.NotNull(acl["defaultAction.allow"]);
        Assert.Null(acl["defaultAction.block"]);
        Assert.Equal(
            ("edge", true, true),
            (acl["visibilityConfig.metricName"], acl["visibilityConfig.cloudwatchMetricsEnabled"], acl["visibilityConfig.sampledRequestsEnabled"]));
    }

    [Fact]
    public async Task Refuses_before_it_registers_and_names_itself()
    {
        var message = await Sandbox.Refusal(() => new WebFirewall("edge", new() { Target = FirewallTarget.Cdn, KeyArn = "key", RequestsPerClient = 1 }));

        Assert.Contains("WebFirewall 'edge': requestsPerClient is 1, but must be 10 to 2000000000.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dev", FirewallMode.Count, 14)]
    [InlineData("staging", FirewallMode.Count, 30)]
    [InlineData("prod", FirewallMode.Block, 90)]
    public async Task Environments_differ_by_a_handful_of_values(string environment, FirewallMode mode, int days) =>
        Golden.Check($"WebFirewall.{environment}", Golden.Full(await Sandbox.Run(() => new WebFirewall("edge", new()
        {
            Target = FirewallTarget.Cdn,
            KeyArn = "arn:key",
            Mode = mode,
            LogRetentionDays = days,
        }))));
}
