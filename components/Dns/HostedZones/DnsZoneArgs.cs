namespace Platform.Components.Dns.HostedZones;

/// <summary>What a caller may choose; <see cref="DnsZone"/> decides the rest.</summary>
public sealed class DnsZoneArgs : ResourceArgs
{
    /// <summary>The domain, in lower case and without a final dot, such as <c>example.com</c>.</summary>
    [Input("domain", required: true)] public required string Domain { get; init; }

    /// <summary>Whether the zone is made, adopted or private. Default: <see cref="ZoneSource.Create"/>.</summary>
    [Input("source")] public ZoneSource? Source { get; init; }

    /// <summary>
    /// Who may issue certificates (CAA). Default: <c>amazon.com</c>, that is ACM, for a zone made here; nobody is named in an adopted
    /// zone, as its owner may use other authorities.
    /// </summary>
    [Input("certificateAuthorities")] public IReadOnlyList<string>? CertificateAuthorities { get; init; }

    /// <summary>Who hears of a refused certificate request (CAA <c>iodef</c>): a mail address. Default: nobody.</summary>
    [Input("securityContact")] public string? SecurityContact { get; init; }

    /// <summary>
    /// Keeps the zone changeable within 60 minutes when us-east-1 is lost (<c>enableAcceleratedRecovery</c>). Only public zones made
    /// here. Default: true.
    /// </summary>
    [Input("acceleratedRecovery")] public bool? AcceleratedRecovery { get; init; }

    /// <summary>
    /// Signs the zone. The chain of trust is complete only once <see cref="DnsZone.DsRecord"/> is at the registrar; before
    /// turning it off again, remove it there and wait for its TTL. Only public zones made here. Default: false.
    /// </summary>
    [Input("dnssec")] public bool? Dnssec { get; init; }

    /// <summary>Log of every question. Only public zones made here. Default: not logged.</summary>
    [Input("queryLog")] public DnsQueryLog? QueryLog { get; init; }
}
