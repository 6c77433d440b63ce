using Platform.Components.Naming;
using Platform.Components.Network;
using Platform.Components.Storage;
using Pulumi.Aws.LB;
using Pulumi.Aws.LB.Inputs;

namespace Platform.Components.Entry;

/// <summary>The machine behind a <see cref="WebLoadBalancer"/>, and where it writes what it saw.</summary>
internal static class EntryBalancer
{
    public static LoadBalancer Register(string name, WebLoadBalancerArgs args, Firewall firewall, CustomResourceOptions child)
    {
        var isProtected = args.Protected ?? true;
        var logs = new PrivateBucket($"{name}-logs", new()
        {
            ExpireDays = args.LogRetentionDays,
            KeepVersionsDays = 1,
            DestroyWithContent = !isProtected,
            LogWriter = "logdelivery.elasticloadbalancing.amazonaws.com",
        }, new ComponentResourceOptions { Parent = child.Parent });

        return new LoadBalancer(name, new()
        {
            Name = AwsName.Of(name, NameRule.LoadBalancer),
            LoadBalancerType = "application",
            Internal = !args.InternetFacing,
            IpAddressType = IsDualstack(args) ? "dualstack" : (Input<string>?)null,
            Subnets = args.Network.SubnetIds(args.InternetFacing ? SubnetTier.Public : SubnetTier.Private),
            SecurityGroups = firewall.Id,
            DropInvalidHeaderFields = true,
            DesyncMitigationMode = "defensive",
            EnableCrossZoneLoadBalancing = true,
            EnableDeletionProtection = isProtected,
            EnableHttp2 = true,
            EnableZonalShift = true,
            AccessLogs = new LoadBalancerAccessLogsArgs { Bucket = logs.BucketName, Prefix = "access", Enabled = true },
            ConnectionLogs = new LoadBalancerConnectionLogsArgs { Bucket = logs.BucketName, Prefix = "connection", Enabled = true },
            HealthCheckLogs = new LoadBalancerHealthCheckLogsArgs { Bucket = logs.BucketName, Prefix = "health", Enabled = true },
        }, child);
    }

    /// <summary>Whether it answers over both versions of IP: on the internet, where the network has both. CloudFront reaches others over IPv4.</summary>
    public static bool IsDualstack(WebLoadBalancerArgs args) => args.InternetFacing && args.Network.Ipv6Cidr is not null;
}
