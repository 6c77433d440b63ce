using System.Collections.Immutable;
using Platform.Components.Network.Gateways;

namespace Platform.Tests.Network;

public class PrivateNetworkTests
{
    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() => Golden.Check("network", Golden.Full(await Sandbox.Run(() => GivenNetwork.Build())));

    [Theory]
    [InlineData(NatMode.None, "")]
    [InlineData(NatMode.Instance, "Eip network-nat, Instance network-nat, NetworkInterface network-nat")]
    [InlineData(NatMode.SingleGateway, "Eip network-nat-a, NatGateway network-nat-a")]
    [InlineData(NatMode.GatewayPerZone, "Eip network-nat-a, Eip network-nat-b, NatGateway network-nat-a, NatGateway network-nat-b")]
    [InlineData(NatMode.RegionalGateway, "NatGateway network-nat")]
    public async Task Pays_for_the_way_out_that_was_chosen_and_no_other(NatMode nat, string machines)
    {
        var plan = await Sandbox.Run(() => GivenNetwork.Build(nat: nat));

        string[] types = ["Eip", "Instance", "NatGateway", "NetworkInterface"];
        Assert.Equal(machines, string.Join(", ", types.SelectMany(plan.Of).Select(r => $"{r.Type.Split(':')[^1]} {r.Name}")));
        Assert.Equal(nat == NatMode.None ? 1 : 3, plan.Of("Route").Count);
    }

    [Fact]
    public async Task Gives_nothing_a_public_address_by_itself()
    {
        var plan = await Sandbox.Run(() => GivenNetwork.Build());

        Assert.Equal(6, plan.Of("Subnet").Count);
        Assert.All(plan.Of("Subnet"), subnet => Assert.Equal(false, subnet["mapPublicIpOnLaunch"]));
    }

    [Fact]
    public async Task Routes_to_the_internet_from_the_public_tier_and_through_nat_only()
    {
        var plan = await Sandbox.Run(() => GivenNetwork.Build(nat: NatMode.GatewayPerZone));

        var viaGateway = Assert.Single(plan.Of("Route"), route => route["gatewayId"] is not null);
        Assert.Equal("network-public-internet", viaGateway.Name);
        Assert.Equal("NatGateway:network-nat-a", plan.Named("Route", "network-private-a-internet")["natGatewayId"]);
        Assert.Equal("NatGateway:network-nat-b", plan.Named("Route", "network-private-b-internet")["natGatewayId"]);
        Assert.DoesNotContain(plan.Of("Route"), route => route.Name.Contains("isolated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Empties_the_defaults_of_the_vpc()
    {
        var plan = await Sandbox.Run(() => GivenNetwork.Build());

        foreach (var type in new[] { "DefaultSecurityGroup", "DefaultNetworkAcl" })
        {
            Assert.Equal(ImmutableArray<object>.Empty, plan.Only(type)["ingress"]);
            Assert.Equal(ImmutableArray<object>.Empty, plan.Only(type)["egress"]);
        }

        Assert.Equal(ImmutableArray<object>.Empty, plan.Only("DefaultRouteTable")["routes"]);
    }

    [Fact]
    public async Task Lets_the_isolated_tier_talk_to_the_network_only()
    {
        var plan = await Sandbox.Run(() => GivenNetwork.Build());

        var fence = plan.Named("NetworkAcl", "network-isolated");
        Assert.Equal("10.20.0.0/16", fence["ingress.0.cidrBlock"]);
        Assert.Equal("10.20.0.0/16", fence["egress.0.cidrBlock"]);
        Assert.Single((ImmutableArray<object>)fence["ingress"]!);
    }

    [Theory]
    [InlineData("network-public"), InlineData("network-private")]
    public async Task Hears_from_the_internet_that_a_packet_was_too_big(string fence)
    {
        var rules = (ImmutableArray<object>)(await Sandbox.Run(() => GivenNetwork.Build())).Named("NetworkAcl", fence)["ingress"]!;

        var rule = Assert.Single(rules.Cast<ImmutableDictionary<string, object>>(), rule => rule["protocol"].Equals("1"));
        Assert.Equal((3.0, 4.0, "allow"), (rule["icmpType"], rule["icmpCode"], rule["action"]));
    }

    [Fact]
    public async Task Logs_all_traffic_encrypted()
    {
        var plan = await Sandbox.Run(() => GivenNetwork.Build());

        Assert.Equal("ALL", plan.Only("FlowLog")["trafficType"]);
        Assert.Equal(600.0, plan.Only("FlowLog")["maxAggregationInterval"]);
        Assert.Equal("arn:key/logs", plan.Only("LogGroup")["kmsKeyId"]);
        Assert.Equal(14.0, plan.Only("LogGroup")["retentionInDays"]);
    }

    [Fact]
    public async Task Adding_and_removing_zones_changes_no_subnet_that_stays()
    {
        var two = GivenNetwork.Layout(await Sandbox.Run(() => GivenNetwork.Build(zones: GivenNetwork.TwoZones)));
        var three = GivenNetwork.Layout(await Sandbox.Run(() => GivenNetwork.Build(zones: ["eu-west-1c", "eu-west-1a", "eu-west-1b"])));
        var others = GivenNetwork.Layout(await Sandbox.Run(() => GivenNetwork.Build(zones: ["eu-west-1b", "eu-west-1c"])));

        Assert.Equal(9, three.Count);
        Assert.Subset(three, two);
        Assert.Subset(three, others);
    }

    [Fact]
    public async Task Reaches_other_services_without_the_internet_when_asked()
    {
        var plan = await Sandbox.Run(() => GivenNetwork.Build(endpoints: ["ecr.api", "logs"]));

        var endpoint = plan.Named("VpcEndpoint", "network-ecr-api");
        Assert.Equal("com.amazonaws.eu-west-1.ecr.api", endpoint["serviceName"]);
        Assert.Equal(true, endpoint["privateDnsEnabled"]);
        Assert.Equal("Subnet:network-private-a", endpoint["subnetIds.0"]);
        Assert.Equal(443.0, plan.Named("SecurityGroupIngressRule", "network-endpoints-from-network")["fromPort"]);
        Assert.Equal(4, plan.Of("VpcEndpoint").Count);
    }

    [Theory]
    [InlineData("10.20.0.0/20", "PrivateNetwork 'network': cidr is '10.20.0.0/20', but must be a /16 of private addresses, such as 10.20.0.0/16.")]
    [InlineData("8.8.0.0/16", "PrivateNetwork 'network': cidr is '8.8.0.0/16', but must be a /16 of private addresses, such as 10.20.0.0/16.")]
    [InlineData("all", "PrivateNetwork 'network': cidr is 'all', but must be a /16 of private addresses, such as 10.20.0.0/16.")]
    public async Task Refuses_addresses_it_cannot_lay_out(string cidr, string message) =>
        Assert.Contains(message, await Sandbox.Refusal(() => GivenNetwork.Build(cidr: cidr)), StringComparison.Ordinal);

    [Fact]
    public async Task Refuses_zones_it_cannot_place()
    {
        Assert.Contains(
            "zones are [eu-west-1a], but load balancers and databases need two different ones.",
            await Sandbox.Refusal(() => GivenNetwork.Build(zones: ["eu-west-1a"])), StringComparison.Ordinal);
        Assert.Contains(
            "zones are [eu-west-1a, eu-west-1a], but", await Sandbox.Refusal(() => GivenNetwork.Build(zones: ["eu-west-1a", "eu-west-1a"])), StringComparison.Ordinal);
        Assert.Contains(
            "zone 'eu-west-1' has no place in the address plan",
            await Sandbox.Refusal(() => GivenNetwork.Build(zones: ["eu-west-1", "eu-west-1a"])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_intervals_and_retentions_aws_does_not_have()
    {
        Assert.Contains("flowLogSeconds is 300, but must be one of 60, 600.", await Sandbox.Refusal(() => GivenNetwork.Build(seconds: 300)), StringComparison.Ordinal);
        Assert.Contains("flowLogRetentionDays is 15, but must be one of 1, 3,", await Sandbox.Refusal(() => GivenNetwork.Build(days: 15)), StringComparison.Ordinal);
    }
}
