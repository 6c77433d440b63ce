using System.Text.Json.Nodes;
using Platform.Components.Edge;
using Platform.Components.Edge.Firewalls;

namespace Platform.Tests.Edge.Firewalls;

public class FirewallRulesTests
{
    private static readonly FirewallTarget LoadBalancer = FirewallTarget.LoadBalancer("arn:aws:elasticloadbalancing:::app");

    [Fact]
    public void Managed_groups_run_in_the_documented_order_and_take_1175_units()
    {
        var groups = FirewallRules.Groups(For(FirewallTarget.Cdn));

        Assert.Equal(
            [
                ("AWSManagedRulesAmazonIpReputationList", 25), ("AWSManagedRulesAnonymousIpList", 50), ("AWSManagedRulesCommonRuleSet", 700),
                ("AWSManagedRulesKnownBadInputsRuleSet", 200), ("AWSManagedRulesSQLiRuleSet", 200),
            ],
            groups.Select(group => (group.Name, group.Capacity)));
        Assert.Equal(1_175, groups.Sum(group => group.Capacity));
    }

    [Fact]
    public void Floods_are_stopped_before_the_expensive_looks_at_the_content()
    {
        var names = Rules(For(FirewallTarget.Cdn)).Select(rule => (string)rule["Name"]!).ToArray();

        Assert.Equal(["requests-per-client", "logins-per-client"], names[..2]);
        Assert.Equal(Enumerable.Range(0, 7), Rules(For(FirewallTarget.Cdn)).Select(rule => (int)rule["Priority"]!));
    }

    [Fact]
    public void A_client_may_send_2000_requests_and_100_logins_in_five_minutes()
    {
        var rules = Rules(For(FirewallTarget.Cdn));

        var all = Statement(rules, "requests-per-client", "RateBasedStatement");
        var logins = Statement(rules, "logins-per-client", "RateBasedStatement");
        Assert.Equal((2_000, 300, "IP"), ((int)all["Limit"]!, (int)all["EvaluationWindowSec"]!, (string)all["AggregateKeyType"]!));
        Assert.Null(all["ScopeDownStatement"]);
        Assert.Equal(100, (int)logins["Limit"]!);
        Assert.Equal(
            ["/login", "/api/login"],
            logins["ScopeDownStatement"]!["OrStatement"]!["Statements"]!.AsArray()
                .Select(path => (string)path!["ByteMatchStatement"]!["SearchString"]!));
    }

    [Fact]
    public void One_login_path_needs_no_or_which_the_API_would_refuse()
    {
        var rules = Rules(new() { Target = FirewallTarget.Cdn, KeyArn = "key", LoginPaths = ["/Sign-In"] });

        var match = Statement(rules, "logins-per-client", "RateBasedStatement")["ScopeDownStatement"]!["ByteMatchStatement"]!;
        Assert.Equal("/sign-in", (string)match["SearchString"]!);
        Assert.Equal("STARTS_WITH", (string)match["PositionalConstraint"]!);
        Assert.Equal("LOWERCASE", (string)match["TextTransformations"]![0]!["Type"]!);
    }

    [Theory]
    [InlineData(FirewallMode.Block, "None", "Block")]
    [InlineData(FirewallMode.Count, "Count", "Count")]
    public void One_argument_turns_every_suspicion_into_a_refusal_or_a_count(FirewallMode mode, string groups, string rates)
    {
        var rules = Rules(new() { Target = FirewallTarget.Cdn, KeyArn = "key", Mode = mode });

        var ofGroups = rules.Where(rule => rule["OverrideAction"] is not null).ToArray();
        var ofRates = rules.Where(rule => rule["Action"] is not null).ToArray();
        Assert.Equal((5, 2), (ofGroups.Length, ofRates.Length));
        Assert.All(ofGroups, rule => Assert.Equal(groups, rule["OverrideAction"]!.AsObject().Single().Key));
        Assert.All(ofRates, rule => Assert.Equal(rates, rule["Action"]!.AsObject().Single().Key));
    }

    [Fact]
    public void Blocks_unless_told_otherwise() =>
        Assert.Equal("Block", Rules(For(FirewallTarget.Cdn))[0]["Action"]!.AsObject().Single().Key);

    [Fact]
    public void Explicit_decisions_hold_even_while_counting_and_come_first()
    {
        var args = new WebFirewallArgs
        {
            Target = FirewallTarget.Cdn, KeyArn = "key", Mode = FirewallMode.Count,
            DenyAddresses = ["203.0.113.0/24"], AllowAddresses = ["198.51.100.7/32"], Countries = CountryFilter.Only("DE", "AT"),
        };

        var rules = Rules(args, ["deny-arn"], ["allow-arn"]);

        Assert.Equal(
            [("denied-addresses", "Block"), ("allowed-addresses", "Allow"), ("countries", "Block")],
            rules.Take(3).Select(rule => ((string)rule["Name"]!, rule["Action"]!.AsObject().Single().Key)));
        Assert.Equal("deny-arn", (string)Statement(rules, "denied-addresses", "IPSetReferenceStatement")["ARN"]!);
        var served = Statement(rules, "countries", "NotStatement")["Statement"]!["GeoMatchStatement"]!["CountryCodes"]!.AsArray();
        Assert.Equal(["AT", "DE"], served.Select(code => (string)code!));
    }

    [Fact]
    public void Uploads_over_8_KB_pass_by_default_and_only_in_the_core_group()
    {
        var rules = Rules(For(FirewallTarget.Cdn));

        var core = Statement(rules, "AWSManagedRulesCommonRuleSet", "ManagedRuleGroupStatement")["RuleActionOverrides"]!.AsArray();
        Assert.Equal("""{"Name":"SizeRestrictions_BODY","ActionToUse":{"Count":{}}}""", core.Single()!.ToJsonString());
        Assert.Null(Statement(rules, "AWSManagedRulesSQLiRuleSet", "ManagedRuleGroupStatement")["RuleActionOverrides"]);
    }

    [Fact]
    public void Every_rule_is_measured_and_sampled_under_its_own_name()
    {
        var rules = Rules(For(LoadBalancer));

        Assert.All(rules, rule =>
        {
            Assert.Equal((string)rule["Name"]!, (string)rule["VisibilityConfig"]!["MetricName"]!);
            Assert.True((bool)rule["VisibilityConfig"]!["CloudWatchMetricsEnabled"]!);
            Assert.True((bool)rule["VisibilityConfig"]!["SampledRequestsEnabled"]!);
        });
        Assert.Equal(rules.Count, rules.Select(rule => (string)rule["Name"]!).Distinct().Count());
    }

    [Fact]
    public void Behind_a_CDN_clients_are_told_apart_by_the_header_they_cannot_forge()
    {
        var args = new WebFirewallArgs
        {
            Target = FirewallTarget.LoadBalancerBehindCdn("arn"), KeyArn = "key", DenyAddresses = ["203.0.113.0/24"],
        };

        var rules = Rules(args, ["deny-arn"]);

        var rate = Statement(rules, "requests-per-client", "RateBasedStatement");
        Assert.Equal("FORWARDED_IP", (string)rate["AggregateKeyType"]!);
        Assert.Equal("true-client-ip", (string)rate["ForwardedIPConfig"]!["HeaderName"]!);
        Assert.Equal("true-client-ip", (string)Statement(rules, "denied-addresses", "IPSetReferenceStatement")["IPSetForwardedIPConfig"]!["HeaderName"]!);
    }

    [Fact]
    public void A_client_without_a_valid_address_gains_nothing_by_it()
    {
        var args = new WebFirewallArgs
        {
            Target = FirewallTarget.LoadBalancerBehindCdn("arn"), KeyArn = "key",
            DenyAddresses = ["203.0.113.0/24"], AllowAddresses = ["198.51.100.7/32"], Countries = CountryFilter.Only("DE"),
        };

        var rules = Rules(args, ["deny-arn"], ["allow-arn"]);

        string Fallback(JsonNode statement, string config) => (string)statement[config]!["FallbackBehavior"]!;
        Assert.Equal("MATCH", Fallback(Statement(rules, "denied-addresses", "IPSetReferenceStatement"), "IPSetForwardedIPConfig"));
        Assert.Equal("NO_MATCH", Fallback(Statement(rules, "allowed-addresses", "IPSetReferenceStatement"), "IPSetForwardedIPConfig"));
        Assert.Equal("MATCH", Fallback(Statement(rules, "requests-per-client", "RateBasedStatement"), "ForwardedIPConfig"));
        Assert.Equal("NO_MATCH", Fallback(Statement(rules, "countries", "NotStatement")["Statement"]!["GeoMatchStatement"]!, "ForwardedIPConfig"));
    }

    [Fact]
    public void Behind_a_CDN_groups_that_judge_the_connection_are_left_out_as_they_would_judge_the_CDN()
    {
        var behind = FirewallRules.Groups(For(FirewallTarget.LoadBalancerBehindCdn("arn")));
        var direct = FirewallRules.Groups(For(LoadBalancer));

        Assert.Equal([ManagedRuleGroup.Common, ManagedRuleGroup.KnownBadInputs, ManagedRuleGroup.Sql], behind);
        Assert.Equal(5, direct.Count);
    }

    [Fact]
    public void Paid_groups_see_only_what_the_free_ones_let_through_but_floods_are_met_first()
    {
        var args = new WebFirewallArgs
        {
            Target = FirewallTarget.Cdn, KeyArn = "key",
            MoreManagedGroups = [ManagedRuleGroup.Bots, ManagedRuleGroup.Linux, ManagedRuleGroup.AntiDdos],
        };

        var names = Rules(args).Select(rule => (string)rule["Name"]!).ToArray();

        Assert.Equal("AWSManagedRulesAntiDDoSRuleSet", names[0]);
        Assert.Equal(["AWSManagedRulesLinuxRuleSet", "AWSManagedRulesBotControlRuleSet"], names[^2..]);
        var bots = Statement(Rules(args), "AWSManagedRulesBotControlRuleSet", "ManagedRuleGroupStatement");
        Assert.Equal("COMMON", (string)bots["ManagedRuleGroupConfigs"]![0]!["AWSManagedRulesBotControlRuleSet"]!["InspectionLevel"]!);
    }

    private static WebFirewallArgs For(FirewallTarget target) => new() { Target = target, KeyArn = "key" };

    private static List<JsonObject> Rules(WebFirewallArgs args, string[]? denied = null, string[]? allowed = null) =>
        [.. JsonNode.Parse(FirewallRules.Json(FirewallRules.Of(args, denied ?? [], allowed ?? [])))!.AsArray().Select(rule => rule!.AsObject())];

    private static JsonNode Statement(IEnumerable<JsonObject> rules, string name, string kind) =>
        rules.Single(rule => (string)rule["Name"]! == name)["Statement"]![kind]!;
}
