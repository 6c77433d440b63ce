namespace Platform.Components.Dns;

/// <summary>Where a <see cref="DnsName"/> leads.</summary>
public sealed class DnsTarget : ResourceArgs
{
    private DnsTarget(Input<string> name) => Name = name;

    /// <summary>Name at the target.</summary>
    [Input("name")] public Input<string> Name { get; private init; }

    /// <summary>Hosted zone of the AWS service, for an alias; null for a plain name.</summary>
    [Input("zoneId")] public Input<string>? ZoneId { get; private init; }

    /// <summary>Whether it answers over IPv6 too.</summary>
    [Input("ipv6")] public bool Ipv6 { get; private init; }

    /// <summary>Whether Route 53 asks the service for its health; CloudFront gives no answer.</summary>
    [Input("evaluateTargetHealth")] public bool EvaluateTargetHealth { get; private init; }

    /// <summary>Whether it is an alias, which costs nothing to resolve and may stand at the top of a zone.</summary>
    internal bool IsAlias => ZoneId is not null;

    /// <summary>A CloudFront distribution.</summary>
    /// <param name="domainName">Its <c>domainName</c>.</param>
    /// <param name="hostedZoneId">Its <c>hostedZoneId</c>.</param>
    public static DnsTarget Distribution(Input<string> domainName, Input<string> hostedZoneId) =>
        new(domainName) { ZoneId = hostedZoneId, Ipv6 = true };

    /// <summary>A load balancer.</summary>
    /// <param name="dnsName">Its <c>dnsName</c>.</param>
    /// <param name="zoneId">Its <c>zoneId</c>.</param>
    /// <param name="dualstack">Whether its <c>ipAddressType</c> is <c>dualstack</c>.</param>
    public static DnsTarget LoadBalancer(Input<string> dnsName, Input<string> zoneId, bool dualstack = false) =>
        new(dnsName) { ZoneId = zoneId, Ipv6 = dualstack, EvaluateTargetHealth = true };

    /// <summary>Any other name, by CNAME.</summary>
    /// <param name="name">The name.</param>
    public static DnsTarget Host(Input<string> name) => new(name);
}
