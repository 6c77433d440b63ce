using System.Text.Json;
using Platform.Tests.Stacks;

namespace Platform.Tests.Observability;

public class DashboardTests
{
    [Fact]
    public async Task There_is_one_for_each_reader_and_dev_has_the_one_for_operations()
    {
        Assert.Equal(
            ["monitoring-development", "monitoring-executive", "monitoring-operations", "monitoring-security"],
            (await RealStack.Run("prod")).Of("Dashboard").Select(board => board.Name).Where(name => !name.StartsWith("second-", StringComparison.Ordinal)));
        Assert.Equal("monitoring-operations", (await RealStack.Run("dev")).Only("Dashboard").Name);
    }

    [Fact]
    public async Task The_executive_board_begins_with_one_number_for_each_promise_over_the_time_shown()
    {
        var numbers = Widgets((await RealStack.Run("prod")).Named("Dashboard", "monitoring-executive")).Where(IsMetric)
            .Select(widget => widget.GetProperty("properties")).Where(properties => properties.GetProperty("view").GetString() == "singleValue").ToList();

        Assert.Equal(
            ["cache: The cache answers what it is asked for.", "entry: Requests are answered without an error.", "entry: Requests are answered within 200 ms.", "probe: Whoever asks from outside gets the page."],
            numbers.Select(properties => properties.GetProperty("title").GetString()));
        Assert.All(numbers, properties => Assert.True(properties.GetProperty("setPeriodToTimeRange").GetBoolean()));
    }

    [Fact]
    public async Task The_board_for_security_shows_what_GuardDuty_found_and_that_for_operations_what_RDS_told()
    {
        var plan = await RealStack.Run("prod");

        Assert.Subset(Titles("monitoring-security"), new HashSet<string?> { "baseline-threat-critical", "baseline-threat-high", "baseline-threat-medium", "baseline-unauthorized-calls", "edge-attack" });
        Assert.Subset(Titles("monitoring-operations"), new HashSet<string?> { "database-failover", "database-failure" });

        HashSet<string?> Titles(string board) =>
            [.. Widgets(plan.Named("Dashboard", board)).Where(IsMetric).Select(widget => widget.GetProperty("properties").GetProperty("title").GetString())];
    }

    [Theory, InlineData("staging"), InlineData("prod")]
    public async Task The_board_for_development_tells_who_released_what_from_the_audit_log_and_Grafana_does_not(string environment)
    {
        var plan = await RealStack.Run(environment);

        var releases = Assert.Single(Widgets(plan.Named("Dashboard", "monitoring-development")), widget => widget.GetProperty("type").GetString() == "log").GetProperty("properties");
        var group = (string)plan.Named("LogGroup", "cluster-control-plane")["name"]!;
        Assert.StartsWith($"SOURCE '{group}' | filter @logStream like /kube-apiserver-audit/ and objectRef.resource = \"deployments\"", releases.GetProperty("query").GetString()!, StringComparison.Ordinal);
        Assert.Equal("cluster-releases", plan.Named("QueryDefinition", "cluster-releases").Name);
        Assert.DoesNotContain(plan.Of("ConfigMap"), map => map["data"]?.ToString()?.Contains("kube-apiserver-audit", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Shows_every_alarm_of_a_signal_with_its_limit_on_the_operations_board_or_the_one_for_security()
    {
        var plan = await RealStack.Run("prod");
        var titles = plan.Of("Dashboard").Where(board => board.Name.EndsWith("-operations", StringComparison.Ordinal) || board.Name.EndsWith("-security", StringComparison.Ordinal))
            .SelectMany(board => Widgets(board).Where(IsMetric).Select(widget => widget.GetProperty("properties").GetProperty("title").GetString())).ToHashSet();

        Assert.Empty(plan.Of("MetricAlarm").Select(alarm => alarm.Name)
            .Where(name => !name.EndsWith("x-long", StringComparison.Ordinal) && !name.EndsWith("x-short", StringComparison.Ordinal) && !name.Contains("-release-", StringComparison.Ordinal))
            .Except(titles));
    }

    [Fact]
    public async Task Panels_do_not_overlap_and_stay_on_the_page()
    {
        var plan = await RealStack.Run("prod");

        Assert.All(plan.Of("Dashboard"), board =>
        {
            var cells = Widgets(board).SelectMany(widget =>
                from column in Enumerable.Range(widget.GetProperty("x").GetInt32(), widget.GetProperty("width").GetInt32())
                from row in Enumerable.Range(widget.GetProperty("y").GetInt32(), widget.GetProperty("height").GetInt32())
                select (column, row)).ToList();
            Assert.Equal(cells.Distinct().Count(), cells.Count);
            Assert.All(cells, cell => Assert.InRange(cell.column, 0, 23));
        });
    }

    private static List<JsonElement> Widgets(Registration board) => [.. JsonElement.Parse((string)board["dashboardBody"]!).GetProperty("widgets").EnumerateArray()];

    private static bool IsMetric(JsonElement widget) => widget.GetProperty("type").GetString() == "metric";
}
