using Platform.Components.Network.Addresses;

namespace Platform.Tests.Network.Addresses;

public class Ipv4BlockTests
{
    [Theory]
    [InlineData("0.0.0.0/0"), InlineData("10.20.0.0/16"), InlineData("255.255.255.255/32"), InlineData("10.20.128.0/17")]
    public void Reads_back_what_it_writes(string text) => Assert.Equal(text, Ipv4Block.Parse(text).ToString());

    [Theory]
    [InlineData(null), InlineData(""), InlineData("10.20.0.0"), InlineData("10.20.0/16"), InlineData("10.20.0.0.0/16")]
    [InlineData("10.20.0.256/16"), InlineData("10.20.0.0/33"), InlineData("10.20.0.1/16"), InlineData("10.020.0.0/16")]
    [InlineData("10.20.0.0/+16"), InlineData(" 10.20.0.0/16"), InlineData("10.20.0.0/16 "), InlineData("a.b.c.d/16"), InlineData("10..0.0/16")]
    public void Refuses_what_is_not_a_block_in_its_shortest_form(string? text) => Assert.False(Ipv4Block.TryParse(text, out _));

    [Fact]
    public void Parts_tile_a_block()
    {
        var block = Ipv4Block.Parse("10.20.0.0/16");
        var parts = Enumerable.Range(0, 8).Select(index => block.Part(19, index)).ToList();

        Assert.Equal("10.20.224.0/19", parts[7].ToString());
        Assert.Equal(block.Size, parts.Sum(part => part.Size));
        Assert.All(parts, part => Assert.True(block.Contains(part)));
        Assert.All(parts, part => Assert.Single(parts, other => other.Overlaps(part)));
    }

    [Theory]
    [InlineData(15, 0), InlineData(33, 0), InlineData(17, 2), InlineData(17, -1)]
    public void Refuses_a_part_that_does_not_exist(int prefix, int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Ipv4Block.Parse("10.20.0.0/16").Part(prefix, index));

    [Fact]
    public void Overlap_is_mutual_and_not_a_matter_of_being_next_to_each_other()
    {
        var (whole, part, neighbour) = (Ipv4Block.Parse("10.0.0.0/8"), Ipv4Block.Parse("10.20.0.0/16"), Ipv4Block.Parse("11.0.0.0/8"));

        Assert.True(whole.Overlaps(part));
        Assert.True(part.Overlaps(whole));
        Assert.False(whole.Overlaps(neighbour));
        Assert.False(part.Contains(whole));
    }
}
