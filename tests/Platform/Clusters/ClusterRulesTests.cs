using Platform.Components.Clusters;
using Platform.Components.Clusters.Access;
using Platform.Components.Clusters.Nodes;
using Settings = Platform.Tests.Clusters.GivenCluster.Settings;

namespace Platform.Tests.Clusters;

public class ClusterRulesTests
{
    [Theory]
    [InlineData("1.33")]
    [InlineData("latest")]
    public async Task Refuses_a_version_nobody_reviewed(string version) => await Refuses(
        settings => settings.Version = version,
        $"KubernetesCluster 'apps': version is {version}, but must be one of 1.34, 1.35; a version enters ClusterRelease together with reviewed add-on versions.");

    [Fact]
    public async Task Refuses_a_cluster_nobody_could_enter() => await Refuses(
        settings => settings.Access = new Dictionary<string, ClusterAccess> { ["ops"] = new() { PrincipalArn = "arn:role/ops", Level = AccessLevel.View } },
        "access names no ClusterAdmin, and the creator is none: nobody could enter. Name the role that deploys.");

    [Fact]
    public async Task Refuses_an_editor_of_everything() => await Refuses(
        settings => settings.Access = new Dictionary<string, ClusterAccess>
        {
            ["deploy"] = new() { PrincipalArn = "arn:role/deploy", Level = AccessLevel.ClusterAdmin },
            ["shop"] = new() { PrincipalArn = "arn:role/shop", Level = AccessLevel.Edit },
        },
        "access 'shop' is Edit without namespaces; name them, or make it ClusterAdmin.");

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("198.51.0.0/15")]
    [InlineData("anywhere")]
    public async Task Refuses_to_open_the_API_to_strangers(string cidr) => await Refuses(
        settings => (settings.Protect, settings.PublicAccessCidrs) = (false, [cidr]),
        $"publicAccessCidrs has '{cidr}', but takes blocks of /16 or smaller");

    [Fact]
    public async Task Refuses_to_open_the_API_of_a_protected_cluster() => await Refuses(
        settings => settings.PublicAccessCidrs = ["203.0.113.0/24"],
        "run pulumi in the network and name its security group in apiClients.");

    [Fact]
    public async Task Opens_the_API_of_a_throw_away_cluster_to_those_listed()
    {
        var sandbox = await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Prod(
            settings => (settings.Protect, settings.PublicAccessCidrs) = (false, ["203.0.113.0/24"]))));

        var cluster = sandbox.Named("Cluster", "apps");
        Assert.Equal(true, cluster["vpcConfig.endpointPublicAccess"]);
        Assert.Equal(["203.0.113.0/24"], (IEnumerable<object>)cluster["vpcConfig.publicAccessCidrs"]!);
    }

    [Fact]
    public async Task Refuses_service_addresses_that_hide_hosts_of_the_network() => await Refuses(
        settings => settings.ServiceCidr = "10.96.0.0/12",
        "serviceCidr 10.96.0.0/12 overlaps the network 10.99.0.0/16; name another");

    [Fact]
    public async Task Refuses_add_ons_it_does_not_know() => await Refuses(
        settings => settings.AddOnVersions = new Dictionary<string, string> { ["core-dns"] = "v1" },
        "addOnVersions names 'core-dns', but must name one of");

    [Fact]
    public async Task Refuses_fewer_nodes_than_zones() => await Refuses(
        settings => settings.Compute = new ManagedNodes { InstanceTypes = ["m7g.large"], Min = 1, Max = 6 },
        "compute.min is 1, but must be 2 to 6: a node in each of the 2 zones, and no more than compute.max.");

    [Fact]
    public async Task Refuses_spot_from_one_pool_of_capacity() => await Refuses(
        settings => settings.Compute = new ManagedNodes { InstanceTypes = ["m7g.large"], Min = 2, Max = 6, Spot = true },
        "compute.instanceTypes has 1 types, but needs 3 for spot");

    [Theory]
    [InlineData("m7i.large", NodeArchitecture.Arm64)]
    [InlineData("g5.xlarge", NodeArchitecture.Arm64)]
    [InlineData("c8gn.large", NodeArchitecture.X64)]
    [InlineData("t4g.large", NodeArchitecture.X64)]
    public async Task Refuses_machines_the_images_do_not_run_on(string type, NodeArchitecture architecture) => await Refuses(
        settings => settings.Compute = new ManagedNodes { InstanceTypes = [type], Min = 2, Max = 6, Architecture = architecture },
        $"compute.instanceTypes has {type}, but compute.architecture is {architecture}");

    [Fact]
    public async Task Refuses_more_connections_than_a_node_has_room_for() => await Refuses(
        settings => settings.Uses = [.. Enumerable.Repeat(GivenCluster.Orders, 5)],
        "uses 5 connections, but a node has 5 security groups and one is the cluster's");

    private static async Task Refuses(Action<Settings> change, string because) =>
        Assert.Contains(because, await Sandbox.Refusal(() => new KubernetesCluster("apps", GivenCluster.Prod(change))));
}
