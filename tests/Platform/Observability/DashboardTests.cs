using System.Collections.Immutable;
using System.Text.Json;
using Platform.Tests.Stacks;

namespace Platform.Tests.Observability;

public class DashboardTests
{
    /// <summary>Who emits the metrics of a namespace: a type of resource, or nobody but AWS itself.</summary>
    private static readonly Dictionary<string, string?> Emitters = new()
    {
        ["AWS/ApplicationELB"] = "LoadBalancer",
        ["AWS/Backup"] = "Vault",
        ["AWS/Billing"] = null,
        ["AWS/CertificateManager"] = "Certificate",
        ["AWS/CloudFront"] = "Distribution",
        ["AWS/EC2"] = "Instance",
        ["AWS/ECS"] = "Service",
        ["AWS/EKS"] = "Cluster",
        ["AWS/ElastiCache"] = "ReplicationGroup",
        ["AWS/Lambda"] = "Function",
        ["AWS/NATGateway"] = "NatGateway",
        ["AWS/RDS"] = "Instance",
        ["AWS/Route53"] = "HealthCheck",
        ["AWS/WAFV2"] = "WebAcl",
        ["ContainerInsights"] = "Addon",
        ["ECS/ContainerInsights"] = "Cluster",
        ["Platform/Logs"] = "LogMetricFilter",
        ["Platform/Passwords"] = "SecretRotation",
        ["Platform/Probe"] = "Canary",
        ["Platform/Restore"] = "RestoreTestingPlan",
    };

    [Theory, InlineData("dev"), InlineData("staging"), InlineData("prod")]
    public async Task Shows_no_metric_that_nobody_emits(string environment)
    {
        var plan = await RealStack.Run(environment);
        var shown = plan.Of("Dashboard").SelectMany(Metrics).Concat(plan.Of("MetricAlarm").SelectMany(OfAlarm)).Distinct().ToList();

        Assert.NotEmpty(shown);
        Assert.All(shown, metric =>
        {
            Assert.True(Emitters.TryGetValue(metric.Namespace, out var type), $"nobody has said who emits {metric.Namespace}.");
            Assert.True(type is null || plan.Of(type).Count > 0, $"{metric.Namespace} is shown, but there is no {type}.");
        });

        // Metrics of our own, and those that are emitted only when asked for.
        var counted = plan.Of("LogMetricFilter").Select(filter => (string)filter["metricTransformation.name"]!).ToHashSet();
        Assert.All(shown.Where(metric => metric.Namespace == "Platform/Logs"), metric => Assert.Contains(metric.Name, counted));
        Assert.True(plan.Of("MonitoringSubscription").Count > 0 || !shown.Any(metric => metric.Name is "OriginLatency" or "CacheHitRate"));
    }

    [Fact]
    public async Task There_is_one_for_each_reader_and_dev_has_the_one_for_operations()
    {
        Assert.Equal(
            ["monitoring-development", "monitoring-executive", "monitoring-operations", "monitoring-security"],
            (await RealStack.Run("prod")).Of("Dashboard").Select(board => board.Name).Where(name => !name.StartsWith("second-", StringComparison.Ordinal)));
        Assert.Equal("monitoring-operations", (await RealStack.Run("dev")).Only("Dashboard").Name);
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

    [Fact]
    public async Task Grafana_shows_the_same_boards_with_what_only_Prometheus_knows()
    {
        var plan = await RealStack.Run("prod");

        var boards = plan.Of("ConfigMap").Where(map => map.Name.StartsWith("prometheus-", StringComparison.Ordinal) && map["metadata.labels.grafana_dashboard"] is "1").ToList();
        Assert.Equal(
            ["prometheus-development", "prometheus-executive", "prometheus-operations", "prometheus-security"], boards.Select(board => board.Name));
        var operations = JsonElement.Parse((string)((ImmutableDictionary<string, object>)boards[2]["data"]!)["operations.json"]).GetProperty("panels").EnumerateArray().ToList();
        Assert.Contains(operations, panel => panel.GetProperty("title").GetString() == "app-missing-pods"
            && panel.GetProperty("targets")[0].GetProperty("expr").GetString()!.Contains("namespace=\"app\"", StringComparison.Ordinal));
        Assert.Equal(operations.Count, operations.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
    }

    private static List<JsonElement> Widgets(Registration board) => [.. JsonElement.Parse((string)board["dashboardBody"]!).GetProperty("widgets").EnumerateArray()];

    private static bool IsMetric(JsonElement widget) => widget.GetProperty("type").GetString() == "metric";

    private static IEnumerable<(string Namespace, string Name)> Metrics(Registration board) => Widgets(board).Where(IsMetric)
        .SelectMany(widget => widget.GetProperty("properties").GetProperty("metrics").EnumerateArray())
        .Where(line => line[0].ValueKind == JsonValueKind.String)
        .Select(line => (line[0].GetString()!, line[1].GetString()!));

    private static IEnumerable<(string Namespace, string Name)> OfAlarm(Registration alarm) => alarm["metricName"] is string name
        ? [((string)alarm["namespace"]!, name)]
        : ((ImmutableArray<object>)alarm["metricQueries"]!).Cast<ImmutableDictionary<string, object>>()
            .Where(query => query.ContainsKey("metric"))
            .Select(query => (ImmutableDictionary<string, object>)query["metric"])
            .Select(metric => ((string)metric["namespace"], (string)metric["metricName"]));
}
