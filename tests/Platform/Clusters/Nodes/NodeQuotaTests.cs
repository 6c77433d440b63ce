using Platform.Components.Clusters;
using Platform.Components.Clusters.Nodes;

namespace Platform.Tests.Clusters.Nodes;

public class NodeQuotaTests
{
    [Theory]
    [InlineData(false, "L-1216C47A=200"), InlineData(true, "L-1216C47A=200 L-34B43A08=200")]
    public void Auto_Mode_needs_what_its_pool_may_grow_to(bool spot, string quotas) =>
        Assert.Equal(quotas, Text(new AutoMode { MaxCpus = 200, Spot = spot }));

    [Theory]
    [InlineData(6, 2, "L-1216C47A=40")]        // 6 nodes and 4 more during an update, of 4 CPUs
    [InlineData(30, 3, "L-1216C47A=160")]      // 30 and a third of them
    public void A_group_needs_room_for_its_update_on_its_largest_type(int max, int zones, string quotas) =>
        Assert.Equal(quotas, Text(new ManagedNodes { InstanceTypes = ["m7g.large", "c7g.xlarge"], Min = 2, Max = max }, zones));

    [Fact]
    public void Nodes_of_Karpenter_come_on_top() => Assert.Equal(
        "L-1216C47A=84 L-34B43A08=64",
        Text(new ManagedNodes { InstanceTypes = ["m7g.large"], Min = 2, Max = 6, Karpenter = new Karpenter { MaxCpus = 64, Spot = true } }));

    [Fact]
    public void Nothing_is_said_about_a_type_of_unknown_size() =>
        Assert.Empty(Text(new ManagedNodes { InstanceTypes = ["m7g.metal"], Min = 2, Max = 6 }));

    [Fact]
    public async Task The_cluster_tells_it()
    {
        var told = new TaskCompletionSource<int>();
        await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Prod()).VcpuQuotas.Apply(quotas => told.TrySetResult(quotas["L-1216C47A"])));

        Assert.Equal(200, await told.Task.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    private static string Text(ClusterCompute compute, int zones = 2) =>
        string.Join(' ', NodeQuota.Of(compute, zones).OrderBy(quota => quota.Key, StringComparer.Ordinal).Select(quota => $"{quota.Key}={quota.Value}"));
}
