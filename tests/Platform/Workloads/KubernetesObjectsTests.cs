using System.Collections.Immutable;
using Platform.Components.Clusters;
using Platform.Tests.Clusters;
using Platform.Tests.Stacks;

namespace Platform.Tests.Workloads;

public class KubernetesObjectsTests
{
    private static readonly ImmutableDictionary<string, object> Empty = ImmutableDictionary<string, object>.Empty;

    [Fact]
    public void Finds_members_that_do_not_exist() => Assert.Equal(
        ["Service.spec.port does not exist."],
        KubernetesObjects.Problems("kubernetes:core/v1:Service", Empty.Add("spec", Empty.Add("port", 80.0))));

    [Fact]
    public void Finds_members_that_are_missing() => Assert.Equal(
        ["Service.spec.ports[0].port is required."],
        KubernetesObjects.Problems("kubernetes:core/v1:Service", Empty.Add("spec", Empty.Add("ports", ImmutableArray.Create<object>(Empty)))));

    [Fact]
    public void Finds_values_of_the_wrong_type() => Assert.Equal(
        ["Service.spec.clusterIP is 5, which is no string."],
        KubernetesObjects.Problems("kubernetes:core/v1:Service", Empty.Add("spec", Empty.Add("clusterIP", 5.0))));

    [Theory]
    [InlineData("staging"), InlineData("prod")]
    public async Task Every_object_of_an_environment_is_one_the_Kubernetes_API_knows(string environment) =>
        Judge(await RealStack.Run(environment), least: 15);

    [Fact]
    public async Task Every_object_of_a_cluster_with_managed_nodes_is_one_the_Kubernetes_API_knows() =>
        Judge(await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Staging())), least: 3);

    /// <summary>Kinds of add-ons are not among the API's own; their groups have a domain of their own.</summary>
    private static void Judge(Sandbox plan, int least)
    {
        string[] foreign = ["eks.amazonaws.com", "karpenter.sh", "secrets-store.csi.x-k8s.io", "elbv2.k8s.aws", "helm.sh"];
        var objects = plan.Registered
            .Where(r => r.Type.StartsWith("kubernetes:", StringComparison.Ordinal) && !foreign.Contains(r.Type.Split(':')[1].Split('/')[0])).ToList();

        Assert.True(objects.Count >= least, $"There are {objects.Count} objects.");
        Assert.Empty(objects.SelectMany(r => KubernetesObjects.Problems(r.Type, r.Inputs)));
    }
}
