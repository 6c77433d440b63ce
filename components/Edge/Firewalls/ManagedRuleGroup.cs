namespace Platform.Components.Edge.Firewalls;

/// <summary>A rule group AWS maintains: its name and what it takes of a web ACL's capacity.</summary>
/// <remarks>Capacities from the AWS WAF Developer Guide, "AWS Managed Rules rule groups list", read 2026-11.</remarks>
public sealed record ManagedRuleGroup
{
    private ManagedRuleGroup(string name, int capacity, string? configuration = null) =>
        (Name, Capacity, Configuration) = (name, capacity, configuration);

    /// <summary>The group's name at AWS, such as <c>AWSManagedRulesCommonRuleSet</c>.</summary>
    public string Name { get; }

    /// <summary>Web ACL capacity units (WCU).</summary>
    public int Capacity { get; }

    /// <summary>Known bots and attackers. Judges the address of the connection, so it sees nothing behind a CDN.</summary>
    public static ManagedRuleGroup IpReputation { get; } = new("AWSManagedRulesAmazonIpReputationList", 25);

    /// <summary>Anonymising proxies and hosting providers. Judges the address of the connection, as <see cref="IpReputation"/> does.</summary>
    public static ManagedRuleGroup AnonymousIp { get; } = new("AWSManagedRulesAnonymousIpList", 50);

    /// <summary>The core rule set: the attacks of the OWASP top ten.</summary>
    public static ManagedRuleGroup Common { get; } = new("AWSManagedRulesCommonRuleSet", 700);

    /// <summary>Requests that exploit or look for known vulnerabilities (Log4j, Java deserialisation).</summary>
    public static ManagedRuleGroup KnownBadInputs { get; } = new("AWSManagedRulesKnownBadInputsRuleSet", 200);

    /// <summary>SQL injection.</summary>
    public static ManagedRuleGroup Sql { get; } = new("AWSManagedRulesSQLiRuleSet", 200);

    /// <summary>Paths only administrators use.</summary>
    public static ManagedRuleGroup Admin { get; } = new("AWSManagedRulesAdminProtectionRuleSet", 100);

    /// <summary>Attacks on Linux hosts.</summary>
    public static ManagedRuleGroup Linux { get; } = new("AWSManagedRulesLinuxRuleSet", 200);

    /// <summary>Attacks on POSIX shells.</summary>
    public static ManagedRuleGroup Posix { get; } = new("AWSManagedRulesUnixRuleSet", 100);

    /// <summary>Attacks on Windows hosts.</summary>
    public static ManagedRuleGroup Windows { get; } = new("AWSManagedRulesWindowsRuleSet", 200);

    /// <summary>Attacks on PHP applications.</summary>
    public static ManagedRuleGroup Php { get; } = new("AWSManagedRulesPHPRuleSet", 100);

    /// <summary>Attacks on WordPress sites.</summary>
    public static ManagedRuleGroup WordPress { get; } = new("AWSManagedRulesWordPressRuleSet", 100);

    /// <summary>Bots that identify themselves. Paid per request.</summary>
    public static ManagedRuleGroup Bots { get; } =
        new("AWSManagedRulesBotControlRuleSet", 50, """{"AWSManagedRulesBotControlRuleSet":{"InspectionLevel":"COMMON"}}""");

    /// <summary>Challenges and blocks clients that take part in a flood. Paid per request.</summary>
    public static ManagedRuleGroup AntiDdos { get; } = new("AWSManagedRulesAntiDDoSRuleSet", 50, """
        {"AWSManagedRulesAntiDDoSRuleSet":{"SensitivityToBlock":"LOW","ClientSideActionConfig":{"Challenge":
        {"UsageOfAction":"ENABLED","Sensitivity":"HIGH","ExemptUriRegularExpressions":[{"RegexString":"^/api/"}]}}}}
        """);

    /// <summary>What the group needs to know beyond its name, as the API's JSON; null when nothing.</summary>
    internal string? Configuration { get; }

    /// <summary>The documented order: cheap verdicts about the sender first, expensive looks at the content last.</summary>
    internal static IReadOnlyList<ManagedRuleGroup> Baseline { get; } = [IpReputation, AnonymousIp, Common, KnownBadInputs, Sql];

    /// <summary>Whether the group judges the address of the connection, which behind a CDN is the CDN's own.</summary>
    internal bool JudgesConnection => this == IpReputation || this == AnonymousIp;
}
