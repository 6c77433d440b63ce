using Platform.Components.Network;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;

namespace Platform.Components.Entry;

/// <summary>Who is let in by a <see cref="WebLoadBalancer"/>, and what it answers with.</summary>
internal static class EntryRules
{
    /// <summary>Named and not left to AWS, whose default for a listener made by API dates from 2016.</summary>
    private const string TlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

    public static void Admit(Firewall firewall, AllowedSource source, CustomResourceOptions child)
    {
        if (source == AllowedSource.CloudFront)
        {
            var list = GetManagedPrefixList.Invoke(
                new GetManagedPrefixListInvokeArgs { Name = "com.amazonaws.global.cloudfront.origin-facing" },
                new InvokeOptions { Parent = child.Parent });

            // Port 443 only: the list counts as 55 rules, and a group holds 60.
            firewall.Admit("cloudfront-443", 443, Peer.Prefixes(list.Apply(found => found.Id)), "HTTPS from CloudFront");
            return;
        }

        foreach (var block in source.Blocks)
        {
            var key = block.Replace('/', '-').Replace('.', '-').Replace(':', '-');
            var peer = AllowedSource.IsV6(block) ? Peer.Block6(block) : Peer.Block(block);
            firewall.Admit($"{key}-443", 443, peer, "HTTPS from listed addresses");
            firewall.Admit($"{key}-80", 80, peer, "HTTP from listed addresses, to be redirected");
        }
    }

    public static Listener Listen(
        string name, LoadBalancer balancer, WebLoadBalancerArgs args, TargetGroup targets, CustomResourceOptions child)
    {
        if (args.AllowFrom != AllowedSource.CloudFront)
        {
            new Listener($"{name}-http", new()
            {
                LoadBalancerArn = balancer.Arn,
                Port = 80,
                Protocol = "HTTP",
                DefaultActions = new ListenerDefaultActionArgs
                {
                    Type = "redirect",
                    Redirect = new ListenerDefaultActionRedirectArgs { Protocol = "HTTPS", Port = "443", StatusCode = "HTTP_301" },
                },
            }, child);
        }

        return new Listener($"{name}-https", new()
        {
            LoadBalancerArn = balancer.Arn,
            Port = 443,
            Protocol = "HTTPS",
            SslPolicy = TlsPolicy,
            CertificateArn = args.CertificateArn,
            RoutingHttpResponseServerEnabled = false,
            RoutingHttpResponseStrictTransportSecurityHeaderValue = "max-age=63072000; includeSubDomains",
            RoutingHttpResponseXContentTypeOptionsHeaderValue = "nosniff",
            DefaultActions = new ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = targets.Arn },
        }, child);
    }
}
