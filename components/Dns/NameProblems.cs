namespace Platform.Components.Dns;

/// <summary>Why Route 53 would refuse a name, said before anything is registered.</summary>
internal static class NameProblems
{
    /// <summary>Everything that is wrong; empty when nothing is.</summary>
    public static IReadOnlyList<string> Of(DnsNameArgs args) =>
    [
        .. args.Hosts.Count == 0 ? ["hosts is empty, but must name at least one host."] : Array.Empty<string>(),
        .. args.Hosts.SelectMany(host => Host(host, args)),
        .. args.Hosts.GroupBy(host => host).Where(host => host.Count() > 1).Select(host => $"hosts has '{host.Key}' twice; once is enough."),
        .. Failover(args),
    ];

    private static IEnumerable<string> Host(string host, DnsNameArgs args)
    {
        if (DomainName.Problem(host, wildcard: true) is { } problem)
        {
            yield return $"hosts has '{host}', which {problem}.";
        }
        else if (!DomainName.IsIn(host, args.Zone.Domain))
        {
            yield return $"hosts has '{host}', which is not in the zone '{args.Zone.Domain}'. Use the zone it is in.";
        }
        else if (host == args.Zone.Domain && !args.Target.IsAlias)
        {
            yield return $"hosts has '{host}', the top of the zone, which cannot be a CNAME. Lead it to a distribution or a load balancer.";
        }
    }

    private static IEnumerable<string> Failover(DnsNameArgs args)
    {
        if (args.Failover is not { } failover)
        {
            yield break;
        }

        if (failover.Standby.IsAlias != args.Target.IsAlias)
        {
            yield return "failover has a standby of another kind than the target, but both must be aliases or both plain names.";
        }
        else if (failover.Standby.Ipv6 != args.Target.Ipv6)
        {
            yield return "failover has a standby with other IP versions than the target: IPv6 clients would not fail over. Make both alike.";
        }

        if (failover.Probe.ResourcePath is { } path && !path.StartsWith('/'))
        {
            yield return $"failover has a probe of the path '{path}', but a path begins with '/'.";
        }

        if (args.Zone.IsPrivate && failover.Probe.AlarmName is null)
        {
            yield return "failover probes over the internet, which cannot see a private zone. Use HealthProbe.Alarm.";
        }
    }
}
