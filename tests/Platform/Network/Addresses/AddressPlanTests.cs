using Platform.Components.Network;
using Platform.Components.Network.Addresses;

namespace Platform.Tests.Network.Addresses;

public class AddressPlanTests
{
    private static readonly SubnetTier[] Tiers = [SubnetTier.Public, SubnetTier.Private, SubnetTier.Isolated];

    private static readonly char[] Letters = [.. "abcdefgh"];

    /// <summary>Every network the plan accepts: there are few enough to try them all.</summary>
    private static IEnumerable<Ipv4Block> Networks =>
        Enumerable.Range(0, 256).Select(second => $"10.{second}.0.0/16")
            .Concat(Enumerable.Range(16, 16).Select(second => $"172.{second}.0.0/16"))
            .Append("192.168.0.0/16")
            .Select(Ipv4Block.Parse);

    [Theory]
    [InlineData(SubnetTier.Public, 'a', "10.20.0.0/23")]
    [InlineData(SubnetTier.Public, 'b', "10.20.2.0/23")]
    [InlineData(SubnetTier.Public, 'h', "10.20.14.0/23")]
    [InlineData(SubnetTier.Isolated, 'a', "10.20.16.0/23")]
    [InlineData(SubnetTier.Isolated, 'c', "10.20.20.0/23")]
    [InlineData(SubnetTier.Private, 'a', "10.20.128.0/20")]
    [InlineData(SubnetTier.Private, 'b', "10.20.144.0/20")]
    [InlineData(SubnetTier.Private, 'h', "10.20.240.0/20")]
    public void A_subnet_never_moves(SubnetTier tier, char zone, string block) =>
        Assert.Equal(block, new AddressPlan(Ipv4Block.Parse("10.20.0.0/16")).Subnet(tier, zone).ToString());

    [Fact]
    public void Free_space_never_shrinks_unnoticed() =>
        Assert.Equal(["10.20.32.0/19", "10.20.64.0/18"], new AddressPlan(Ipv4Block.Parse("10.20.0.0/16")).Free.Select(block => block.ToString()));

    [Fact]
    public void In_every_network_subnets_lie_in_their_tier_and_share_no_address()
    {
        foreach (var network in Networks)
        {
            var plan = new AddressPlan(network);
            var subnets = Tiers.SelectMany(tier => Letters.Select(zone => (tier, block: plan.Subnet(tier, zone)))).ToList();

            Assert.All(subnets, subnet => Assert.True(plan.Tier(subnet.tier).Contains(subnet.block)));
            Assert.All(subnets, subnet => Assert.Single(subnets, other => other.block.Overlaps(subnet.block)));
        }
    }

    [Fact]
    public void In_every_network_tiers_and_free_space_together_are_the_whole()
    {
        foreach (var network in Networks)
        {
            var plan = new AddressPlan(network);
            var parts = Tiers.Select(plan.Tier).Concat(plan.Free).ToList();

            Assert.Equal(network.Size, parts.Sum(part => part.Size));
            Assert.All(parts, part => Assert.True(network.Contains(part)));
            Assert.All(parts, part => Assert.Single(parts, other => other.Overlaps(part)));
        }
    }

    [Theory]
    [InlineData("10.20.0.0/17"), InlineData("10.0.0.0/8"), InlineData("8.8.0.0/16"), InlineData("172.32.0.0/16"), InlineData("192.169.0.0/16")]
    public void Refuses_what_is_not_a_private_16(string network)
    {
        var problem = Assert.Throws<ArgumentException>(() => new AddressPlan(Ipv4Block.Parse(network)));

        Assert.StartsWith($"{network} must be a /16 of private addresses, such as 10.20.0.0/16", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('i'), InlineData('A'), InlineData('1')]
    public void Refuses_a_zone_that_has_no_place(char zone) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AddressPlan(Ipv4Block.Parse("10.20.0.0/16")).Subnet(SubnetTier.Public, zone));
}
