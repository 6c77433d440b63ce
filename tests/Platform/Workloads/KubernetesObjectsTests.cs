using System.Collections.Immutable;

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
}
