using System.Text.Json;
using Platform.Components.Clusters;
using Platform.Components.Clusters.Nodes;
using Platform.Components.Scheduling;

namespace Platform.Tests.Clusters.Nodes;

public class ManagedNodeGroupTests
{
    [Fact]
    public async Task Keeps_pods_from_becoming_their_node()
    {
        var template = (await Staging()).Only("LaunchTemplate");

        Assert.Equal("required", template["metadataOptions.httpTokens"]);
        Assert.Equal(1.0, template["metadataOptions.httpPutResponseHopLimit"]);
        Assert.Null(template["keyName"]);
    }

    [Theory]
    [InlineData(false, "AL2023_ARM_64_STANDARD", "/dev/xvda")]
    [InlineData(true, "BOTTLEROCKET_ARM_64", "/dev/xvda,/dev/xvdb")]
    public async Task Encrypts_every_disk_of_a_node_with_our_key(bool bottlerocket, string image, string devices)
    {
        var sandbox = await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Staging(
            settings => settings.Compute = new ManagedNodes { InstanceTypes = ["m7g.large"], Min = 2, Max = 6, Bottlerocket = bottlerocket })));

        Assert.Equal(image, sandbox.Only("NodeGroup")["amiType"]);
        var template = sandbox.Only("LaunchTemplate");
        foreach (var (device, i) in devices.Split(',').Select((device, i) => (device, i)))
        {
            Assert.Equal(device, template[$"blockDeviceMappings.{i}.deviceName"]);
            Assert.Equal("gp3", template[$"blockDeviceMappings.{i}.ebs.volumeType"]);
            Assert.Equal("true", template[$"blockDeviceMappings.{i}.ebs.encrypted"]);
            Assert.Equal("arn:key/data", template[$"blockDeviceMappings.{i}.ebs.kmsKeyId"]);
        }
    }

    [Fact]
    public async Task Tags_nodes_their_volumes_and_their_interfaces()
    {
        var template = (await Staging()).Only("LaunchTemplate");

        foreach (var (type, i) in ((string[])["instance", "volume", "network-interface"]).Select((type, i) => (type, i)))
        {
            Assert.Equal(type, template[$"tagSpecifications.{i}.resourceType"]);
            Assert.Equal("shop", template[$"tagSpecifications.{i}.tags.team"]);
        }
    }

    [Fact]
    public async Task Makes_nodes_members_of_what_they_connect_to_and_gives_them_one_group_of_the_cluster()
    {
        var sandbox = await Staging();

        Assert.Equal(["sg-of-apps", "sg-orders-clients"], (IEnumerable<object>)sandbox.Only("LaunchTemplate")["vpcSecurityGroupIds"]!);
        Assert.Empty(sandbox.Of("SecurityGroup"));
    }

    [Fact]
    public async Task Replaces_a_third_of_the_nodes_at_a_time_and_broken_ones_at_once()
    {
        var group = (await Staging()).Only("NodeGroup");

        Assert.Equal(33.0, group["updateConfig.maxUnavailablePercentage"]);
        Assert.Equal(true, group["nodeRepairConfig.enabled"]);
        Assert.Equal(2.0, group["scalingConfig.minSize"]);
        Assert.Equal(6.0, group["scalingConfig.maxSize"]);
        Assert.Equal("1.35", group["version"]);
        Assert.Equal(["private-a", "private-b"], (IEnumerable<object>)group["subnetIds"]!);
    }

    [Fact]
    public async Task Installs_the_reviewed_version_of_each_add_on()
    {
        var addOns = (await Staging()).Of("Addon");

        Assert.Equal(
            ClusterRelease.Of("1.35")!.AddOns.Select(addOn => (addOn.Key, addOn.Value)).Order(),
            addOns.Select(addOn => ((string)addOn["addonName"]!, (string)addOn["addonVersion"]!)).Order());
        Assert.All(addOns, addOn => Assert.Equal("NONE", addOn["resolveConflictsOnCreate"]));
        Assert.All(addOns, addOn => Assert.Equal("PRESERVE", addOn["resolveConflictsOnUpdate"]));
    }

    [Fact]
    public async Task Enforces_network_policies_and_gives_nodes_prefixes()
    {
        var settings = JsonElement.Parse((string)(await Staging()).Named("Addon", "apps-vpc-cni")["configurationValues"]!);

        Assert.Equal("true", settings.GetProperty("enableNetworkPolicy").GetString());
        Assert.Equal("true", settings.GetProperty("env").GetProperty("ENABLE_PREFIX_DELEGATION").GetString());
    }

    [Fact]
    public async Task Gives_rights_to_add_ons_and_not_to_their_nodes()
    {
        var sandbox = await Staging();

        Assert.Equal("aws-node", sandbox.Named("Addon", "apps-vpc-cni")["podIdentityAssociations.0.serviceAccount"]);
        Assert.Equal("ebs-csi-controller-sa", sandbox.Named("Addon", "apps-aws-ebs-csi-driver")["podIdentityAssociations.0.serviceAccount"]);
        Assert.Equal(
            ["AmazonEC2ContainerRegistryPullOnly", "AmazonEKSWorkerNodePolicy", "AmazonSSMManagedInstanceCore"],
            sandbox.Of("RolePolicyAttachment").Where(attachment => attachment.Name.StartsWith("apps-node-", StringComparison.Ordinal)).Select(attachment => ((string)attachment["policyArn"]!).Split('/')[^1]));
    }

    [Theory]
    [InlineData("apps-vpc-cni", "apps-nodes")]
    [InlineData("apps-eks-pod-identity-agent", "apps-nodes")]
    [InlineData("apps-node-AmazonEKSWorkerNodePolicy", "apps-nodes")]
    [InlineData("apps-nodes", "apps-coredns")]
    [InlineData("apps-nodes", "apps-aws-ebs-csi-driver")]
    [InlineData("apps-coredns", "apps-metrics-server")]
    [InlineData("apps-control-plane", "apps")]
    [InlineData("apps-cluster-AmazonEKSClusterPolicy", "apps")]
    [InlineData("apps-access-deploy", "apps-targets")]
    public async Task Waits_for_what_it_needs(string first, string then)
    {
        var interrupted = await Interrupted.At(first, () => new KubernetesCluster("apps", GivenCluster.Staging()));

        Assert.Contains(first, interrupted.Registered);
        Assert.DoesNotContain(interrupted.Types(then), type => type is "aws:eks/nodeGroup:NodeGroup" or "aws:eks/addon:Addon" or "aws:eks/cluster:Cluster" or "kubernetes:helm.sh/v3:Release");
    }

    [Theory]
    [InlineData("begin", "0 6 * * MON-FRI", 2)]
    [InlineData("end", "0 19 * * *", 0)]
    public async Task Has_no_nodes_when_nobody_works(string action, string when, int nodes)
    {
        var hours = new WorkingHours(new TimeOnly(6, 0), new TimeOnly(19, 0));
        var sandbox = await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Staging(
            settings => settings.Compute = new ManagedNodes { InstanceTypes = ["m7g.large"], Min = 2, Max = 6, WorkingHours = hours })));

        var schedule = sandbox.Named("Schedule", $"apps-nodes-{action}");
        Assert.Equal(("group-of-apps-nodes", when, "Etc/UTC"), (schedule["autoscalingGroupName"], schedule["recurrence"], schedule["timeZone"]));
        Assert.Equal(((double)nodes, 6.0, (double)nodes), (schedule["minSize"], schedule["maxSize"], schedule["desiredCapacity"]));
    }

    [Fact]
    public async Task Keeps_its_nodes_around_the_clock_unless_told() => Assert.Empty((await Staging()).Of("Schedule"));

    private static Task<Sandbox> Staging() => Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Staging()));
}
