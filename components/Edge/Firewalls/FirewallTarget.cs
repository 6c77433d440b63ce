using Platform.Components.Edge.Delivery;

namespace Platform.Components.Edge.Firewalls;

/// <summary>What a <see cref="WebFirewall"/> stands in front of: it decides the scope, the region and whose address a rule sees.</summary>
public sealed class FirewallTarget : ResourceArgs
{
    /// <summary>The header in which <see cref="ContentDelivery"/> tells the origin the client's address; clients cannot forge it.</summary>
    public const string ClientIpHeader = "true-client-ip";

    private FirewallTarget(string scope, string? region) => (Scope, Region) = (scope, region);

    /// <summary>The <c>scope</c> of the web ACL: <c>CLOUDFRONT</c> or <c>REGIONAL</c>.</summary>
    [Input("scope")] public string Scope { get; private init; }

    /// <summary>Region of the web ACL; null means the provider's.</summary>
    [Input("region")] public string? Region { get; private init; }

    /// <summary>The load balancer it is associated with; null for a CDN, which names its web ACL itself.</summary>
    [Input("loadBalancerArn")] public Input<string>? LoadBalancerArn { get; private init; }

    /// <summary>Whether every connection comes from the CDN, so that the client's address is in <see cref="ClientIpHeader"/>.</summary>
    [Input("behindCdn")] public bool BehindCdn { get; private init; }

    /// <summary>CloudFront distributions; hand <see cref="WebFirewall.WebAclArn"/> to <see cref="ContentDelivery"/>.</summary>
    public static FirewallTarget Cdn { get; } = new("CLOUDFRONT", GlobalRegion.Name);

    /// <summary>A load balancer the internet reaches directly.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="region">Its region. Default: the provider's.</param>
    public static FirewallTarget LoadBalancer(Input<string> arn, string? region = null) =>
        new("REGIONAL", region) { LoadBalancerArn = arn };

    /// <summary>
    /// A load balancer only the CDN reaches. Rules about the sender read <see cref="ClientIpHeader"/>; the two managed groups that can
    /// judge nothing but the connection (IP reputation, anonymous IP) are left to the CDN's firewall, as here they would judge the CDN.
    /// </summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="region">Its region. Default: the provider's.</param>
    public static FirewallTarget LoadBalancerBehindCdn(Input<string> arn, string? region = null) =>
        new("REGIONAL", region) { LoadBalancerArn = arn, BehindCdn = true };
}
