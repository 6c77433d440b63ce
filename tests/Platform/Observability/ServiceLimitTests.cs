using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Platform.Tests.Stacks;

namespace Platform.Tests.Observability;

/// <summary>
/// What CloudWatch would refuse. Source: CloudWatch quotas, "Alarms on math expressions", "Create a composite alarm" and "Dashboard body
/// structure and syntax" in its user guide and API reference.
/// </summary>
public class ServiceLimitTests
{
    [Theory, InlineData("dev"), InlineData("staging"), InlineData("prod")]
    public async Task Alarms_stay_within_what_CloudWatch_takes(string environment)
    {
        var plan = await RealStack.Run(environment);

        Assert.All(plan.Of("MetricAlarm"), alarm =>
        {
            var queries = alarm["metricQueries"] is ImmutableArray<object> list ? list.Cast<ImmutableDictionary<string, object>>().ToList() : [];
            Assert.InRange(queries.Count(query => query.ContainsKey("metric")), 0, 10);
            Assert.All(queries, query => Assert.Matches("^[a-z][a-zA-Z0-9_]*$", (string)query["id"]));
            Assert.InRange(Encoding.UTF8.GetByteCount((string)alarm["alarmDescription"]!), 1, 1024);
            var period = alarm["period"] as double? ?? queries.Where(query => query.ContainsKey("metric"))
                .Select(query => (double)((ImmutableDictionary<string, object>)query["metric"])["period"]).Distinct().Single();
            Assert.InRange(period * (double)alarm["evaluationPeriods"]!, 60, period < 3600 ? 86_400 : 7 * 86_400);
        });
        Assert.All(plan.Of("CompositeAlarm"), alarm =>
        {
            var rule = (string)alarm["alarmRule"]!;
            Assert.InRange(Regex.Count(rule, "ALARM\\("), 1, 100);
            Assert.InRange(rule.Length, 1, 10_240);
            Assert.InRange(Encoding.UTF8.GetByteCount((string)alarm["alarmDescription"]!), 1, 1024);
        });
    }

    [Theory, InlineData("dev"), InlineData("staging"), InlineData("prod")]
    public async Task No_alarm_is_part_of_more_composites_than_CloudWatch_takes(string environment)
    {
        var parts = (await RealStack.Run(environment)).Of("CompositeAlarm")
            .SelectMany(alarm => Regex.Matches((string)alarm["alarmRule"]!, "ALARM\\(\"([^\"]+)\"\\)").Select(match => match.Groups[1].Value).Distinct());

        Assert.All(parts.CountBy(name => name), part => Assert.InRange(part.Value, 1, 150));
    }

    [Theory, InlineData("dev"), InlineData("staging"), InlineData("prod")]
    public async Task Boards_have_the_form_and_the_size_CloudWatch_takes(string environment) =>
        Assert.All((await RealStack.Run(environment)).Of("Dashboard"), board =>
        {
            Assert.Matches("^[A-Za-z0-9_-]{1,255}$", (string)board["dashboardName"]!);
            var widgets = JsonElement.Parse((string)board["dashboardBody"]!).GetProperty("widgets").EnumerateArray().ToList();
            Assert.InRange(widgets.Count, 2, 500);
            var figures = widgets.Where(widget => widget.GetProperty("type").GetString() == "metric").Select(widget => widget.GetProperty("properties")).ToList();
            Assert.InRange(figures.Sum(figure => figure.GetProperty("metrics").GetArrayLength()), 1, 2500);
            Assert.All(figures, Sound);
        });

    /// <summary>Whether every expression of a widget finds its metrics within it, and something is shown.</summary>
    private static void Sound(JsonElement figure)
    {
        Assert.True(figure.TryGetProperty("region", out _) && figure.GetProperty("period").GetInt32() % 60 == 0);
        var lines = figure.GetProperty("metrics").EnumerateArray().Select(line => line.EnumerateArray().ToList()).ToList();
        Assert.InRange(lines.Count, 1, 500);
        var ids = lines.Select(line => line[^1]).Where(last => last.ValueKind == JsonValueKind.Object && last.TryGetProperty("id", out _))
            .Select(last => last.GetProperty("id").GetString()!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Contains(lines, line => line[^1] is not { ValueKind: JsonValueKind.Object } options || !options.TryGetProperty("visible", out var visible) || visible.GetBoolean());
        foreach (var expression in lines.Where(line => line.Count == 1 && line[0].TryGetProperty("expression", out _)).Select(line => line[0].GetProperty("expression").GetString()!))
        {
            Assert.All(Regex.Matches(expression, "(?<![A-Za-z0-9_])[a-z][A-Za-z0-9_]*").Select(match => match.Value), id => Assert.Contains(id, ids));
        }
    }
}
