using Platform.Components.Clusters;

namespace Platform.Tests.Clusters;

public class KubernetesClusterTests
{
    [Fact]
    public async Task Has_no_door_to_the_internet()
    {
        var cluster = (await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Prod()))).Named("Cluster", "apps");

        Assert.Equal(true, cluster["vpcConfig.endpointPrivateAccess"]);
        Assert.Equal(false, cluster["vpcConfig.endpointPublicAccess"]);
        Assert.Null(cluster["vpcConfig.publicAccessCidrs"]);
        Assert.Equal(["private-a", "private-b"], (IEnumerable<object>)cluster["vpcConfig.subnetIds"]!);
    }

    [Fact]
    public async Task Logs_everything_the_control_plane_does_with_our_key_and_period()
    {
        var sandbox = await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Prod()));

        Assert.Equal(["api", "audit", "authenticator", "controllerManager", "scheduler"], (IEnumerable<object>)sandbox.Named("Cluster", "apps")["enabledClusterLogTypes"]!);
        var logs = sandbox.Named("LogGroup", "apps-control-plane");
        Assert.Equal("/aws/eks/platform-dev-apps/cluster", logs["name"]);
        Assert.Equal("arn:key/logs", logs["kmsKeyId"]);
        Assert.Equal(90.0, logs["retentionInDays"]);
    }

    [Fact]
    public async Task Wraps_secrets_with_our_key()
    {
        var cluster = (await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Prod()))).Named("Cluster", "apps");

        Assert.Equal("arn:key/data", cluster["encryptionConfig.provider.keyArn"]);
        Assert.Equal("secrets", cluster["encryptionConfig.resources.0"]);
    }

    [Fact]
    public async Task Admits_those_it_was_told_and_not_its_creator()
    {
        var sandbox = await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Prod()));

        var cluster = sandbox.Named("Cluster", "apps");
        Assert.Equal("API", cluster["accessConfig.authenticationMode"]);
        Assert.Equal(false, cluster["accessConfig.bootstrapClusterCreatorAdminPermissions"]);
        var deploy = sandbox.Named("AccessPolicyAssociation", "apps-access-deploy");
        Assert.Equal("arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy", deploy["policyArn"]);
        Assert.Equal("cluster", deploy["accessScope.type"]);
        var shop = sandbox.Named("AccessPolicyAssociation", "apps-access-shop");
        Assert.Equal("arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy", shop["policyArn"]);
        Assert.Equal("namespace", shop["accessScope.type"]);
        Assert.Equal("shop", shop["accessScope.namespaces.0"]);
    }

    [Fact]
    public async Task Lets_the_runner_call_the_API_and_opens_nothing_else()
    {
        var rule = (await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Prod()))).Only("SecurityGroupIngressRule");

        Assert.Equal("sg-runner", rule["referencedSecurityGroupId"]);
        Assert.Equal(443.0, rule["fromPort"]);
        Assert.Equal(443.0, rule["toPort"]);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(false, false)]
    public async Task Refuses_deletion_unless_it_is_made_to_be_thrown_away(bool? protect, bool expected)
    {
        var sandbox = await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Prod(settings => settings.Protect = protect)));

        Assert.Equal(expected, sandbox.Named("Cluster", "apps")["deletionProtection"]);

        // Only what may be thrown away may also be forgotten while it cannot be reached.
        Assert.Equal(expected ? "false" : "true", sandbox.Named("kubernetes", "apps-api")["deleteUnreachable"]?.ToString()?.ToLowerInvariant());
    }

    [Fact]
    public async Task Stays_in_standard_support_and_can_leave_a_zone()
    {
        var cluster = (await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Prod()))).Named("Cluster", "apps");

        Assert.Equal("1.35", cluster["version"]);
        Assert.Equal("STANDARD", cluster["upgradePolicy.supportType"]);
        Assert.Equal(true, cluster["zonalShiftConfig.enabled"]);
        Assert.Equal("172.20.0.0/16", cluster["kubernetesNetworkConfig.serviceIpv4Cidr"]);
        Assert.Equal(false, cluster["bootstrapSelfManagedAddons"]);
    }

    [Fact]
    public async Task Keeps_the_logs_of_pods_with_our_key_and_period()
    {
        var sandbox = await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Staging()));

        foreach (var group in (string[])["application", "dataplane", "host", "performance"])
        {
            var logs = sandbox.Named("LogGroup", $"apps-{group}");
            Assert.Equal($"/aws/containerinsights/platform-dev-apps/{group}", logs["name"]);
            Assert.Equal("arn:key/logs", logs["kmsKeyId"]);
            Assert.Equal(30.0, logs["retentionInDays"]);
        }
    }

    [Fact]
    public async Task Registers_as_identity_provider_only_when_asked_to()
    {
        Assert.Empty((await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Prod()))).Of("OpenIdConnectProvider"));

        var provider = (await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Prod(settings => settings.ServiceAccountRoles = true)))).Only("OpenIdConnectProvider");
        Assert.Equal("https://oidc.eks.example/id/apps", provider["url"]);
        Assert.Equal("sts.amazonaws.com", provider["clientIdLists.0"]);
    }

    [Fact]
    public async Task Sends_every_Kubernetes_object_to_its_own_API()
    {
        var sandbox = await Sandbox.Run(() => new KubernetesCluster("apps", GivenCluster.Staging()));

        var objects = sandbox.Registered.Where(resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(objects);
        Assert.All(objects, item => Assert.Contains("apps-api", item.Provider));
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("staging")]
    public async Task Never_renames_what_it_is_made_of(string environment) => Golden.Check(
        $"KubernetesCluster.{environment}",
        Golden.Outline(await Sandbox.Run(() => new KubernetesCluster("apps", environment == "prod" ? GivenCluster.Prod() : GivenCluster.Staging()))));
}
