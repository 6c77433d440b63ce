using System.Collections.Immutable;
using Platform.Components.Entry;

namespace Platform.Tests.Workloads;

public class RequestPathTests
{
    [Theory]
    [InlineData(true, "eks.amazonaws.com/v1")]
    [InlineData(false, "elbv2.k8s.aws/v1beta1")]
    public async Task Joins_the_load_balancers_group_and_makes_no_load_balancer(bool prod, string version)
    {
        var sandbox = await GivenWorkload.Run(prod: prod);

        var binding = sandbox.Only("TargetGroupBinding");
        Assert.Equal($"kubernetes:{version}:TargetGroupBinding", binding.Type);
        Assert.Equal("arn:target", binding["spec.targetGroupARN"]);
        Assert.Equal("ip", binding["spec.targetType"]);
        Assert.Equal("orders", binding["spec.serviceRef.name"]);
        Assert.Equal(sandbox.Only("Service")["spec.ports.0.port"], binding["spec.serviceRef.port"]);
        Assert.Equal("ClusterIP", sandbox.Only("Service")["spec.type"]);
        Assert.Empty(sandbox.Of("Ingress"));
        Assert.Equal("enabled", Map(sandbox.Only("Namespace")["metadata.labels"])[$"{version.Split('/')[0]}/pod-readiness-gate-inject"]);
    }

    [Theory]
    [InlineData("platform-dev-apps")]
    [InlineData(null)]
    public async Task Is_let_into_the_group_of_a_load_balancer_that_names_its_cluster(string? cluster)
    {
        var group = (await Sandbox.Run(() => new WebLoadBalancer("entry", new()
        {
            Network = Given.Network,
            CertificateArn = "arn:certificate",
            AllowFrom = AllowedSource.CloudFront,
            LogRetentionDays = 90,
            PodsOf = cluster,
        }))).Only("TargetGroup");

        Assert.Equal(cluster, (group["tags"] as ImmutableDictionary<string, object>)?.GetValueOrDefault("eks:eks-cluster-name"));
    }

    [Fact]
    public async Task Is_reached_from_the_load_balancer_only()
    {
        var sandbox = await GivenWorkload.Run();

        var requests = sandbox.Named("NetworkPolicy", "orders-requests");
        Assert.Equal("10.99.128.0/17", requests["spec.ingress.0.from.0.ipBlock.cidr"]);
        Assert.Equal(8080.0, requests["spec.ingress.0.ports.0.port"]);
        var rule = sandbox.Named("SecurityGroupIngressRule", "orders-from-entry");
        Assert.Equal(("sg-of-apps", "sg-entry", 8080.0, 8080.0), (rule["securityGroupId"], rule["referencedSecurityGroupId"], rule["fromPort"], rule["toPort"]));
    }

    [Fact]
    public async Task Connects_to_what_was_listed_and_to_the_agent_that_hands_out_credentials()
    {
        var policy = (await GivenWorkload.Run()).Named("NetworkPolicy", "orders-connections");

        Assert.Equal(
            [("169.254.170.23/32", 80.0), ("0.0.0.0/0", 443.0), ("10.99.16.0/20", 5432.0)],
            ((ImmutableArray<object>)policy["spec.egress"]!).Select((_, i) => ((string)policy[$"spec.egress.{i}.to.0.ipBlock.cidr"]!, (double)policy[$"spec.egress.{i}.ports.0.port"]!)));
    }

    [Fact]
    public async Task Refuses_a_load_balancer_that_knows_machines_only() => Assert.Contains(
        "target takes machines, but pods have addresses of their own", await GivenWorkload.Refusal(settings => settings.Target = Given.InstanceTarget));

    private static ImmutableDictionary<string, object> Map(object? value) => (ImmutableDictionary<string, object>)value!;
}
