using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Components.Edge.Firewalls;

/// <summary>The rules of a firewall, in the order they run: explicit decisions, floods, then what the content looks like.</summary>
internal static class FirewallRules
{
    private static readonly string[] DefaultLoginPaths = ["/login", "/api/login"];
    private static readonly string[] DefaultCountedRules = [$"{ManagedRuleGroup.Common.Name}/SizeRestrictions_BODY"];

    /// <summary>The managed groups that run, in order.</summary>
    public static IReadOnlyList<ManagedRuleGroup> Groups(WebFirewallArgs args) =>
    [
        .. ManagedRuleGroup.Baseline.Where(group => !(args.Target.BehindCdn && group.JudgesConnection)),
        .. (args.MoreManagedGroups ?? []).Where(group => group != ManagedRuleGroup.AntiDdos)
            .OrderBy(group => group == ManagedRuleGroup.Bots)       // paid per request: only what the free ones let through
            .ThenBy(group => group.Name, StringComparer.Ordinal),
    ];

    /// <summary>The prefixes login limits hold for.</summary>
    public static IReadOnlyList<string> LoginPaths(WebFirewallArgs args) => args.LoginPaths ?? DefaultLoginPaths;

    /// <summary>The managed rules that only count, as <c>group/rule</c>.</summary>
    public static IReadOnlyList<string> Counted(WebFirewallArgs args) => args.CountedRules ?? DefaultCountedRules;

    /// <summary>All rules.</summary>
    /// <param name="args">What the caller chose, already checked.</param>
    /// <param name="denied">ARNs of the sets of refused addresses.</param>
    /// <param name="allowed">ARNs of the sets of trusted addresses.</param>
    public static IReadOnlyList<FirewallRule> Of(WebFirewallArgs args, IReadOnlyList<string> denied, IReadOnlyList<string> allowed)
    {
        var mode = args.Mode ?? FirewallMode.Block;
        var look = new FirewallStatements(args.Target.BehindCdn ? FirewallTarget.ClientIpHeader : null);
        var rules = new List<FirewallRule>();
        void Add(string name, (JsonObject Statement, int Capacity) what, FirewallAction action) =>
            rules.Add(new(name, what.Capacity, what.Statement, action));

        if (denied.Count > 0)
        {
            Add("denied-addresses", look.Addresses(denied, trusted: false), FirewallAction.Block);
        }

        if (allowed.Count > 0)
        {
            Add("allowed-addresses", look.Addresses(allowed, trusted: true), FirewallAction.Allow);
        }

        if (args.Countries is { } countries)
        {
            Add("countries", look.Refused(countries), FirewallAction.Block);
        }

        if (args.MoreManagedGroups?.Contains(ManagedRuleGroup.AntiDdos) == true)
        {
            rules.Add(Managed(ManagedRuleGroup.AntiDdos, args, mode));
        }

        Add("requests-per-client", look.Rate(args.RequestsPerClient ?? 2_000, []), FirewallAction.Of(mode));
        if (LoginPaths(args) is { Count: > 0 } paths)
        {
            Add("logins-per-client", look.Rate(args.LoginsPerClient ?? 100, paths), FirewallAction.Of(mode));
        }

        rules.AddRange(Groups(args).Select(group => Managed(group, args, mode)));
        foreach (var group in args.RuleGroups ?? [])
        {
            Add(group.Name, (FirewallStatements.Group(group.Arn), group.Capacity), FirewallAction.OfGroup(mode));
        }

        return rules;
    }

    /// <summary>The rules as the <c>ruleJson</c> of a web ACL.</summary>
    public static string Json(IReadOnlyList<FirewallRule> rules) =>
        new JsonArray([.. rules.Select((rule, place) => rule.ToJson(place))]).ToJsonString(JsonSerializerOptions.Default);

    private static FirewallRule Managed(ManagedRuleGroup group, WebFirewallArgs args, FirewallMode mode)
    {
        var prefix = group.Name + "/";
        var counted = Counted(args).Where(rule => rule.StartsWith(prefix, StringComparison.Ordinal)).Select(rule => rule[prefix.Length..]);
        return new(group.Name, group.Capacity, FirewallStatements.Managed(group, counted), FirewallAction.OfGroup(mode));
    }
}
