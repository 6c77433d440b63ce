using System.Net.Mail;

namespace Platform.Components.Dns.HostedZones;

/// <summary>Why a zone cannot be had as asked for, said before anything is registered.</summary>
internal static class ZoneProblems
{
    /// <summary>Everything that is wrong; empty when nothing is.</summary>
    public static IReadOnlyList<string> Of(DnsZoneArgs args)
    {
        var source = args.Source ?? ZoneSource.Create;
        return
        [
            .. Domain(args.Domain),
            .. Contact(args.SecurityContact),
            .. source.IsPrivate && source.Networks.Count == 0
                ? ["source is a private zone without a network, but it must be resolved somewhere: name at least one VPC."]
                : Array.Empty<string>(),
            .. ReferenceEquals(source, ZoneSource.Create) ? [] : OnlyOwnPublic(args, source),
        ];
    }

    private static IEnumerable<string> Domain(string domain)
    {
        if (DomainName.Problem(domain) is { } problem)
        {
            yield return $"domain is '{domain}', but {problem}.";
        }
    }

    private static IEnumerable<string> Contact(string? contact)
    {
        if (contact is not null && !MailAddress.TryCreate(contact, out _))
        {
            yield return $"securityContact is '{contact}', but must be a mail address such as security@example.com.";
        }
    }

    private static IEnumerable<string> OnlyOwnPublic(DnsZoneArgs args, ZoneSource source)
    {
        var kind = source.IsPrivate ? "private" : "adopted";
        var wayOut = source.IsPrivate ? "Leave it out: nobody outside the networks asks." : "Set it where the zone is made, or create the zone here.";
        (string Argument, bool Set)[] settings =
        [
            ("acceleratedRecovery", args.AcceleratedRecovery == true),
            ("dnssec", args.Dnssec == true),
            ("queryLog", args.QueryLog is not null),
            ("certificateAuthorities", source.IsPrivate && args.CertificateAuthorities is not null),
        ];
        return settings.Where(setting => setting.Set)
            .Select(setting => $"{setting.Argument} is set, but the zone is {kind}. {wayOut}");
    }
}
