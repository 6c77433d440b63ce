using Platform.Insights.Alarms;

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
        var without = new Platform.Graph.ResourceGraph(
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

    [Fact]
    public void A_type_nobody_has_thought_about_is_told() => Assert.Equal(Fails.NobodyDecided, FailureModes.Of("aws:neptune/cluster:Cluster").Fails);
}
