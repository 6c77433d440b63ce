using System.Collections.Immutable;
using System.Text.Json;
using Platform.Components.Accounts;
using Platform.Components.Compute;
using Platform.Components.Observability;
using Platform.Tests.Stacks;

namespace Platform.Tests.Observability;

public class ReleaseAlarmTests
{
    [Fact]
    public async Task What_takes_a_release_back_says_who_answers_and_where_to_look()
    {
        var plan = await RealStack.Run("dev");

        var alarms = plan.Of("MetricAlarm").Where(alarm => alarm.Name.StartsWith("app-release-", StringComparison.Ordinal)).ToList();
        Assert.Equal(["app-release-errors", "app-release-unhealthy-targets"], alarms.Select(alarm => alarm.Name));
        Assert.All(alarms, alarm =>
        {
            var text = (string)alarm["alarmDescription"]!;
            Assert.Contains("a release in progress is taken back.\nLimit: above ", text, StringComparison.Ordinal);
            Assert.Contains("\nSeverity: medium, answer within 4 h.\nOwner: shop-team.\nRunbook: docs/runbooks/release-taken-back.md", text, StringComparison.Ordinal);
            Assert.Equal(("app", "app", "medium", "shop-team"), (alarm["tags.component"], alarm["tags.layer"], alarm["tags.severity"], alarm["tags.owner"]));
            Assert.Null(alarm["name"]);             // Pulumi chooses it, so that a successor is there first
            Assert.Null(alarm["alarmActions"]);     // it tells the service, and nobody a second time
        });
    }

    [Fact]
    public async Task The_service_watches_all_of_them()
    {
        var plan = await RealStack.Run("dev");

        Assert.Equal(
            ["name-of-MetricAlarm:app-release-errors", "name-of-MetricAlarm:app-release-unhealthy-targets"],
            ((ImmutableArray<object>)plan.Named("Service", "app")["alarms.alarmNames"]!).Cast<string>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_board_for_development_shows_what_takes_a_release_back()
    {
        var plan = await Sandbox.Run(() =>
        {
            var account = new CloudAccount("account", new() { Region = "eu-west-1", Tags = new Dictionary<string, string>() });
            Service(account.Here);
            new Monitoring("monitoring", new() { Watches = account.Observed, Region = "eu-west-1", Owner = "shop-team" }, account.Here);
        });

        var titles = JsonElement.Parse((string)plan.Named("Dashboard", "monitoring-development")["dashboardBody"]!).GetProperty("widgets").EnumerateArray()
            .Where(widget => widget.GetProperty("type").GetString() == "metric")
            .Select(widget => widget.GetProperty("properties").GetProperty("title").GetString());
        Assert.Subset(titles.ToHashSet(), new HashSet<string?> { "shop-release-errors", "shop-release-unhealthy-targets" });
        Assert.Contains("Owner: platform.", (string)plan.Named("MetricAlarm", "shop-release-errors")["alarmDescription"]!, StringComparison.Ordinal);
    }

    private static void Service(ComponentResourceOptions options) => new FargateService("shop", new()
    {
        Network = Given.Network,
        ClusterName = "cluster",
        Target = Given.Target,
        Image = Given.Image,
        Cpu = 256,
        Memory = 512,
        MinTasks = 1,
        MaxTasks = 2,
        LogKeyArn = "arn:key",
        LogRetentionDays = 14,
    }, options);
}
