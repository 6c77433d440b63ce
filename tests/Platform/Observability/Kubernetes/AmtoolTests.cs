using System.Collections.Immutable;

namespace Platform.Tests.Observability.Kubernetes;

/// <summary>The routes of prod before the real checker of Alertmanager.</summary>
public class AmtoolTests
{
    [RealToolFact("amtool", "prometheus-alertmanager")]
    public async Task Amtool_accepts_the_configuration()
    {
        var (exitCode, said) = await RealTool.Run("amtool", await Files(), "check-config", "alertmanager.json");

        Assert.True(exitCode == 0, said);
        Assert.Contains("5 receivers", said, StringComparison.Ordinal);
        Assert.Contains("3 inhibit rules", said, StringComparison.Ordinal);
    }

    [RealToolFact("amtool", "prometheus-alertmanager")]
    public async Task Alerts_go_to_the_topic_of_their_severity_and_what_CloudWatch_calls_for_is_recorded_only()
    {
        await Goes("critical", "severity=critical", "layer=durability");
        await Goes("high", "severity=high");
        await Goes("medium", "severity=medium", "layer=app");
        await Goes("low", "severity=low");
        await Goes("low", "severity=nonsense");
        await Goes("recorded", "severity=critical", "layer=users", "twin=cloudwatch");
        await Goes("recorded", "severity=low", "alertname=cluster-heartbeat");
    }

    private static async Task Goes(string receiver, params string[] labels)
    {
        var (exitCode, said) = await RealTool.Run(
            "amtool", await Files(), ["config", "routes", "test", "--config.file=alertmanager.json", $"--verify.receivers={receiver}", .. labels]);
        Assert.True(exitCode == 0, $"{string.Join(' ', labels)}: {said}");
    }

    private static async Task<Dictionary<string, string>> Files()
    {
        var alertmanager = (ImmutableDictionary<string, object>)(await RealTool.Values("prod"))["alertmanager"];
        return new() { ["alertmanager.json"] = RealTool.Json(alertmanager["config"]) };
    }
}
