using System.Text.Json;

namespace Platform.Tests.Observability.Kubernetes;

/// <summary>The cluster that takes over is judged by the same rules as the one at home, before the real checker as well.</summary>
public class SecondClusterTests
{
    [RealToolFact("promtool", "prometheus")]
    public async Task Promtool_accepts_every_rule_of_the_second_cluster()
    {
        var (exitCode, said) = await RealTool.Run("promtool", new Dictionary<string, string> { ["rules.json"] = await RealTool.RulesOfSecond() }, "check", "rules", "rules.json");

        Assert.True(exitCode == 0, said);
        Assert.Contains("SUCCESS", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_has_the_alerts_of_the_one_at_home_by_its_own_names() => Assert.Equal(
        Alerts(await RealTool.Rules()), Alerts(await RealTool.RulesOfSecond()).Select(alert => alert.Replace("second-", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Alerts(string rules) => JsonElement.Parse(rules).GetProperty("groups").EnumerateArray()
        .SelectMany(group => group.GetProperty("rules").EnumerateArray())
        .Where(rule => rule.TryGetProperty("alert", out _))
        .Select(rule => rule.GetProperty("alert").GetString()!)
        .Order(StringComparer.Ordinal);
}
