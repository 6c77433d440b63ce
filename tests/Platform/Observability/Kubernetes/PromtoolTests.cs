namespace Platform.Tests.Observability.Kubernetes;

/// <summary>The rules of prod before the real checker: it parses them, and replays series against them.</summary>
public class PromtoolTests
{
    private const string Server = "span_kind=\"SPAN_KIND_SERVER\"";

    // Days are replayed in the steps of the shortest window, which leave out no sample: every minute takes seven times as long and says the same.
    private const string Minutely = "1m", EveryWindow = "5m";
    private const string Page = "entry-requests-budget-page", Ticket = "entry-requests-budget-ticket";

    [RealToolFact("promtool", "prometheus")]
    public async Task Promtool_accepts_every_rule()
    {
        var (exitCode, said) = await RealTool.Run("promtool", await Files(), "check", "rules", "rules.json");

        Assert.True(exitCode == 0, said);
        Assert.Contains("SUCCESS", said, StringComparison.Ordinal);
    }

    // 100 requests a second throughout; the numbers are failures a minute of 6,000.
    [RealToolFact("promtool", "prometheus")]
    public Task An_error_burst_calls_somebody_and_makes_a_ticket() => Expect(EveryWindow,
        // Two days of nothing wrong, then two hours of 20 %.
        [Counter("200", "0+6000x3000"), Counter("500", "0+0x2880 1200+1200x119")], "2d2h", (Page, true), (Ticket, true));

    [RealToolFact("promtool", "prometheus")]
    public Task A_slow_burn_makes_a_ticket_and_calls_nobody() => Expect(EveryWindow,
        // 0.4 % for a day and a half: four times too fast, but not six.
        [Counter("200", "0+6000x2200"), Counter("500", "0+24x2200")], "1d12h", (Page, false), (Ticket, true));

    [RealToolFact("promtool", "prometheus")]
    public Task Quiet_traffic_fires_nothing() => Expect(Minutely,
        // One request an hour, and every second one fails.
        [Counter("200", "0+0x59 1+0x59 1+0x59 2+0x59 2+0x59 3+0x59"), Counter("500", "0+0x59 0+0x59 1+0x59 1+0x59 2+0x59 2+0x59")], "5h", (Page, false), (Ticket, false));

    [RealToolFact("promtool", "prometheus")]
    public Task Errors_within_the_budget_fire_nothing() => Expect(EveryWindow,
        [Counter("200", "0+6000x2200"), Counter("500", "0+3x2200")], "1d12h", (Page, false), (Ticket, false));

    [RealToolFact("promtool", "prometheus")]
    public Task Slow_answers_burn_a_budget_of_their_own() => Expect(Minutely,
        // Four of five answers take longer than 200 ms for an hour and a half; 95 % may not.
        [
            $"traces_span_metrics_duration_milliseconds_count{{{Server}}}", "0+6000x90",
            $"traces_span_metrics_duration_milliseconds_bucket{{{Server}, le=\"200\"}}", "0+1200x90",
        ], "1h30m", ("entry-fast-budget-page", true), (Page, false));

    [RealToolFact("promtool", "prometheus")]
    public Task A_container_that_crashes_again_and_again_is_told_after_a_quarter_of_an_hour() => Expect(Minutely,
        ["kube_pod_container_status_waiting_reason{reason=\"CrashLoopBackOff\", namespace=\"app\", pod=\"app-1\"}", "1x60"],
        "20m", ("cluster-crash-loop", true), ("cluster-heartbeat", true), ("cluster-volume-full", false));

    [RealToolFact("promtool", "prometheus")]
    public Task A_volume_is_told_below_three_per_cent_and_not_at_four() => Expect(Minutely,
        [
            "kubelet_volume_stats_available_bytes{namespace=\"a\"}", "2x60", "kubelet_volume_stats_capacity_bytes{namespace=\"a\"}", "100x60",
        ], "20m", ("cluster-volume-full", true));

    [RealToolFact("promtool", "prometheus")]
    public async Task Promtool_refuses_a_rule_that_is_broken()
    {
        var files = new Dictionary<string, string>
        {
            ["rules.json"] = (await RealTool.Rules()).Replace("avg_over_time(", "avg_over_tome(", StringComparison.Ordinal),
        };

        Assert.NotEqual(0, (await RealTool.Run("promtool", files, "check", "rules", "rules.json")).ExitCode);
    }

    private static async Task<Dictionary<string, string>> Files() => new() { ["rules.json"] = await RealTool.Rules() };

    private static string Counter(string code, string values) => $"traces_span_metrics_calls_total{{{Server}, http_response_status_code=\"{code}\"}}\n{values}";

    /// <summary>Replays series, given as pairs of name and values a minute, and asks at the end which alerts are on.</summary>
    private static async Task Expect(string every, string[] series, string at, params (string Alert, bool On)[] expected)
    {
        var pairs = series.SelectMany(text => text.Split('\n')).Chunk(2).Select(pair => Map(("series", pair[0]), ("values", pair[1]))).ToArray();
        var test = Map(
            ("rule_files", new[] { "rules.json" }),
            ("evaluation_interval", every),
            ("tests", new[]
            {
                Map(
                    ("interval", "1m"),
                    ("input_series", pairs),

                    // How many of each alert are on: annotations and labels are held by other tests.
                    ("promql_expr_test", expected.Select(alert => Map(
                        ("expr", $"count(ALERTS{{alertname=\"{alert.Alert}\", alertstate=\"firing\"}}) > bool 0"),
                        ("eval_time", at),
                        ("exp_samples", alert.On ? new[] { Map(("labels", "{}"), ("value", 1)) } : []))).ToArray())),
            }));
        var files = await Files();
        files["test.json"] = RealTool.Json(test);

        var (exitCode, said) = await RealTool.Run("promtool", files, "test", "rules", "test.json");

        Assert.True(exitCode == 0, said);
    }

    private static Dictionary<string, object> Map(params (string Key, object Value)[] members) => members.ToDictionary(member => member.Key, member => member.Value);
}
