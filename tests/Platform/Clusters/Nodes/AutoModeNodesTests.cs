using Platform.Components.Clusters;
using Platform.Components.Clusters.Nodes;

namespace Platform.Tests.Clusters.Nodes;

public class AutoModeNodesTests
{
    [Fact]
    public async Task Turns_all_three_switches_of_Auto_Mode()
    {
        var cluster = (await Prod()).Named("Cluster", "apps");

        Assert.Equal(true, cluster["computeConfig.enabled"]);
        Assert.Equal(true, cluster["storageConfig.blockStorage.enabled"]);
        Assert.Equal(true, cluster["kubernetesNetworkConfig.elasticLoadBalancing.enabled"]);
        Assert.Null(cluster["computeConfig.nodePools"]);
    }

    [Fact]
    public async Task Encrypts_and_tags_the_nodes_EKS_makes()
    {
        var nodes = (await Prod()).Only("NodeClass");

        Assert.Equal("eks.amazonaws.com/v1", nodes["apiVersion"]);
        Assert.Equal("arn:key/data", nodes["spec.ephemeralStorage.kmsKeyID"]);
        Assert.Equal("shop", nodes["spec.tags.team"]);
        Assert.Equal("name-of-Role:apps-node", nodes["spec.role"]);
        Assert.Equal("private-a", nodes["spec.subnetSelectorTerms.0.id"]);
        Assert.Equal("sg-of-apps", nodes["spec.securityGroupSelectorTerms.0.id"]);
        Assert.Equal("sg-orders-clients", nodes["spec.securityGroupSelectorTerms.1.id"]);
    }

    [Theory]
    [InlineData(false, NodeArchitecture.Arm64, "on-demand", "arm64")]
    [InlineData(true, NodeArchitecture.X64, "spot,on-demand", "amd64")]
    public async Task Bounds_the_pool_of_nodes(bool spot, NodeArchitecture architecture, string capacity, string label)
    {
        var sandbox = await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Prod(
            settings => settings.Compute = new AutoMode { MaxCpus = 64, Spot = spot, Architecture = architecture })));

        var pool = sandbox.Only("NodePool");
        Assert.Equal("64", pool["spec.limits.cpu"]);
        Assert.Equal("336h", pool["spec.template.spec.expireAfter"]);
        Assert.Equal(capacity.Split(','), (IEnumerable<object>)pool["spec.template.spec.requirements.0.values"]!);
        Assert.Equal(label, pool["spec.template.spec.requirements.1.values.0"]);
        Assert.Equal(sandbox.Only("NodeClass")["metadata.name"], pool["spec.template.spec.nodeClassRef.name"]);
    }

    [Fact]
    public async Task Lets_its_nodes_join()
    {
        var sandbox = await Prod();

        var entry = sandbox.Named("AccessEntry", "apps-nodes");
        Assert.Equal("EC2", entry["type"]);
        Assert.Equal("arn:Role:apps-node", entry["principalArn"]);
        Assert.Equal("arn:aws:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy", sandbox.Named("AccessPolicyAssociation", "apps-nodes")["policyArn"]);
    }

    [Fact]
    public async Task Enforces_network_policies()
    {
        var map = (await Prod()).Only("ConfigMap");

        Assert.Equal("amazon-vpc-cni", map["metadata.name"]);
        Assert.Equal("kube-system", map["metadata.namespace"]);
        Assert.Equal("true", ((System.Collections.Immutable.ImmutableDictionary<string, object>)map["data"]!)["enable-network-policy-controller"]);
    }

    [Fact]
    public async Task Installs_only_what_EKS_does_not_bring()
    {
        var sandbox = await Prod();

        Assert.Equal(
            [AddOn.Observability, AddOn.SecretsStore, AddOn.MetricsServer],
            sandbox.Of("Addon").Select(addOn => (string)addOn["addonName"]!));
        Assert.Empty(sandbox.Of("Release"));
    }

    [Theory]
    [InlineData("apps-nodes", "apps-node-class")]
    [InlineData("apps-node-class", "apps-node-pool")]
    [InlineData("apps-network-policies", "apps-node-class")]
    [InlineData("apps-node-pool", "apps-metrics-server")]
    [InlineData("apps-access-deploy", "apps-network-policies")]
    public async Task Waits_for_what_it_needs(string first, string then)
    {
        var interrupted = await Interrupted.At(first, () => new KubernetesCluster("apps", GivenCluster.Prod()));

        Assert.Contains(first, interrupted.Registered);
        Assert.DoesNotContain(then, interrupted.Registered);
    }

    private static Task<Sandbox> Prod() => Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Prod()));
}
