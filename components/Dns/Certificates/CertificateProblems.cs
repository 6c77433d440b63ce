using Platform.Components.Dns.HostedZones;

namespace Platform.Components.Dns.Certificates;

/// <summary>Why a certificate would never be issued, said before anything is registered.</summary>
internal static class CertificateProblems
{
    // The first is a quota, which can be raised to 100. Source: RequestCertificate, ACM API reference.
    private const int MaxNames = 10;
    private const int MaxMainName = 64;

    /// <summary>Everything that is wrong; empty when nothing is.</summary>
    public static IReadOnlyList<string> Of(CertificateArgs args) =>
    [
        .. Count(args.Names.Count),
        .. args.Names.SelectMany(name => Name(name, args.Zone)),
        .. args.Names.GroupBy(name => name).Where(name => name.Count() > 1).Select(name => $"names has '{name.Key}' twice; once is enough."),
        .. MainName(args.Names),
        .. args.Regions.Count == 0
            ? [$"regions is empty, but a certificate lives in a region: {GlobalRegion.Name} for CloudFront, else the load balancer's."]
            : Array.Empty<string>(),
        .. args.Regions.GroupBy(region => region).Where(region => region.Count() > 1).Select(region => $"regions has '{region.Key}' twice; once is enough."),
        .. args.Zone.IsPrivate
            ? [$"zone is private, but ACM looks the proof up in public: use the public zone of '{args.Zone.Domain}'."]
            : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Count(int names)
    {
        if (names is < 1 or > MaxNames)
        {
            yield return $"names has {names} names, but must have 1 to {MaxNames} (the quota of ACM). Use a wildcard or a second certificate.";
        }
    }

    private static IEnumerable<string> Name(string name, DnsZone zone)
    {
        if (DomainName.Problem(name, wildcard: true) is { } problem)
        {
            yield return $"names has '{name}', which {problem}.";
        }
        else if (!DomainName.IsIn(name, zone.Domain))
        {
            yield return $"names has '{name}', which is not in the zone '{zone.Domain}': its proof would never be found. "
                + "Give it a certificate of its own with the zone it is in.";
        }
    }

    private static IEnumerable<string> MainName(IReadOnlyList<string> names)
    {
        if (names is [{ Length: > MaxMainName } main, ..])
        {
            yield return $"names begins with '{main}' of {main.Length} characters, but the first must have at most {MaxMainName}. Put a shorter one first.";
        }
    }
}
