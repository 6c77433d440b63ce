using Platform.Components.Edge.Firewalls;

namespace Platform.Tests.Edge.Firewalls;

public class FirewallProblemsTests
{
    public static TheoryData<WebFirewallArgs, string> Wrong => new()
    {
        { new() { Target = FirewallTarget.Cdn, KeyArn = "key", RequestsPerClient = 9 }, "requestsPerClient is 9, but must be 10 to 2000000000." },
        { new() { Target = FirewallTarget.Cdn, KeyArn = "key", LoginsPerClient = 0 }, "loginsPerClient is 0, but must be 10 to 2000000000." },
        { new() { Target = FirewallTarget.Cdn, KeyArn = "key", LoginPaths = ["login"] }, "loginPaths has 'login', but a path prefix begins with '/'." },
        {
            new() { Target = FirewallTarget.Cdn, KeyArn = "key", DenyAddresses = ["203.0.113.1"] },
            "denyAddresses has '203.0.113.1', which is not a CIDR block such as 203.0.113.0/24 or 2001:db8::/32."
        },
        {
            new() { Target = FirewallTarget.Cdn, KeyArn = "key", AllowAddresses = ["::/0"] },
            "allowAddresses has '::/0', which is every address; say so with a country filter or by the default action."
        },
        {
            new() { Target = FirewallTarget.Cdn, KeyArn = "key", MoreManagedGroups = [ManagedRuleGroup.Common] },
            "moreManagedGroups has 'AWSManagedRulesCommonRuleSet', which the baseline decides about; leave it out."
        },
        {
            new() { Target = FirewallTarget.LoadBalancerBehindCdn("arn"), KeyArn = "key", MoreManagedGroups = [ManagedRuleGroup.AntiDdos] },
            "behind a CDN every client looks like the CDN. Put the group on the firewall of the CDN."
        },
        {
            new() { Target = FirewallTarget.Cdn, KeyArn = "key", RuleGroups = [Group("own", 3_798)] },
            "the rules take 5001 WCU, but a web ACL holds 5000. Drop groups the application does not need, or split the firewall."
        },
        {
            new() { Target = FirewallTarget.Cdn, KeyArn = "key", RuleGroups = [Group("AWS-like", 1)] },
            "ruleGroups has the name 'AWS-like', but must be 1 to 128 letters, digits, '-' and '_', and not begin with 'AWS'."
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Says_what_AWS_would_refuse_and_the_way_out(WebFirewallArgs args, string problem) =>
        Assert.Contains(problem, Assert.Single(FirewallProblems.Of(args)), StringComparison.Ordinal);

    [Fact]
    public void Refuses_to_count_a_rule_of_a_group_that_does_not_run()
    {
        var args = new WebFirewallArgs { Target = FirewallTarget.Cdn, KeyArn = "key", CountedRules = ["AWSManagedRulesPHPRuleSet/PHPHighRiskMethodsVariables_BODY"] };

        Assert.StartsWith("countedRules has 'AWSManagedRulesPHPRuleSet/", Assert.Single(FirewallProblems.Of(args)), StringComparison.Ordinal);
        Assert.Empty(FirewallProblems.Of(new()
        {
            Target = FirewallTarget.Cdn, KeyArn = "key", CountedRules = args.CountedRules, MoreManagedGroups = [ManagedRuleGroup.Php],
        }));
    }

    [Fact]
    public void Gathers_all_problems_before_it_fails()
    {
        var problems = FirewallProblems.Of(new() { Target = FirewallTarget.Cdn, KeyArn = "key", RequestsPerClient = 1, LoginsPerClient = 1 });

        Assert.Equal(2, problems.Count);
    }

    [Fact]
    public void The_default_rules_stay_within_what_the_price_includes()
    {
        // 1,175 for the managed groups, 2 for the rate, 2 + 2 × 12 for the logins.
        Assert.Equal(1_203, FirewallProblems.CapacityOf(new() { Target = FirewallTarget.Cdn, KeyArn = "key" }));
        Assert.True(FirewallProblems.IncludedCapacity > 1_203);
    }

    [Fact]
    public void Addresses_count_once_per_IP_version_and_five_times_where_a_header_is_read()
    {
        string[] mixed = ["203.0.113.0/24", "198.51.100.0/24", "2001:db8::/32"];
        int Capacity(FirewallTarget target, string[] blocks) =>
            FirewallProblems.CapacityOf(new() { Target = target, KeyArn = "key", DenyAddresses = blocks });

        Assert.Equal(2, Capacity(FirewallTarget.Cdn, mixed) - Capacity(FirewallTarget.Cdn, []));
        var behind = FirewallTarget.LoadBalancerBehindCdn("arn");
        Assert.Equal(10, Capacity(behind, mixed) - Capacity(behind, []));
    }

    private static FirewallRuleGroup Group(string name, int capacity) => new() { Arn = "arn:rule-group", Name = name, Capacity = capacity };
}
