using System.Collections.Immutable;
using System.Text.Json;
using Platform.Components.Clusters;
using Platform.Components.Compute;
using Platform.Tests.Workloads;

namespace Platform.Tests.Clusters;

public class ExistingClusterTests
{
    private const string Arn = "arn:aws:eks:eu-west-1:111122223333:cluster/shared";

    [Fact]
    public async Task Registers_exactly_what_the_golden_file_says() => Golden.Check("ExistingCluster", Golden.Full(await Run()));

    [Fact]
    public async Task Makes_and_changes_nothing_of_the_cluster()
    {
        var plan = await Run();

        Assert.DoesNotContain(plan.Registered, r => r.Type.StartsWith("aws:eks/", StringComparison.Ordinal) && r.Type != "aws:eks/podIdentityAssociation:PodIdentityAssociation");
        Assert.Empty(plan.Of("LogGroup"));
        Assert.Empty(plan.Of("LaunchTemplate"));
        Assert.Empty(plan.Of("Release"));
    }

    [Fact]
    public async Task Sends_objects_to_the_API_that_was_looked_up()
    {
        var plan = await Run();

        var provider = Assert.Single(plan.Of("kubernetes"));
        var kubeconfig = JsonElement.Parse((string)provider["kubeconfig"]!);
        Assert.Equal("https://shared.eks.example", kubeconfig.GetProperty("clusters")[0].GetProperty("cluster").GetProperty("server").GetString());
        Assert.Contains("arn:role/deploy", kubeconfig.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(Arn, provider["clusterIdentifier"]);
        Assert.Null(provider["deleteUnreachable"]);
        Assert.All(
            plan.Registered.Where(r => r.Type.StartsWith("kubernetes:", StringComparison.Ordinal)),
            r => Assert.Contains("::shared-api::", r.Provider, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "kubernetes:eks.amazonaws.com/v1:TargetGroupBinding", "eks.amazonaws.com/pod-readiness-gate-inject")]
    [InlineData(false, "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding", "elbv2.k8s.aws/pod-readiness-gate-inject")]
    public async Task Joins_the_load_balancers_group_the_way_the_cluster_knows(bool autoMode, string binding, string gate)
    {
        var plan = await Run(autoMode: autoMode);

        Assert.Equal(binding, plan.Only("TargetGroupBinding").Type);
        var labels = (ImmutableDictionary<string, object>)plan.Only("Namespace")["metadata.labels"]!;
        Assert.Equal(("enabled", "v1.35"), (labels[gate], labels["pod-security.kubernetes.io/enforce-version"]));
    }

    [Fact]
    public async Task Is_let_in_at_the_servers_since_its_nodes_join_no_group()
    {
        var plan = await Run();

        var rule = plan.Named("SecurityGroupIngressRule", "shared-to-orders");
        Assert.Equal(("sg-orders", "sg-shared", 5432.0, 5432.0), (rule["securityGroupId"], rule["referencedSecurityGroupId"], rule["fromPort"], rule["toPort"]));
        var requests = plan.Named("SecurityGroupIngressRule", "orders-from-entry");
        Assert.Equal(("sg-shared", "sg-entry", 8080.0), (requests["securityGroupId"], requests["referencedSecurityGroupId"], requests["fromPort"]));
    }

    [Fact]
    public async Task Trusts_pods_of_that_cluster_and_finds_its_name_server()
    {
        var plan = await Run();

        Assert.Contains(Arn, (string)plan.Named("Role", "orders")["assumeRolePolicy"]!, StringComparison.Ordinal);
        Assert.Equal("shared", plan.Only("PodIdentityAssociation")["clusterName"]);
        Assert.Equal("10.100.0.10/32", plan.Named("NetworkPolicy", "shop-dns")["spec.egress.0.to.1.ipBlock.cidr"]);
    }

    [Fact]
    public async Task Refuses_secrets_where_nothing_hands_them_to_pods() => Assert.Contains(
        "KubernetesWorkload 'orders': uses a secret, but its cluster has no driver that hands secrets to pods; install the add-on "
        + "aws-secrets-store-csi-driver-provider and say hasSecretFiles, or use a connection whose secret the program reads itself.",
        await Sandbox.Refusal(() => Build(secretFiles: false)), StringComparison.Ordinal);

    [Fact]
    public async Task Admits_the_cluster_once_whatever_the_number_of_workloads()
    {
        var plan = await Sandbox.Run(() =>
        {
            var cluster = Cluster();
            foreach (var name in (string[])["orders", "invoices"])
            {
                GivenWorkload.Build(settings => (settings.Cluster, settings.Name, settings.Space) = (cluster, name, $"shop-{name}"), prod: true);
            }
        });

        Assert.Single(plan.Of("SecurityGroupIngressRule"), rule => rule["securityGroupId"] is "sg-orders");
    }

    [Fact]
    public async Task Refuses_what_its_cluster_is_not_let_in_at_and_two_of_a_name()
    {
        Assert.Contains(
            "uses a connection its cluster does not; add it to the cluster's uses",
            await Sandbox.Refusal(() => GivenWorkload.Build(settings => settings.Cluster = Cluster(uses: []), prod: true)), StringComparison.Ordinal);
        Assert.Contains(
            "ExistingCluster 'shared': uses has orders, orders, but rules are named after connections; give each a name of its own.",
            await Sandbox.Refusal(() => Cluster(uses: [GivenCluster.Orders, GivenCluster.Orders])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1.35", "clusterName is '', but must be 1 to 100 characters.")]
    [InlineData("shared", "v1.35", "version is 'v1.35', but must be a Kubernetes minor version such as 1.35.")]
    [InlineData("shared", "1.35.2", "version is '1.35.2', but must be a Kubernetes minor version such as 1.35.")]
    public async Task Refuses_what_no_cluster_has(string name, string version, string message) =>
        Assert.Contains($"ExistingCluster 'shared': {message}", await Sandbox.Refusal(() => Cluster(clusterName: name, version: version)), StringComparison.Ordinal);

    private static Task<Sandbox> Run(bool autoMode = true) => Sandbox.Run(() => Build(autoMode));

    private static void Build(bool autoMode = true, bool secretFiles = true) =>
        GivenWorkload.Build(settings => settings.Cluster = Cluster(autoMode, secretFiles), prod: true);

    private static ExistingCluster Cluster(
        bool autoMode = true, bool secretFiles = true, string clusterName = "shared", string version = "1.35", IReadOnlyList<Connection>? uses = null) => new("shared", new()
        {
            ClusterName = clusterName,
            Version = version,
            AutoMode = autoMode,
            HasSecretFiles = secretFiles,
            PodLogGroup = "/aws/containerinsights/shared/application",
            Uses = uses ?? [GivenCluster.Orders],
            DeployRoleArn = "arn:role/deploy",
        });
}
