using System.Collections.Immutable;
using Platform.Components.Network;
using Platform.Components.Network.Gateways;

namespace Platform.Tests.Network.Gateways;

public class NatTests
{
    [Fact]
    public async Task One_gateway_of_the_region_serves_every_zone()
    {
        var plan = await Sandbox.Run(() => GivenNetwork.Build(zones: GivenNetwork.ThreeZones, nat: NatMode.RegionalGateway));

        var gateway = plan.Only("NatGateway");
        Assert.Equal(("regional", "public", "Vpc:network"), (gateway["availabilityMode"], gateway["connectivityType"], gateway["vpcId"]));
        Assert.Null(gateway["subnetId"]);
        Assert.Null(gateway["allocationId"]);
        Assert.Null(gateway["availabilityZoneAddresses"]);
        foreach (var zone in (string[])["a", "b", "c"])
        {
            Assert.Equal("NatGateway:network-nat", plan.Named("Route", $"network-private-{zone}-internet")["natGatewayId"]);
        }
    }

    [Fact]
    public async Task A_gateway_of_the_region_takes_addresses_zone_by_zone()
    {
        var plan = await Sandbox.Run(() => GivenNetwork.Build(nat: NatMode.RegionalGateway, addresses: Addresses("eu-west-1b", "eu-west-1a")));

        var places = (ImmutableArray<object>)plan.Only("NatGateway")["availabilityZoneAddresses"]!;
        Assert.Equal(
            ["eu-west-1a eipalloc-eu-west-1a", "eu-west-1b eipalloc-eu-west-1b"],
            places.Cast<ImmutableDictionary<string, object>>().Select(place => $"{place["availabilityZone"]} {((ImmutableArray<object>)place["allocationIds"])[0]}"));
    }

    [Fact]
    public async Task Keeps_an_address_that_partners_know_and_makes_the_others()
    {
        var plan = await Sandbox.Run(() => GivenNetwork.Build(nat: NatMode.GatewayPerZone, addresses: Addresses("eu-west-1b")));

        Assert.Equal("network-nat-a", plan.Only("Eip").Name);
        Assert.Equal("network-nat-a-allocation", plan.Named("NatGateway", "network-nat-a")["allocationId"]);
        Assert.Equal("eipalloc-eu-west-1b", plan.Named("NatGateway", "network-nat-b")["allocationId"]);
    }

    [Fact]
    public async Task Starts_the_image_that_was_named_and_no_newer_one()
    {
        var plan = await Sandbox.Run(() => GivenNetwork.Build());

        Assert.Equal(GivenNetwork.NatImage, plan.Only("Instance")["ami"]);
    }

    [Theory]
    [InlineData(NatMode.SingleGateway, "eu-west-1b", "natAddressIds names 'eu-west-1b', where nat SingleGateway has no gateway; name eu-west-1a.")]
    [InlineData(NatMode.GatewayPerZone, "eu-west-1c", "natAddressIds names 'eu-west-1c', where nat GatewayPerZone has no gateway; name eu-west-1a or eu-west-1b.")]
    [InlineData(NatMode.Instance, "eu-west-1a", "natAddressIds names 'eu-west-1a', but nat is Instance, which has no gateway; choose one that has, or leave it out.")]
    [InlineData(NatMode.RegionalGateway, "eu-west-1a", "natAddressIds names 1 of 2 zones, but a regional gateway that is given addresses joins no zone without one; name one for each zone, or none.")]
    public async Task Refuses_an_address_no_gateway_can_take(NatMode nat, string zone, string message) =>
        Assert.Contains("PrivateNetwork 'network': " + message, await Sandbox.Refusal(() => GivenNetwork.Build(nat: nat, addresses: Addresses(zone))), StringComparison.Ordinal);

    [Fact]
    public async Task Refuses_a_gateway_of_a_region_that_has_none() => Assert.Contains(
        "nat is RegionalGateway, which AWS does not have in the region of cn-north-1a; choose GatewayPerZone.",
        await Sandbox.Refusal(() => GivenNetwork.Build(zones: ["cn-north-1a", "cn-north-1b"], nat: NatMode.RegionalGateway)), StringComparison.Ordinal);

    [Fact]
    public async Task Refuses_a_machine_without_an_image_and_an_image_without_a_machine()
    {
        Assert.Contains(
            "natImageId is set, but nat is SingleGateway, which starts no machine; leave it out.",
            await Sandbox.Refusal(() => GivenNetwork.Build(nat: NatMode.SingleGateway, image: GivenNetwork.NatImage)), StringComparison.Ordinal);
        Assert.Contains(
            "nat is Instance without natImageId; name an Amazon Linux 2023 image for ARM64 by id: one that is not named changes by itself.",
            await Sandbox.Refusal(() => new PrivateNetwork("network", new()
            {
                Cidr = "10.20.0.0/16", Zones = GivenNetwork.TwoZones, Nat = NatMode.Instance, LogKeyArn = "arn:key/logs", FlowLogSeconds = 60, FlowLogRetentionDays = 14,
            })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_everything_that_is_wrong_at_once()
    {
        var message = await Sandbox.Refusal(() => GivenNetwork.Build(cidr: "all", zones: ["eu-west-1"], nat: NatMode.None, addresses: Addresses("eu-west-1a")));

        Assert.Contains("cidr is 'all'", message, StringComparison.Ordinal);
        Assert.Contains("zones are [eu-west-1]", message, StringComparison.Ordinal);
        Assert.Contains("zone 'eu-west-1' has no place", message, StringComparison.Ordinal);
        Assert.Contains("natAddressIds names 'eu-west-1a'", message, StringComparison.Ordinal);
    }

    private static Dictionary<string, Input<string>> Addresses(params string[] zones) => zones.ToDictionary(zone => zone, zone => (Input<string>)$"eipalloc-{zone}");
}
