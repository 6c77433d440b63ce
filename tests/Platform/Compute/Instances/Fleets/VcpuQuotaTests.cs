using Platform.Components.Compute.Instances.Fleets;

namespace Platform.Tests.Compute.Instances.Fleets;

public class VcpuQuotaTests
{
    [Theory]
    [InlineData(20, 0, 0, 0, 88)]       // all on spot: 22 during a refresh, of 4 vCPUs
    [InlineData(20, 0, 50, 44, 44)]
    [InlineData(30, 2, 50, 72, 60)]     // 33 during a refresh: 2, and half of 31 rounded up
    [InlineData(30, 0, 100, 132, 0)]
    [InlineData(3, 10, 0, 16, 0)]       // a base larger than the fleet is the whole fleet
    public void Follows_from_the_largest_fleet_on_its_largest_type(int max, int onDemandBase, int onDemandPercentage, int onDemand, int spot)
    {
        var quotas = VcpuQuota.Of(Shape, new PurchaseMix(onDemandBase, onDemandPercentage), max);

        Assert.Equal(["L-1216C47A", "L-34B43A08"], quotas.Select(quota => quota.Code));
        Assert.Equal([onDemand, spot], quotas.Select(quota => quota.Vcpus));
    }

    [Fact]
    public void Never_asks_for_less_than_all_instances_need_together()
    {
        for (var percentage = 0; percentage <= 100; percentage++)
        {
            for (var instances = 1; instances <= 40; instances++)
            {
                var sum = VcpuQuota.Of(Shape, new PurchaseMix(2, percentage), instances).Sum(quota => quota.Vcpus);

                Assert.InRange(sum, instances * 4, ((instances * 1.1) + 1) * 4);
            }
        }
    }

    private static InstanceShape Shape { get; } = new() { MinVcpus = 2, MaxVcpus = 4, MinMemoryGiB = 4, MaxMemoryGiB = 16 };
}
