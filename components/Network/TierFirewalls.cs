using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Platform.Components.Network;

/// <summary>
/// A network ACL for each tier: the second fence behind security groups, and the only one a mistaken group or route cannot open.
/// ACLs keep no state, so answers from the internet come in on the ports that clients call from.
/// </summary>
internal static class TierFirewalls
{
    private const string Anywhere = "0.0.0.0/0";
    private const string All = "-1";
    private const string Tcp = "6";
    private const string Udp = "17";
    private const string Icmp = "1";

    public static void Register(string name, Vpc vpc, AddressPlan plan, SubnetGrid subnets, CustomResourceOptions child)
    {
        var inside = plan.Network.ToString();
        var fromInside = Rule(100, "allow", All, inside);
        var http = Rule(105, "allow", Tcp, Anywhere, 80, 80);
        var https = Rule(106, "allow", Tcp, Anywhere, 443, 443);
        NetworkAclIngressArgs[] answers =
        [
            Rule(110, "deny", Tcp, Anywhere, 3389, 3389),
            Rule(120, "allow", Tcp, Anywhere, 1024, 65535),
            Rule(130, "allow", Udp, Anywhere, 1024, 65535),
            PacketTooBig(140),
        ];

        Register(SubnetTier.Public, [fromInside, http, https, .. answers], Anywhere);
        Register(SubnetTier.Private, [fromInside, .. answers], Anywhere);
        Register(SubnetTier.Isolated, [fromInside], inside);

        void Register(SubnetTier tier, NetworkAclIngressArgs[] ingress, string egressTo)
        {
            var word = tier.ToString().ToLowerInvariant();
            new NetworkAcl($"{name}-{word}", new()
            {
                VpcId = vpc.Id,
                SubnetIds = [.. subnets.IdsOf(tier).Select(id => (Input<string>)id)],
                Ingress = ingress,
                Egress = new NetworkAclEgressArgs
                {
                    RuleNo = 100, Action = "allow", Protocol = All, CidrBlock = egressTo, FromPort = 0, ToPort = 0,
                },
                Tags = { ["Name"] = $"{name}-{word}" },
            }, child);
        }
    }

    /// <summary>"Fragmentation needed": without it, clients behind a tunnel connect and then get no answer longer than their path takes.</summary>
    private static NetworkAclIngressArgs PacketTooBig(int number)
    {
        var rule = Rule(number, "allow", Icmp, Anywhere);
        (rule.IcmpType, rule.IcmpCode) = (3, 4);
        return rule;
    }

    private static NetworkAclIngressArgs Rule(
        int number, string action, string protocol, string from, int first = 0, int last = 0) => new()
    {
        RuleNo = number, Action = action, Protocol = protocol, CidrBlock = from, FromPort = first, ToPort = last,
    };
}
