using Platform.Components.Dns.HostedZones;

namespace Platform.Components.Dns;

/// <summary>What a caller may choose; <see cref="DnsName"/> decides the rest.</summary>
public sealed class DnsNameArgs : ResourceArgs
{
    /// <summary>The zone of the names.</summary>
    public required DnsZone Zone { get; init; }

    /// <summary>The names, in full and in the zone, such as <c>www.example.com</c>.</summary>
    [Input("hosts", required: true)] public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>Where they lead.</summary>
    [Input("target", required: true)] public required DnsTarget Target { get; init; }

    /// <summary>Where they lead when the target is down. Default: nowhere else.</summary>
    [Input("failover")] public DnsFailover? Failover { get; init; }
}
