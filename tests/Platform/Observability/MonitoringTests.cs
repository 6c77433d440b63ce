using System.Collections.Immutable;
using System.Text.Json;
using Platform.Components.Observability;
using Platform.Components.Observability.Signals;
using Platform.Tests.Stacks;

namespace Platform.Tests.Observability;

public class MonitoringTests
{
    private static readonly string[] Pagers = ["monitoring-critical", "monitoring-high", "monitoring-us-east-1-critical", "monitoring-us-east-1-high"];

    [Theory, InlineData("dev"), InlineData("staging"), InlineData("prod")]
    public async Task Every_alarm_names_its_severity_owner_source_and_a_runbook_that_is_there(string environment)
    {
        var plan = await RealStack.Run(environment);

        Assert.All(Alarms(plan), alarm =>
        {
            var lines = ((string)alarm["alarmDescription"]!).Split('\n');
            Assert.Equal(["Limit", "Source", "Severity", "Owner", "Runbook"], lines[1..].Select(line => line.Split(':')[0]));
            Assert.All(lines[1..], line => Assert.True(line.Split(": ", 2)[1].Length > 2, line));
            Assert.Equal("shop-team", Tags(alarm)["owner"]);
            Assert.Contains($"Severity: {Tags(alarm)["severity"]},", lines[3], StringComparison.Ordinal);
            var page = Path.Combine(Repository.Root, lines[5]["Runbook: ".Length..]);
            Assert.True(File.Exists(page), $"{alarm.Name} names {page}, which is not there.");
            Assert.True(new FileInfo(page).Length > 300, $"{page} says nothing.");
        });
    }

    [Fact]
    public void Every_runbook_says_where_to_look_what_to_mend_and_when_to_call_somebody() => Assert.All(
        Directory.GetFiles(Path.Combine(Repository.Root, "docs", "runbooks")),
        page => Assert.Equal(
            ["Look", "Mend", "Verify", "Escalate"],
            File.ReadLines(page).Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..])));

    [Fact]
    public async Task Dev_calls_nobody()
    {
        var plan = await RealStack.Run("dev");

        Assert.Empty(plan.Of("CompositeAlarm"));
        Assert.Equal(["monitoring-low", "monitoring-medium"], plan.Of("Topic").Select(topic => topic.Name));
        Assert.All(Alarms(plan).Where(alarm => alarm["tags.runbook"] is not "docs/runbooks/release-taken-back.md"), alarm => Assert.Contains((string)alarm["alarmActions.0"]!, new[] { "arn:Topic:monitoring-medium", "arn:Topic:monitoring-low" }));
    }

    [Fact]
    public async Task Staging_is_watched_like_prod()
    {
        var (staging, prod) = (await RealStack.Run("staging"), await RealStack.Run("prod"));

        // Prod has a NAT gateway in each zone, more nodes of the cache, the CDN's extra metrics, a password of its own to change, copies in another
        // region, and is asked for from outside at night as well.
        Assert.Equal(
            Names(prod).Except(["assets-copies-failed", "assets-copies-late", "backups-copy-failed", "cache-behind-other-region", "cdn-hits", "cdn-origin-latency", "database-password-age", "database-rotation-failed", "monitoring-database-security-high", .. Names(prod).Where(name => name.StartsWith("network-nat-", StringComparison.Ordinal) || name.Contains("eu-central-1", StringComparison.Ordinal) || name.Contains("probe-", StringComparison.Ordinal))]),
            Names(staging).Where(name => !name.StartsWith("network-nat-", StringComparison.Ordinal)));
        Assert.Equal(plan(prod), plan(staging));

        static IEnumerable<string> plan(Sandbox stack) => stack.Of("Topic").Where(IsAtHome).Select(topic => topic.Name);
        static List<string> Names(Sandbox stack) => [.. Alarms(stack).Where(IsAtHome).Select(alarm => alarm.Name)];
        static bool IsAtHome(Registration resource) =>
            !resource.Provider!.Contains("aws::second::", StringComparison.Ordinal) && !resource.Name.Contains("eu-central-1", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_composites_call_somebody_so_that_alarms_of_one_cause_do_it_once()
    {
        var plan = await RealStack.Run("prod");

        var pagers = Alarms(plan).Where(alarm => Actions(alarm).Any(action => Pagers.Contains(action.Split(':')[^1]))).ToList();
        Assert.NotEmpty(pagers);
        Assert.All(pagers, alarm => Assert.Equal("CompositeAlarm", alarm.Type.Split(':')[^1]));

        // No alarm is part of two pages.
        var parts = pagers.SelectMany(page => Members((string)page["alarmRule"]!)).ToList();
        Assert.Equal(parts.Distinct(), parts);
    }

    [Theory]
    [InlineData("users-high", "platform-dev-page-users-critical")]
    [InlineData("network-high", "platform-dev-explained-network-high")]
    [InlineData("app-high", "platform-dev-explained-app-high")]
    public async Task A_page_waits_whether_a_better_one_comes(string page, string better)
    {
        var plan = await RealStack.Run("prod");

        var composite = plan.Named("CompositeAlarm", $"monitoring-{page}");
        Assert.Equal((better, 600.0, 300.0), (composite["actionsSuppressor.alarm"], composite["actionsSuppressor.waitPeriod"], composite["actionsSuppressor.extensionPeriod"]));
    }

    [Fact]
    public async Task What_users_feel_and_what_protects_data_is_never_silenced()
    {
        var plan = await RealStack.Run("prod");

        Assert.Null(plan.Named("CompositeAlarm", "monitoring-users-critical")["actionsSuppressor"]);
        Assert.All(
            plan.Of("CompositeAlarm").Where(alarm => alarm.Name.EndsWith("-durability-high", StringComparison.Ordinal)),
            alarm => Assert.True(
                alarm["actionsSuppressor.alarm"] is null || ((string)alarm["actionsSuppressor.alarm"]!).EndsWith("-durability-critical", StringComparison.Ordinal),
                alarm.Name));       // the same danger, told more urgently
    }

    [Fact]
    public async Task Topics_are_encrypted_with_a_key_CloudWatch_may_use_and_take_messages_of_this_account_only()
    {
        var plan = await RealStack.Run("prod");

        Assert.All(plan.Of("Topic"), topic => Assert.EndsWith("-topics", (string)topic["kmsMasterKeyId"]!, StringComparison.Ordinal));
        var rights = JsonElement.Parse((string)plan.Named("TopicPolicy", "monitoring-critical")["policy"]!).GetProperty("Statement").EnumerateArray().ToList();
        Assert.All(
            rights.Where(right => right.GetProperty("Effect").GetString() == "Allow"),
            right => Assert.Equal("111122223333", right.GetProperty("Condition").GetProperty("StringEquals").GetProperty("aws:SourceAccount").GetString()));
        Assert.Contains("cloudwatch.amazonaws.com", (string)plan.Named("Key", "monitoring-topics")["policy"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Burn_rates_of_99_9_per_cent_are_those_of_the_book()
    {
        var plan = await RealStack.Run("prod");

        Assert.Equal(
            [(0.0144, 3600.0, 1.0), (0.006, 21600.0, 1.0), (0.003, 86400.0, 1.0), (0.001, 86400.0, 3.0)],
            new[] { "14x", "6x", "3x", "1x" }.Select(rate => plan.Named("MetricAlarm", $"entry-requests-{rate}-long")).Select(alarm =>
                ((double)alarm["threshold"]!, Period(alarm), (double)alarm["evaluationPeriods"]!)));
        Assert.Equal(
            [300.0, 1800.0, 7200.0, 21600.0],
            new[] { "14x", "6x", "3x", "1x" }.Select(rate => Period(plan.Named("MetricAlarm", $"entry-requests-{rate}-short"))));
    }

    [Fact]
    public async Task A_hit_rate_makes_tickets_only_and_leaves_out_rates_at_which_it_cannot_burn()
    {
        var plan = await RealStack.Run("prod");

        Assert.Equal(
            ["cache-hits-1x-long", "cache-hits-1x-short", "cache-hits-3x-long", "cache-hits-3x-short"],
            plan.Of("MetricAlarm").Select(alarm => alarm.Name).Where(name => name.StartsWith("cache-hits-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Refuses_two_signals_of_one_name()
    {
        var signal = new Signal(
            "cpu", Metric.Of("AWS/RDS", "CPUUtilization", "Average"), "%", Limit.Above(70, "test"), Severity.Low, Layer.App, "app-load", "Busy.");

        var message = await Sandbox.Refusal(() => new Monitoring(
            "monitoring", new() { Watches = [new Observed("shop", signal, signal)], Region = "eu-west-1", Owner = "shop-team" }));

        Assert.Contains("Monitoring 'monitoring': two signals are called 'shop-cpu'; give one of the components", message, StringComparison.Ordinal);
    }

    private static IEnumerable<Registration> Alarms(Sandbox plan) => plan.Of("MetricAlarm").Concat(plan.Of("CompositeAlarm"));

    private static ImmutableDictionary<string, object> Tags(Registration alarm) => (ImmutableDictionary<string, object>)alarm["tags"]!;

    private static IEnumerable<string> Actions(Registration alarm) => alarm["alarmActions"] is ImmutableArray<object> actions ? actions.Cast<string>() : [];

    private static IEnumerable<string> Members(string rule) => rule.Split('"').Where((_, index) => index % 2 == 1);

    private static double Period(Registration alarm) => ((ImmutableArray<object>)alarm["metricQueries"]!).Cast<ImmutableDictionary<string, object>>()
        .Where(query => query.ContainsKey("metric"))
        .Select(query => (double)((ImmutableDictionary<string, object>)query["metric"])["period"])
        .Distinct()
        .Single();

    private sealed class Observed(string name, params Signal[] signals) : ComponentResource("test:index:Observed", name), IObserved
    {
        public IReadOnlyList<Signal> Signals => signals;
    }
}
