using System.Net;
using Platform.Components.Network;
using Platform.Components.Network.Addresses;

namespace Platform.Tests.Network.Addresses;

public class Ipv6PlanTests
{
    private static readonly SubnetTier[] Tiers = [SubnetTier.Public, SubnetTier.Private, SubnetTier.Isolated];

    private static readonly char[] Letters = [.. "abcdefgh"];

    [Theory]
    [InlineData(SubnetTier.Public, 'a', "2600:1f18:1234:5600::/64")]
    [InlineData(SubnetTier.Public, 'c', "2600:1f18:1234:5602::/64")]
    [InlineData(SubnetTier.Isolated, 'a', "2600:1f18:1234:5610::/64")]
    [InlineData(SubnetTier.Isolated, 'h', "2600:1f18:1234:5617::/64")]
    [InlineData(SubnetTier.Private, 'a', "2600:1f18:1234:5680::/64")]
    [InlineData(SubnetTier.Private, 'b', "2600:1f18:1234:5681::/64")]
    public void A_subnet_has_its_place(SubnetTier tier, char zone, string block) =>
        Assert.Equal(block, Ipv6Plan.Subnet("2600:1f18:1234:5600::/56", tier, zone));

    [Fact]
    public void In_any_block_subnets_fit_and_share_no_address()
    {
        foreach (var third in Enumerable.Range(0, 256))
        {
            var vpc = IPNetwork.Parse($"2600:1f18:{third:x}:{255 - third:x}00::/56");
            var subnets = Tiers.SelectMany(tier => Letters.Select(zone => IPNetwork.Parse(Ipv6Plan.Subnet(vpc.ToString(), tier, zone)))).ToList();

            Assert.All(subnets, subnet => Assert.Equal(64, subnet.PrefixLength));
            Assert.All(subnets, subnet => Assert.True(vpc.Contains(subnet.BaseAddress)));
            Assert.Equal(Tiers.Length * Letters.Length, subnets.Distinct().Count());
        }
    }

    [Theory]
    [InlineData("2600:1f18:1234:5600::/64"), InlineData("10.20.0.0/16"), InlineData("2600:1f18:1234:5678::/56"), InlineData("")]
    public void Refuses_what_is_no_block_of_a_vpc(string block)
    {
        var problem = Assert.Throws<FormatException>(() => Ipv6Plan.Subnet(block, SubnetTier.Public, 'a')).Message;

        Assert.Equal($"'{block}' is not an IPv6 block of a VPC, such as 2600:1f18:1234:5600::/56.", problem);
    }

    [Theory]
    [InlineData('i'), InlineData('A')]
    public void Refuses_a_zone_that_has_no_place(char zone) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Ipv6Plan.Subnet("2600:1f18:1234:5600::/56", SubnetTier.Public, zone));
}
