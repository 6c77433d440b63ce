namespace Platform.Components.Edge.Firewalls;

/// <summary>What a caller may choose; <see cref="WebFirewall"/> decides the rest.</summary>
public sealed class WebFirewallArgs : ResourceArgs
{
    /// <summary>What it protects.</summary>
    [Input("target", required: true)] public required FirewallTarget Target { get; init; }

    /// <summary>
    /// What happens to a suspicious request. Holds for managed groups, rate limits and own rule groups; explicit decisions
    /// (<see cref="DenyAddresses"/>, <see cref="Countries"/>) block in either mode. Default: <see cref="FirewallMode.Block"/>.
    /// </summary>
    [Input("mode")] public FirewallMode? Mode { get; init; }

    /// <summary>Requests a client may send in 5 minutes, 10 to 2,000,000,000. Default: 2,000.</summary>
    [Input("requestsPerClient")] public int? RequestsPerClient { get; init; }

    /// <summary>Requests a client may send to <see cref="LoginPaths"/> in 5 minutes, 10 to 2,000,000,000. Default: 100.</summary>
    [Input("loginsPerClient")] public int? LoginsPerClient { get; init; }

    /// <summary>Where users sign in: path prefixes that begin with <c>/</c>, in any case. Default: <c>/login</c> and <c>/api/login</c>.</summary>
    [Input("loginPaths")] public IReadOnlyList<string>? LoginPaths { get; init; }

    /// <summary>
    /// Managed rules that only count, as <c>group/rule</c>. Default: <c>AWSManagedRulesCommonRuleSet/SizeRestrictions_BODY</c>, which
    /// refuses every upload over 8 KB.
    /// </summary>
    [Input("countedRules")] public IReadOnlyList<string>? CountedRules { get; init; }

    /// <summary>Managed groups beyond the baseline, for what the application is built with. Default: none.</summary>
    public IReadOnlyList<ManagedRuleGroup>? MoreManagedGroups { get; init; }

    /// <summary>Rule groups of the account. Default: none.</summary>
    [Input("ruleGroups")] public IReadOnlyList<FirewallRuleGroup>? RuleGroups { get; init; }

    /// <summary>CIDR blocks that are always refused, IPv4 or IPv6. Default: none.</summary>
    [Input("denyAddresses")] public IReadOnlyList<string>? DenyAddresses { get; init; }

    /// <summary>CIDR blocks no further rule judges, such as a monitoring service's. Default: none.</summary>
    [Input("allowAddresses")] public IReadOnlyList<string>? AllowAddresses { get; init; }

    /// <summary>Countries served. Default: all.</summary>
    [Input("countries")] public CountryFilter? Countries { get; init; }

    /// <summary>
    /// Days the log is kept, one of CloudWatch's retention periods. It holds what was blocked, counted or challenged; every request is
    /// in the access log. Default: 90.
    /// </summary>
    [Input("logRetentionDays")] public int? LogRetentionDays { get; init; }

    /// <summary>Key that encrypts the log, in the firewall's region; its policy must admit CloudWatch Logs.</summary>
    [Input("keyArn", required: true)] public required Input<string> KeyArn { get; init; }
}
