using Platform.Components.Dns;

namespace Platform.Components.Edge.Delivery;

/// <summary>Why CloudFront would refuse a distribution, said before anything is registered.</summary>
internal static class DeliveryProblems
{
    // With the default one; a quota that can be raised. Source: CloudFront developer guide, quotas on distributions.
    private const int MaxBehaviours = 75;

    /// <summary>Everything that is wrong; empty when nothing is.</summary>
    public static IReadOnlyList<string> Of(ContentDeliveryArgs args) =>
    [
        .. Names("domains", args.Domains ?? []),
        .. Names("redirectDomains", args.RedirectDomains ?? []),
        .. Names("application", [args.Application.TlsName]),
        .. Names("standby", args.Standby is { } standby ? [standby.TlsName] : []),
        .. Domains(args),
        .. Paths("apiPaths", PathClasses.Api(args)),
        .. Paths("assetPaths", PathClasses.Assets(args)),
        .. Behaviours(args),
        .. Standby(args),
    ];

    private static IEnumerable<string> Names(string argument, IReadOnlyList<string> names) =>
        from name in names
        let problem = DomainName.Problem(name, wildcard: argument == "domains")
        where problem is not null
        select $"{argument} has '{name}', which {problem}.";

    private static IEnumerable<string> Domains(ContentDeliveryArgs args)
    {
        var (domains, redirects) = (args.Domains ?? [], args.RedirectDomains ?? []);
        if (domains.Count > 0 && args.CertificateArn is null)
        {
            yield return "domains are set without certificateArn, but viewers need TLS for them. Add a Certificate in us-east-1.";
        }

        if (domains.Count == 0 && args.CertificateArn is not null)
        {
            yield return "certificateArn is set without domains, so nobody would see it. Name the domains, or leave it out.";
        }

        if (redirects.Count > 0 && (domains.Count == 0 || domains[0].StartsWith('*')))
        {
            yield return "redirectDomains need a first domain to lead to that is no wildcard. Put it first in domains.";
        }

        foreach (var both in domains.Intersect(redirects))
        {
            yield return $"redirectDomains has '{both}', which domains has too: it would redirect to itself or not at all. Keep it in one of them.";
        }
    }

    private static IEnumerable<string> Paths(string argument, IReadOnlyList<string> paths) => paths
        .Where(path => !path.StartsWith('/') || path.Length > 255 || path is "/*" || path.Any(char.IsWhiteSpace))
        .Select(path => $"{argument} has '{path}', but must be a pattern such as /api/*: it begins with '/', has up to 255 characters, "
            + "and is not '/*', which is every path.");

    private static IEnumerable<string> Behaviours(ContentDeliveryArgs args)
    {
        var paths = PathClasses.Api(args).Concat(PathClasses.Assets(args)).ToArray();
        foreach (var path in paths.GroupBy(path => path).Where(path => path.Count() > 1))
        {
            yield return $"path '{path.Key}' is named twice in apiPaths and assetPaths; a path belongs to one class.";
        }

        if (paths.Length >= MaxBehaviours)
        {
            yield return $"apiPaths and assetPaths have {paths.Length} patterns, but CloudFront takes {MaxBehaviours - 1} beside the default. "
                + "Join them under a common prefix.";
        }
    }

    private static IEnumerable<string> Standby(ContentDeliveryArgs args)
    {
        if (args.ServeFromStandby == true && args.Standby is null)
        {
            yield return "serveFromStandby is true, but there is no standby to serve from. Set standby, or leave it false.";
        }

        if (args.StandbyAssets is not null && args.Assets is null)
        {
            yield return "standbyAssets is set without assets: asset paths come from the application and fail over with it. "
                + "Set assets, or leave it out.";
        }

        foreach (var bucket in new[] { args.Assets, args.StandbyAssets })
        {
            if (bucket is { IsCdnOrigin: false })
            {
                yield return $"bucket '{bucket.GetResourceName()}' would refuse the CDN. Make it with CdnOrigin.";
            }
        }

        if (args.OriginShieldRegion is not null && args.Standby is not null && args.ServeFromStandby == true)
        {
            yield return "originShieldRegion is set while serving from the standby: every request would take the way through the lost region. "
                + "Leave it out until the failback.";
        }
    }
}
