using Platform.Components.Compute;
using Platform.Components.Compute.Images;

namespace Platform.Tests.Compute;

public class FargateSizeTests
{
    [Theory]
    [InlineData(256, "512 1024 2048")]
    [InlineData(512, "1024 2048 3072 4096")]
    [InlineData(1024, "2048 3072 4096 5120 6144 7168 8192")]
    public void Knows_the_memory_of_small_sizes(int cpu, string memory) => Assert.Equal(memory, string.Join(' ', FargateSize.MemoryFor(cpu)));

    [Theory]
    [InlineData(2048, 13, 4096, 16384), InlineData(4096, 23, 8192, 30720), InlineData(8192, 12, 16384, 61440), InlineData(16384, 12, 32768, 122880)]
    public void Knows_the_memory_of_large_sizes(int cpu, int count, int least, int most)
    {
        var sizes = FargateSize.MemoryFor(cpu);

        Assert.Equal((count, least, most), (sizes.Count, sizes[0], sizes[^1]));
    }

    [Theory]
    [InlineData(256, 4096, "with cpu 256 it must be 512, 1024, 2048")]
    [InlineData(1024, 2500, "with cpu 1024 it must be 2048 to 8192 in steps of 1024")]
    public void Says_which_memory_goes_with_a_cpu(int cpu, int memory, string problem) =>
        Assert.Equal(problem, FargateSize.MemoryProblem(cpu, memory));

    [Theory]
    [InlineData("registry.example/shop@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", true)]
    [InlineData("shop:1.2@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", true)]
    [InlineData("shop:latest", false)]
    [InlineData("shop", false)]
    [InlineData("@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("shop@sha256:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("shop@sha256:0123", false)]
    [InlineData("shop@sha512:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    [InlineData("sh op@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", false)]
    public void Tells_a_digest_from_a_tag(string reference, bool pinned) => Assert.Equal(pinned, ContainerImage.IsPinned(reference));
}
