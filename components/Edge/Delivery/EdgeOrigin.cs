namespace Platform.Components.Edge.Delivery;

/// <summary>Where <see cref="ContentDelivery"/> gets answers from, always over TLS 1.2 with a verified certificate.</summary>
public sealed class EdgeOrigin : ResourceArgs
{
    private EdgeOrigin(string tlsName) => TlsName = tlsName;

    /// <summary>The name the origin's certificate must carry; also the <c>Host</c> it is asked for.</summary>
    [Input("tlsName")] public string TlsName { get; private init; }

    /// <summary>Load balancer behind a VPC origin; null for a public origin.</summary>
    [Input("loadBalancerArn")] public Input<string>? LoadBalancerArn { get; private init; }

    /// <summary>
    /// An internal load balancer, reached through a VPC origin: no public address anywhere behind the CDN. Its network needs an internet
    /// gateway, though no route to it, as AWS takes that for the owner's consent.
    /// </summary>
    /// <param name="arn">ARN of the load balancer.</param>
    /// <param name="tlsName">A name of its certificate; a <c>DnsName</c> leads it to the load balancer, for people and probes inside.</param>
    public static EdgeOrigin LoadBalancer(Input<string> arn, string tlsName) => new(tlsName) { LoadBalancerArn = arn };

    /// <summary>An origin with a public address. Its name may be a <c>DnsName</c> with a failover, which then holds for every method.</summary>
    /// <param name="tlsName">Its name, which is in its certificate.</param>
    public static EdgeOrigin Public(string tlsName) => new(tlsName);
}
