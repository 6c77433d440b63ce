using Platform.Graph;
using Platform.Insights.Diff;
using Platform.Insights.Diff.Facts;
using static Platform.Tests.Tools.Insights.Shop;

namespace Platform.Tests.Tools.Insights;

/// <summary>Verdicts that were looked up in the provider's source, and how a row is read.</summary>
public class ReplacementTests
{
    [Theory]
    [InlineData("aws:autoscaling/group:Group", "initialLifecycleHooks", Replacement.Certain)]
    [InlineData("aws:autoscaling/group:Group", "placementGroup", Replacement.Never)]
    [InlineData("aws:cloudwatch/compositeAlarm:CompositeAlarm", "actionsEnabled", Replacement.Certain)]
    [InlineData("aws:ec2/instance:Instance", "ebsBlockDevices[0].encrypted", Replacement.Certain)]
    [InlineData("aws:ec2/instance:Instance", "instanceType", Replacement.Possible)]
    [InlineData("aws:ec2/instance:Instance", "rootBlockDevice.encrypted", Replacement.Certain)]
    [InlineData("aws:ec2/instance:Instance", "rootBlockDevice.volumeSize", Replacement.Never)]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", "engineVersion", Replacement.Possible)]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", "nodeType", Replacement.Never)]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", "port", Replacement.Certain)]
    [InlineData("aws:rds/cluster:Cluster", "engineMode", Replacement.Certain)]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", "identifier", Replacement.Certain)]
    [InlineData("aws:rds/instance:Instance", "identifier", Replacement.Never)]
    [InlineData("aws:rds/instance:Instance", "storageEncrypted", Replacement.Certain)]
    [InlineData("aws:route53/record:Record", "type", Replacement.Never)]
    [InlineData("kubernetes:apps/v1:Deployment", "spec.replicas", Replacement.Never)]
    [InlineData("kubernetes:apps/v1:Deployment", "spec.selector.matchLabels.app", Replacement.Certain)]
    [InlineData("kubernetes:core/v1:ConfigMap", "data.file", Replacement.Possible)]
    [InlineData("random:index/randomPet:RandomPet", "keepers.version", Replacement.Certain)]
    public void Says_what_the_provider_does(string type, string path, Replacement replacement) =>
        Assert.Equal(replacement, ReplacementTable.Of(type, new(path, Of("a"), Of("b"))).Replacement);

    [Fact]
    public void Names_the_case_of_a_replacement_that_is_only_possible()
    {
        var (replacement, reason) = ReplacementTable.Of("aws:lb/loadBalancer:LoadBalancer", new("subnets[0]", Of("a"), Of("b")));

        Assert.Equal(Replacement.Possible, replacement);
        Assert.StartsWith("subnets replaces it in one case: of a network balancer", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_a_block_may_replace_if_what_comes_or_goes_with_it_would()
    {
        var encrypted = Map(("encrypted", PropertyValue.Of(true)), ("volumeSize", PropertyValue.Of(20)));
        var plain = Map(("volumeSize", PropertyValue.Of(20)));

        Assert.Equal(Replacement.Possible, Root(null, encrypted).Replacement);
        Assert.Equal(Replacement.Possible, Root(encrypted, null).Replacement);
        Assert.Equal(Replacement.Possible, Root(null, PropertyValue.Unknown).Replacement);
        Assert.Equal(Replacement.Never, Root(null, plain).Replacement);
    }

    [Fact]
    public void Says_may_replace_of_what_is_not_compared_with_the_provider_yet()
    {
        var row = ReplacementRow.Parse(["aws:ec2/routeTable:RouteTable", "vpcId", "", "memory"]);

        Assert.Equal("https://www.pulumi.com/registry/packages/aws/api-docs/ec2/routetable/", row.Source);
        Assert.Equal(Replacement.Certain, row.Of(new("vpcId", Of("a"), Of("b"))).Replacement);
        Assert.Equal(Replacement.Possible, row.Of(new("routes", null, null)).Replacement);
        Assert.Equal(Replacement.Never, row.Of(new("tags.team", Of("a"), Of("b"))).Replacement);
    }

    [Fact]
    public void Replaces_for_everything_but_the_tags_where_nothing_can_be_changed()
    {
        var row = ReplacementRow.Parse(["aws:ec2/flowLog:FlowLog", "all", "logFormat: sometimes", "ec2/vpc_flow_log.go@00a35305dc1b"]);

        Assert.Equal("https://github.com/hashicorp/terraform-provider-aws/blob/00a35305dc1b/internal/service/ec2/vpc_flow_log.go", row.Source);
        Assert.Equal(Replacement.Certain, row.Of(new("trafficType", Of("a"), Of("b"))).Replacement);
        Assert.Equal(Replacement.Possible, row.Of(new("logFormat", Of("a"), Of("b"))).Replacement);
        Assert.Equal(Replacement.Never, row.Of(new("tags", null, Map())).Replacement);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a | b | c")]
    public void Refuses_a_row_of_another_form(string row) => Assert.Throws<FormatException>(() => ReplacementRow.Parse(row.Split('|')));

    private static (Replacement Replacement, string? Reason) Root(PropertyValue? before, PropertyValue? after) =>
        ReplacementTable.Of("aws:ec2/instance:Instance", new("rootBlockDevice", before, after));
}
