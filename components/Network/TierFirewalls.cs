using Platform.Components.Network.Addresses;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Platform.Components.Network;

/// <summary>
/// A network ACL for each tier: the second fence behind security groups, and the only one a mistaken group or route cannot open.
/// ACLs keep no state, so answers from the internet come in on the ports that clients call from.
/// </summary>
internal static class TierFirewalls
{
    private const string All = "-1";
    private const string Tcp = "6";
    private const string Udp = "17";
    private const string Icmp = "1";
    private const string Icmp6 = "58";

    public static void Register(
        string name, Vpc vpc, AddressPlan plan, SubnetGrid subnets, Output<string>? ipv6, CustomResourceOptions child)
    {
        var four = Rules.V4(plan.Network.ToString());
        Rules[] versions = ipv6 is null ? [four] : [four, Rules.V6(ipv6)];

        Register(SubnetTier.Public, rules => [rules.FromInside, .. rules.Requests, .. rules.Answers], rules => rules.ToAnywhere);
        Register(SubnetTier.Private, rules => [rules.FromInside, .. rules.Answers], rules => rules.ToAnywhere);
        Register(SubnetTier.Isolated, rules => [rules.FromInside], rules => rules.ToInside);

        void Register(SubnetTier tier, Func<Rules, NetworkAclIngressArgs[]> ingress, Func<Rules, NetworkAclEgressArgs> egress)
        {
            var word = tier.ToString().ToLowerInvariant();
            new NetworkAcl($"{name}-{word}", new()
            {
                VpcId = vpc.Id,
                SubnetIds = [.. subnets.IdsOf(tier).Select(id => (Input<string>)id)],
                Ingress = versions.SelectMany(ingress).ToArray(),
                Egress = versions.Select(egress).ToArray(),
                Tags = { ["Name"] = $"{name}-{word}" },
            }, child);
        }
    }

    /// <summary>The same rules for one version of IP; those of IPv6 are numbered a hundred higher.</summary>
    private sealed record Rules(int First, bool IsV6, Input<string> Inside, string Anywhere)
    {
        public static Rules V4(string inside) => new(100, false, inside, "0.0.0.0/0");

        public static Rules V6(Output<string> inside) => new(200, true, inside, "::/0");

        public NetworkAclIngressArgs FromInside => Allow(0, All, Inside);

        public NetworkAclIngressArgs[] Requests => [Allow(5, Tcp, Anywhere, 80, 80), Allow(6, Tcp, Anywhere, 443, 443)];

        public NetworkAclIngressArgs[] Answers =>
        [
            Rule(10, "deny", Tcp, Anywhere, 3389, 3389),
            Allow(20, Tcp, Anywhere, 1024, 65535),
            Allow(30, Udp, Anywhere, 1024, 65535),
            PacketTooBig,
        ];

        public NetworkAclEgressArgs ToAnywhere => To(Anywhere);

        public NetworkAclEgressArgs ToInside => To(Inside);

        /// <summary>Without it, clients behind a tunnel connect and then get no answer longer than their path takes. ICMP has two names for it.</summary>
        private NetworkAclIngressArgs PacketTooBig
        {
            get
            {
                var rule = Allow(40, IsV6 ? Icmp6 : Icmp, Anywhere);
                (rule.IcmpType, rule.IcmpCode) = IsV6 ? (2, 0) : (3, 4);
                return rule;
            }
        }

        private NetworkAclIngressArgs Allow(int number, string protocol, Input<string> from, int first = 0, int last = 0) =>
            Rule(number, "allow", protocol, from, first, last);

        private NetworkAclIngressArgs Rule(int number, string action, string protocol, Input<string> from, int first, int last) => new()
        {
            RuleNo = First + number,
            Action = action,
            Protocol = protocol,
            CidrBlock = IsV6 ? null : from,
            Ipv6CidrBlock = IsV6 ? from : null,
            FromPort = first,
            ToPort = last,
        };

        private NetworkAclEgressArgs To(Input<string> to) => new()
        {
            RuleNo = First, Action = "allow", Protocol = All, CidrBlock = IsV6 ? null : to, Ipv6CidrBlock = IsV6 ? to : null, FromPort = 0, ToPort = 0,
        };
    }
}
