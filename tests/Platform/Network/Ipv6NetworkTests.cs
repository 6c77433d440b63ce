using System.Collections.Immutable;
using Platform.Components.Entry;
using Platform.Components.Network;
using Platform.Components.Network.Gateways;
using Platform.Tests.Compute.Instances;

namespace Platform.Tests.Network;

public class Ipv6NetworkTests
{
    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() =>
        Golden.Check("network-ipv6", Golden.Full(await Dual(GivenNetwork.TwoZones)));

    [Fact]
    public async Task Growing_from_two_zones_to_three_moves_no_subnet()
    {
        var two = GivenNetwork.Layout(await Dual(GivenNetwork.TwoZones));
        var three = GivenNetwork.Layout(await Dual(["eu-west-1c", "eu-west-1b", "eu-west-1a"]));

        Assert.Equal((6, 9), (two.Count, three.Count));
        Assert.Subset(three, two);
        Assert.Contains("network-private-b 10.20.144.0/20 2600:1f18:1234:5681::/64 eu-west-1b", two);
    }

    [Fact]
    public async Task Turning_it_on_changes_nothing_else()
    {
        var (without, with) = (await Sandbox.Run(() => GivenNetwork.Build(nat: NatMode.SingleGateway)), await Dual(GivenNetwork.TwoZones));

        Assert.All(without.Registered, resource => Assert.Contains(with.Registered, other => (other.Type, other.Name) == (resource.Type, resource.Name)));
        Assert.All(without.Of("Subnet"), subnet => Assert.Equal(subnet["cidrBlock"], with.Named("Subnet", subnet.Name)["cidrBlock"]));
        Assert.Equal(
            ["EgressOnlyInternetGateway network", "Route network-private-a-internet-ipv6", "Route network-private-b-internet-ipv6", "Route network-public-internet-ipv6"],
            with.Registered.Where(r => without.Registered.All(other => (other.Type, other.Name) != (r.Type, r.Name))).Select(r => $"{r.Type.Split(':')[^1]} {r.Name}"));
    }

    [Fact]
    public async Task Reaches_the_internet_from_the_private_tier_outwards_only()
    {
        var plan = await Dual(GivenNetwork.TwoZones);

        foreach (var zone in (string[])["a", "b"])
        {
            var route = plan.Named("Route", $"network-private-{zone}-internet-ipv6");
            Assert.Equal(("::/0", "EgressOnlyInternetGateway:network", null), (route["destinationIpv6CidrBlock"], route["egressOnlyGatewayId"], route["gatewayId"]));
        }

        Assert.Equal("InternetGateway:network", plan.Named("Route", "network-public-internet-ipv6")["gatewayId"]);
        Assert.DoesNotContain(plan.Of("Route"), route => route.Name.Contains("isolated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Has_no_way_out_where_none_was_chosen() =>
        Assert.Empty((await Sandbox.Run(() => GivenNetwork.Build(nat: NatMode.None, ipv6: true))).Of("EgressOnlyInternetGateway"));

    /// <summary>With it, the resolver would send what S3's gateway endpoint carries for nothing through a NAT gateway.</summary>
    [Fact]
    public async Task Leaves_DNS64_to_subnets_without_IPv4() =>
        Assert.All((await Dual(GivenNetwork.TwoZones)).Of("Subnet"), subnet => Assert.Null(subnet["enableDns64"]));

    [Fact]
    public async Task Fences_both_versions_alike()
    {
        var plan = await Dual(GivenNetwork.TwoZones);

        foreach (var tier in (string[])["public", "private", "isolated"])
        {
            var fence = plan.Named("NetworkAcl", $"network-{tier}");
            var (four, six) = (Rules(fence, "cidrBlock", 100), Rules(fence, "ipv6CidrBlock", 200));
            Assert.Equal(four, six);
            Assert.Equal(2, ((ImmutableArray<object>)fence["egress"]!).Length);
        }

        var isolated = plan.Named("NetworkAcl", "network-isolated");
        Assert.Equal(("2600:1f18:1234:5600::/56", "2600:1f18:1234:5600::/56"), (isolated["ingress.1.ipv6CidrBlock"], isolated["egress.1.ipv6CidrBlock"]));
        var tooBig = ((ImmutableArray<object>)plan.Named("NetworkAcl", "network-private")["ingress"]!).Cast<ImmutableDictionary<string, object>>()
            .Single(rule => rule["protocol"].Equals("58"));
        Assert.Equal((2.0, 0.0), (tooBig["icmpType"], tooBig["icmpCode"]));
    }

    [Fact]
    public async Task Lets_applications_out_over_both_versions()
    {
        var plan = await Sandbox.Run(() => Fleet.Service(network: new ExistingNetwork("vpc-1", "10.99.0.0/16", Subnets, "2600:1f18:1234:5600::/56")));

        var rule = plan.Named("SecurityGroupEgressRule", "shop-to-https-ipv6");
        Assert.Equal(("::/0", 443.0, null), (rule["cidrIpv6"], rule["fromPort"], rule["cidrIpv4"]));
    }

    [Fact]
    public async Task A_load_balancer_on_the_internet_answers_over_both()
    {
        var plan = await Sandbox.Run(() => Entry(internet: true, dual: true, AllowedSource.From(["2001:db8:1::/48", "203.0.113.0/24"])));

        Assert.Equal("dualstack", plan.Only("LoadBalancer")["ipAddressType"]);
        var rule = plan.Named("SecurityGroupIngressRule", "entry-from-2001-db8-1---48-443");
        Assert.Equal(("2001:db8:1::/48", null), (rule["cidrIpv6"], rule["cidrIpv4"]));
        Assert.Null((await Sandbox.Run(() => Entry(internet: false, dual: true, AllowedSource.CloudFront))).Only("LoadBalancer")["ipAddressType"]);
    }

    [Fact]
    public async Task Refuses_IPv6_clients_where_none_can_come()
    {
        Assert.Contains(
            "allowFrom lists IPv6 addresses, which reach only an internet-facing load balancer in a network with IPv6; leave them out, or turn both on.",
            await Sandbox.Refusal(() => Entry(internet: true, dual: false, AllowedSource.From(["2001:db8:1::/48"]))), StringComparison.Ordinal);
        Assert.StartsWith(
            "'2001::/16' is not a block of /32 or smaller; list those who may enter",
            Assert.Throws<ArgumentException>(() => AllowedSource.From(["2001::/16"])).Message, StringComparison.Ordinal);
    }

    private static readonly Dictionary<string, ZoneSubnets> Subnets = new()
    {
        ["eu-west-1a"] = new("subnet-public-a", "subnet-private-a", "subnet-isolated-a"),
        ["eu-west-1b"] = new("subnet-public-b", "subnet-private-b", "subnet-isolated-b"),
    };

    private static Task<Sandbox> Dual(IReadOnlyList<string> zones) =>
        Sandbox.Run(() => GivenNetwork.Build(zones: zones, nat: NatMode.SingleGateway, ipv6: true));

    private static WebLoadBalancer Entry(bool internet, bool dual, AllowedSource from) => new("entry", new()
    {
        Network = new ExistingNetwork("vpc-1", "10.99.0.0/16", Subnets, dual ? "2600:1f18:1234:5600::/56" : (Input<string>?)null),
        CertificateArn = "arn:certificate",
        AllowFrom = from,
        InternetFacing = internet,
        LogRetentionDays = 14,
    });

    /// <summary>The rules of one version without what the versions write differently: their numbers, addresses and the word for "too big".</summary>
    private static string[] Rules(Registration fence, string member, int first) =>
    [
        .. ((ImmutableArray<object>)fence["ingress"]!).Cast<ImmutableDictionary<string, object>>()
            .Where(rule => rule.ContainsKey(member))
            .Select(rule => $"{(double)rule["ruleNo"] - first} {rule["action"]} {(rule["protocol"] is "1" or "58" ? "icmp" : rule["protocol"])} {rule["fromPort"]} {rule["toPort"]}"),
    ];
}
