using Platform.Graph;
using Platform.Insights.Alarms;
using Platform.Tests.Tools.Repository;

namespace Platform.Tests.Tools.Alarms;

public class CoverageTests
{
    [Theory, InlineData("staging"), InlineData("prod")]
    public async Task Nothing_fails_without_anybody_hearing_of_it(string stack)
    {
        var coverage = Coverage.Of(await OwnPlan.Of(stack));

        Assert.Empty(coverage.Uncovered.Select(row => $"{row.Resource.Type} {row.Resource.Name} {row.Through}"));
        Assert.NotEmpty(coverage.Rows);
        Assert.All(coverage.Quiet, quiet => Assert.True(quiet.Reason.Length > 10, quiet.Type));
    }

    [Theory, InlineData("dev"), InlineData("staging"), InlineData("prod")]
    public async Task Every_type_is_one_somebody_has_thought_about(string stack) => Assert.All(
        (await OwnPlan.Of(stack)).CountByType().Keys.Where(type => !type.StartsWith("platform:", StringComparison.Ordinal)),
        type => Assert.NotEqual(Fails.NobodyDecided, FailureModes.Of(type).Fails));

    [Fact]
    public async Task The_database_is_seen_by_alarms_on_connections_memory_and_storage()
    {
        var coverage = Coverage.Of(await OwnPlan.Of("prod"));

        var database = Assert.Single(coverage.Rows, row => row.Resource is { Type: "aws:rds/instance:Instance", Name: "database" });
        Assert.Subset(
            database.Alarms.Select(alarm => alarm.Resource.Name).ToHashSet(),
            new HashSet<string> { "database-connections", "database-memory", "database-storage", "database-cpu" });
    }

    [Fact]
    public async Task A_component_whose_alarms_are_taken_away_is_told()
    {
        var graph = await OwnPlan.Of("prod");
        var without = new ResourceGraph(
            graph.Project, graph.Stack, graph.Resources.Where(resource => resource.Type != AlarmReader.MetricType || !resource.Name.StartsWith("database-", StringComparison.Ordinal)));

        Assert.Contains(Coverage.Of(without).Uncovered, row => row.Resource.Type == "aws:rds/instance:Instance");
    }

    [Fact]
    public async Task What_runs_in_the_cluster_is_seen_by_the_alerts_of_its_Prometheus()
    {
        var coverage = Coverage.Of(await OwnPlan.Of("prod"));

        var collector = coverage.Rows.First(row => row.Resource.Name == "prometheus-collector");
        Assert.Equal("cluster-rollout-stuck", Assert.Single(collector.Alerts));
        Assert.Contains("app-missing-pods", coverage.Rows.First(row => row.Resource is { Type: "kubernetes:apps/v1:Deployment", Name: "app" }).Alerts);
    }

    [Theory]
    [InlineData("aws:neptune/cluster:Cluster"), InlineData("aws:rds/shardGroup:ShardGroup"), InlineData("aws:ec2/spotFleetRequest:SpotFleetRequest")]
    [InlineData("aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig"), InlineData("aws:sfn/stateMachine:StateMachine")]
    [InlineData("kubernetes:apps/v1:ReplicaSet"), InlineData("kubernetes:core/v1:Pod"), InlineData("aws:eks/capability:Capability"), InlineData("nonsense")]
    public void A_type_nobody_has_thought_about_is_told_even_of_a_service_that_is_known(string type) =>
        Assert.Equal(Fails.NobodyDecided, FailureModes.Of(type).Fails);

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", Fails.Itself), InlineData("aws:rds/clusterInstance:ClusterInstance", Fails.WithItsComponent)]
    [InlineData("aws:elasticache/serverlessCache:ServerlessCache", Fails.Itself), InlineData("aws:lambda/function:Function", Fails.Itself)]
    [InlineData("aws:rds/subnetGroup:SubnetGroup", Fails.Quietly), InlineData("kubernetes:karpenter.sh/v1:NodePool", Fails.Quietly)]
    public void What_runs_must_be_seen_and_what_is_set_need_not(string type, Fails fails) => Assert.Equal(fails, FailureModes.Of(type).Fails);

    [Fact]
    public async Task An_alarm_that_nobody_hears_of_sees_nothing()
    {
        var graph = await OwnPlan.Of("prod");
        var deaf = new ResourceGraph(
            graph.Project, graph.Stack, graph.Resources.Select(resource => resource.Type is AlarmReader.MetricType or AlarmReader.CompositeType
                ? resource with { Inputs = new MapValue(resource.Inputs.Members.Remove("alarmActions")) }
                : resource));

        Assert.All(Coverage.Of(deaf).Rows, row => Assert.Empty(row.Alarms));
    }
}
