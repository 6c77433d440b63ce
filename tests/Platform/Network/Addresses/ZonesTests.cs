using Platform.Components.Network.Addresses;

namespace Platform.Tests.Network.Addresses;

public class ZonesTests
{
    [Fact]
    public void Names_the_first_zones_of_a_region() =>
        Assert.Equal(["ap-northeast-1a", "ap-northeast-1c"], Zones.First("ap-northeast-1", 2));

    [Fact]
    public void Every_zone_of_every_region_has_a_place_in_the_address_plan() =>
        Assert.All(Zones.Regions, region => Assert.Matches("^[a-h]{2,8}$", Zones.LettersOf(region)));

    [Theory]
    [InlineData("eu-west-1", 4), InlineData("eu-west-1", 0), InlineData("mars-north-1", 1)]
    public void Refuses_zones_a_region_does_not_have(string region, int count) =>
        Assert.Throws<ArgumentException>(() => Zones.First(region, count));
}
