using System.Collections.Immutable;
using Platform.Components.Clusters;
using Platform.Components.Workloads;
using Platform.Tests.Clusters;

namespace Platform.Tests.Workloads;

public class TeamNamespaceTests
{
    [Theory]
    [InlineData("enforce")]
    [InlineData("audit")]
    [InlineData("warn")]
    public async Task Admits_restricted_pods_only(string mode)
    {
        var labels = Map((await Shop()).Only("Namespace")["metadata.labels"]);

        Assert.Equal("restricted", labels[$"pod-security.kubernetes.io/{mode}"]);
        Assert.Equal("v1.35", labels[$"pod-security.kubernetes.io/{mode}-version"]);
    }

    [Fact]
    public async Task Closes_its_network_in_both_directions()
    {
        var policy = (await Shop()).Named("NetworkPolicy", "shop-deny");

        Assert.Equal(["Ingress", "Egress"], (IEnumerable<object>)policy["spec.policyTypes"]!);
        Assert.Empty(Map(policy["spec.podSelector"]));
        Assert.Null(policy["spec.ingress"]);
        Assert.Null(policy["spec.egress"]);
    }

    [Fact]
    public async Task Lets_pods_ask_for_names_and_nothing_else()
    {
        var policy = (await Shop()).Named("NetworkPolicy", "shop-dns");

        Assert.Equal("kube-system", Map(policy["spec.egress.0.to.0.namespaceSelector.matchLabels"])["kubernetes.io/metadata.name"]);
        Assert.Equal("172.20.0.10/32", policy["spec.egress.0.to.1.ipBlock.cidr"]);
        Assert.Equal([("UDP", 53.0), ("TCP", 53.0)], Enumerable.Range(0, 2).Select(i => ((string)policy[$"spec.egress.0.ports.{i}.protocol"]!, (double)policy[$"spec.egress.0.ports.{i}.port"]!)));
    }

    [Fact]
    public async Task Keeps_a_team_to_its_share()
    {
        var sandbox = await Shop();

        var hard = Map(sandbox.Only("ResourceQuota")["spec.hard"]);
        Assert.Equal(("20000m", "40960Mi", "40960Mi", "100"), (hard["requests.cpu"], hard["requests.memory"], hard["limits.memory"], hard["pods"]));
        Assert.Equal(("0", "0"), (hard["services.loadbalancers"], hard["services.nodeports"]));
        var limits = sandbox.Only("LimitRange");
        Assert.Equal(("Container", "50m", "256Mi"), (limits["spec.limits.0.type"], limits["spec.limits.0.defaultRequest.cpu"], limits["spec.limits.0.default.memory"]));
    }

    [Theory]
    [InlineData("default", "belong to Kubernetes")]
    [InlineData("kube-public", "belong to Kubernetes")]
    [InlineData("Shop", "must be 1 to 63 lower-case letters")]
    public async Task Refuses_names_that_are_taken_or_impossible(string name, string because) =>
        Assert.Contains(because, await Sandbox.Refusal(() => Build(name, 20_000)));

    [Fact]
    public async Task Refuses_a_share_too_small_to_start_anything() =>
        Assert.Contains("TeamNamespace 'shop': cpuMillis is 50, but must be 100 to 10000000.", await Sandbox.Refusal(() => Build("shop", 50)));

    private static Task<Sandbox> Shop() => Sandbox.Run(() => Build("shop", 20_000));

    private static void Build(string name, int cpu) => new TeamNamespace(name, new()
    {
        Cluster = new KubernetesCluster("apps", GivenCluster.Prod()),
        Team = "shop",
        CpuMillis = cpu,
        MemoryMiB = 40_960,
    });

    private static ImmutableDictionary<string, object> Map(object? value) => (ImmutableDictionary<string, object>)value!;
}
