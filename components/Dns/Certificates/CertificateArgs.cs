using Platform.Components.Dns.HostedZones;

namespace Platform.Components.Dns.Certificates;

/// <summary>What a caller may choose; <see cref="Certificate"/> decides the rest.</summary>
public sealed class CertificateArgs : ResourceArgs
{
    /// <summary>The public zone that proves the names.</summary>
    public required DnsZone Zone { get; init; }

    /// <summary>The names, first the main one (64 characters at most), all in the zone; <c>*.</c> in front stands for one label. 1 to 10.</summary>
    [Input("names", required: true)] public required IReadOnlyList<string> Names { get; init; }

    /// <summary>
    /// Regions that need it: <see cref="GlobalRegion.Name"/> for CloudFront, and the region of each load balancer, the standby's too.
    /// </summary>
    [Input("regions", required: true)] public required IReadOnlyList<string> Regions { get; init; }
}
