using Platform.Components.Compute;

namespace Platform.Tests.Compute.Tasks;

public class FargateSizeSmallestTests
{
    [Theory]
    [InlineData(1, 1, 256, 512)]
    [InlineData(256, 512, 256, 512)]
    [InlineData(257, 512, 512, 1024)]
    [InlineData(256, 2049, 512, 3072)]      // memory alone may ask for more CPU
    [InlineData(16384, 122880, 16384, 122880)]
    public void Holds_what_is_asked_for_and_no_more_than_needed(int cpu, int memory, int wantCpu, int wantMemory) =>
        Assert.Equal((wantCpu, wantMemory), FargateSize.Smallest(cpu, memory));

    [Theory]
    [InlineData(16385, 512)]
    [InlineData(256, 122881)]
    public void Is_none_beyond_the_largest_task(int cpu, int memory) => Assert.Null(FargateSize.Smallest(cpu, memory));
}
