using System.Text.RegularExpressions;

namespace Platform.Components.Edge.Firewalls;

/// <summary>Why AWS would refuse a firewall, said before anything is registered.</summary>
internal static partial class FirewallProblems
{
    /// <summary>Units a web ACL may take at all. Source: AWS WAF developer guide, web ACL capacity units; of the next one too.</summary>
    public const int MaxCapacity = 5_000;

    /// <summary>Units included in the price of a web ACL's requests; beyond, each million requests costs more per 500 units.</summary>
    public const int IncludedCapacity = 1_500;

    // Source: RateLimit, AWS WAF API reference.
    private const int MinRate = 10;
    private const int MaxRate = 2_000_000_000;

    /// <summary>Everything that is wrong, as <c>argument is value, but must …</c>; empty when nothing is.</summary>
    public static IReadOnlyList<string> Of(WebFirewallArgs args)
    {
        string[] problems =
        [
            .. Rate("requestsPerClient", args.RequestsPerClient),
            .. Rate("loginsPerClient", args.LoginsPerClient),
            .. FirewallRules.LoginPaths(args).Where(path => !path.StartsWith('/'))
                .Select(path => $"loginPaths has '{path}', but a path prefix begins with '/'."),
            .. Blocks("denyAddresses", args.DenyAddresses),
            .. Blocks("allowAddresses", args.AllowAddresses),
            .. CountedRules(args),
            .. Duplicates(args),
            .. AntiDdos(args),
        ];
        return problems.Length > 0 ? problems : Capacity(args);
    }

    /// <summary>What the rules take, an upper bound of what AWS will compute.</summary>
    public static int CapacityOf(WebFirewallArgs args) =>
        FirewallRules.Of(args, Versions(args.DenyAddresses), Versions(args.AllowAddresses)).Sum(rule => rule.Capacity);

    private static string[] Capacity(WebFirewallArgs args) => CapacityOf(args) is var capacity && capacity <= MaxCapacity
        ? []
        : [$"the rules take {capacity} WCU, but a web ACL holds {MaxCapacity}. Drop groups the application does not need, or split the firewall."];

    private static string[] Versions(IReadOnlyList<string>? blocks) => [.. AddressSet.Of(blocks).Select(set => set.Version)];

    private static IEnumerable<string> Rate(string argument, int? value)
    {
        if (value is < MinRate or > MaxRate)
        {
            yield return $"{argument} is {value}, but must be {MinRate} to {MaxRate}.";
        }
    }

    private static IEnumerable<string> Blocks(string argument, IReadOnlyList<string>? blocks) =>
        from block in blocks ?? []
        let problem = AddressSet.Problem(block)
        where problem is not null
        select $"{argument} has '{block}', which {problem}.";

    private static IEnumerable<string> CountedRules(WebFirewallArgs args)
    {
        var groups = FirewallRules.Groups(args).Select(group => group.Name).ToArray();
        return FirewallRules.Counted(args)
            .Where(rule => rule.Split('/') is not [var group, { Length: > 0 }] || !groups.Contains(group))
            .Select(rule => $"countedRules has '{rule}', but must be group/rule of a group that runs: {string.Join(", ", groups)}.");
    }

    private static IEnumerable<string> Duplicates(WebFirewallArgs args)
    {
        foreach (var group in (args.MoreManagedGroups ?? []).Intersect(ManagedRuleGroup.Baseline))
        {
            yield return $"moreManagedGroups has '{group.Name}', which the baseline decides about; leave it out.";
        }

        foreach (var group in (args.MoreManagedGroups ?? []).GroupBy(group => group).Where(group => group.Count() > 1))
        {
            yield return $"moreManagedGroups has '{group.Key.Name}' twice; once is enough.";
        }

        var names = (args.RuleGroups ?? []).Select(group => group.Name).ToArray();
        foreach (var name in names.Where(name => !RuleName().IsMatch(name)))
        {
            yield return $"ruleGroups has the name '{name}', but must be 1 to 128 letters, digits, '-' and '_', and not begin with 'AWS'.";
        }

        foreach (var name in names.GroupBy(name => name).Where(name => name.Count() > 1))
        {
            yield return $"ruleGroups has the name '{name.Key}' twice; metrics would mix, so give each group its own.";
        }
    }

    private static IEnumerable<string> AntiDdos(WebFirewallArgs args)
    {
        if (args.Target.BehindCdn && args.MoreManagedGroups?.Contains(ManagedRuleGroup.AntiDdos) == true)
        {
            yield return $"moreManagedGroups has '{ManagedRuleGroup.AntiDdos.Name}', but behind a CDN every client looks like the CDN. "
                + "Put the group on the firewall of the CDN.";
        }
    }

    [GeneratedRegex(@"\A(?!AWS)[A-Za-z0-9_-]{1,128}\z")]
    private static partial Regex RuleName();
}
