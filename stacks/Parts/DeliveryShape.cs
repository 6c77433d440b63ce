using Platform.Components.Edge.Delivery;
using Platform.Components.Edge.Firewalls;
using Platform.Components.Storage;

namespace Platform.Stacks.Parts;

/// <summary>What differs between the CDNs of two environments.</summary>
internal sealed record DeliveryShape
{
    /// <summary>The name users type.</summary>
    public required string Domain { get; init; }

    /// <summary>The name the CDN asks the load balancer by; in the certificate, and nowhere in DNS.</summary>
    public required string OriginName { get; init; }

    /// <summary>The regions it serves from; null: the one it is given the load balancer of.</summary>
    public TwoRegions? Regions { get; init; }

    /// <summary>Files it publishes, where there is one region only; null: a bucket of its own.</summary>
    public PrivateBucket? Assets { get; init; }

    /// <summary>The application of the second region; null: none runs there.</summary>
    public EdgeOrigin? Standby { get; init; }

    /// <summary>Names that only lead to <see cref="Domain"/>.</summary>
    public IReadOnlyList<string>? RedirectDomains { get; init; }

    /// <summary>Where on earth it answers.</summary>
    public required PriceClass PriceClass { get; init; }

    /// <summary>What its firewall does with what it suspects.</summary>
    public required FirewallMode Firewall { get; init; }

    /// <summary>Whether cache hits and origin latency are measured, which costs by the metric.</summary>
    public bool? ExtraMetrics { get; init; }
}
