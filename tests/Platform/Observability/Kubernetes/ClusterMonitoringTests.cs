using System.Collections.Immutable;
using System.Text.Json;
using Platform.Tests.Stacks;

namespace Platform.Tests.Observability.Kubernetes;

public class ClusterMonitoringTests
{
    [Theory, InlineData("staging"), InlineData("prod")]
    public async Task Every_alert_names_its_severity_owner_source_and_a_runbook_that_is_there(string environment)
    {
        var alerts = await Alerts(environment);

        Assert.NotEmpty(alerts);
        Assert.All(alerts, alert =>
        {
            var (labels, notes) = (alert.GetProperty("labels"), alert.GetProperty("annotations"));
            Assert.Contains(labels.GetProperty("severity").GetString(), new[] { "critical", "high", "medium", "low" });
            Assert.Equal("shop-team", labels.GetProperty("owner").GetString());
            Assert.Contains("Source: ", notes.GetProperty("description").GetString(), StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(Repository.Root, notes.GetProperty("runbook_url").GetString()!)));
        });
    }

    [Fact]
    public async Task What_CloudWatch_calls_for_carries_the_mark_of_its_twin()
    {
        var alerts = (await Alerts("prod")).ToDictionary(alert => alert.GetProperty("alert").GetString()!);

        Assert.Equal("cloudwatch", alerts["entry-requests-budget-page"].GetProperty("labels").GetProperty("twin").GetString());
        Assert.False(alerts["app-missing-pods"].GetProperty("labels").TryGetProperty("twin", out _));
    }

    [Fact]
    public async Task Alertmanager_may_write_to_the_topics_and_to_nothing_else()
    {
        var plan = await RealStack.Run("prod");

        var rights = JsonElement.Parse((string)plan.Named("RolePolicy", "prometheus-alerts")["policy"]!).GetProperty("Statement").EnumerateArray().ToList();
        Assert.Equal(["sns:Publish", "kms:Decrypt", "kms:GenerateDataKey"], rights.SelectMany(right => right.GetProperty("Action").EnumerateArray()).Select(action => action.GetString()));
        Assert.Equal(4, rights[0].GetProperty("Resource").GetArrayLength());
        Assert.Equal(("monitoring", "platform-alertmanager"), (plan.Named("PodIdentityAssociation", "prometheus-alerts")["namespace"], plan.Named("PodIdentityAssociation", "prometheus-alerts")["serviceAccount"]));
    }

    [Fact]
    public async Task The_cluster_of_the_second_region_judges_its_own_objectives_and_tells_its_own_topics()
    {
        var release = (await RealStack.Run("prod")).Named("Release", "second-prometheus");
        var groups = Groups((ImmutableDictionary<string, object>)release["values"]!).ToDictionary(group => group.GetProperty("name").GetString()!);

        Assert.Subset(groups.Keys.ToHashSet(), new HashSet<string> { "slo-second-entry-requests", "slo-second-entry-fast", "signals-second-app" });
        var page = groups["slo-second-entry-requests"].GetProperty("rules").EnumerateArray()
            .Single(rule => rule.TryGetProperty("alert", out var name) && name.GetString() == "second-entry-requests-budget-page");
        Assert.Equal("cloudwatch", page.GetProperty("labels").GetProperty("twin").GetString());      // its alarm there calls, once
        var routes = RealTool.Json(((ImmutableDictionary<string, object>)release["values.alertmanager"]!)["config"]);
        Assert.Contains("arn:Topic:second-monitoring-critical", routes, StringComparison.Ordinal);
        Assert.DoesNotContain("arn:Topic:monitoring-", routes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_collector_of_the_second_region_is_pulled_from_the_registry_there_to_which_it_is_copied()
    {
        var plan = await RealStack.Run("prod");

        Assert.StartsWith(
            "333344445555.dkr.ecr.eu-central-1.amazonaws.com/opentelemetry-collector@sha256:",
            (string)plan.Named("Deployment", "second-prometheus-collector")["spec.template.spec.containers.0.image"]!, StringComparison.Ordinal);
        Assert.Equal("opentelemetry-collector", plan.Named("ReplicationConfiguration", "images")["replicationConfiguration.rules.0.repositoryFilters.1.filter"]);
    }

    [Fact]
    public async Task The_chart_has_a_version_and_Grafana_a_password_nobody_knows()
    {
        var plan = await RealStack.Run("prod");
        var release = plan.Named("Release", "prometheus");

        Assert.Matches(@"^\d+\.\d+\.\d+$", (string)release["version"]!);
        Assert.Equal("platform-grafana", release["values.grafana.admin.existingSecret"]);
        Assert.DoesNotContain("prom-operator", RealTool.Json(release.Inputs), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_metrics_that_somebody_emits_are_asked_for()
    {
        string[] emitted = ["kube_", "kubelet_", "container_", "up", "prometheus_", "slo:", "traces_span_metrics_"];
        var rules = JsonElement.Parse(await RealTool.Rules()).GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("rules").EnumerateArray());

        Assert.All(rules, rule => Assert.All(
            Names(rule.GetProperty("expr").GetString()!), name => Assert.Contains(emitted, start => name.StartsWith(start, StringComparison.Ordinal))));
    }

    // What stands before a brace, a bracket or a closing parenthesis and is no function, label or number.
    private static IEnumerable<string> Names(string expression) => System.Text.RegularExpressions.Regex
        .Matches(expression, @"(?<![""\w])([a-z_][a-z0-9_:]*)(?=\{|\[|\))").Select(match => match.Groups[1].Value)
        .Where(name => name is not ("namespace" or "pod" or "job"));

    private static JsonElement.ArrayEnumerator Groups(ImmutableDictionary<string, object> values)
    {
        var rules = (ImmutableDictionary<string, object>)((ImmutableDictionary<string, object>)values["additionalPrometheusRulesMap"])["platform"];
        return JsonElement.Parse(RealTool.Json(rules)).GetProperty("groups").EnumerateArray();
    }

    private static async Task<List<JsonElement>> Alerts(string environment)
    {
        var groups = Groups(await RealTool.Values(environment));
        return [.. groups.SelectMany(group => group.GetProperty("rules").EnumerateArray()).Where(rule => rule.TryGetProperty("alert", out _))];
    }
}
