using Platform.Components.Compute.Tasks;

namespace Platform.Tests.Compute.Tasks;

public class FargateQuotaTests
{
    [Theory]
    [InlineData(1024, 10, 0, 100, 0, 20)]       // all on spot, old and new side by side
    [InlineData(1024, 10, 0, 50, 10, 10)]
    [InlineData(1024, 10, 2, 50, 11, 9)]
    [InlineData(256, 3, 0, 0, 2, 0)]            // 6 quarters of a vCPU
    [InlineData(512, 1, 4, 100, 1, 0)]
    public void Follows_from_a_release_at_the_largest_size(int cpu, int maxTasks, int onDemandBase, int spotPercent, int onDemand, int spot)
    {
        var quotas = FargateQuota.Of(cpu, maxTasks, onDemandBase, spotPercent);

        Assert.Equal([onDemand, spot], [quotas["L-3032A538"], quotas["L-36FBB829"]]);
    }
}
