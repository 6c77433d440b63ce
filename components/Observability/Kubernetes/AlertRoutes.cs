using System.Collections.Immutable;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Kubernetes;

/// <summary>
/// Where alerts of Prometheus go: to the same topics as alarms of CloudWatch, by severity. What has a twin there is recorded only, and a
/// page silences what it explains.
/// </summary>
internal static class AlertRoutes
{
    private const string Recorded = "recorded";

    /// <param name="topics">ARNs of the topics, by severity.</param>
    /// <param name="region">Their region.</param>
    /// <param name="stack">Name of the environment, for the subject.</param>
    public static Dictionary<string, object> Of(IReadOnlyDictionary<string, Output<string>> topics, Input<string> region, string stack)
    {
        var severities = Enum.GetValues<Severity>();
        return new()
        {
            ["route"] = new Dictionary<string, object>
            {
                ["receiver"] = Severity.Low.Word(),
                ["group_by"] = List("layer", "severity"),
                ["group_wait"] = "30s",
                ["group_interval"] = "5m",
                ["repeat_interval"] = "24h",
                ["routes"] = List(
                [
                    Route(Recorded, "24h", $"{AlertLabels.Twin}=\"cloudwatch\""),
                    Route(Recorded, "24h", "alertname=\"cluster-heartbeat\""),
                    .. severities.Select(severity => Route(severity.Word(), Repeat(severity), $"severity=\"{severity.Word()}\"")),
                ]),
            },
            ["inhibit_rules"] = List(
                Inhibits("layer=\"users\"", "layer=~\"entry|app|cache|database|network\""),
                Inhibits("layer=\"database\"", "layer=~\"app|entry\""),
                Inhibits("layer=\"network\"", "layer=~\"app|cache|database|entry\"")),
            ["receivers"] = List(
            [
                new Dictionary<string, object> { ["name"] = Recorded },
                .. severities.Select(severity => Receiver(severity, topics[severity.Word()], region, stack)),
            ]),
        };
    }

    private static Dictionary<string, object> Route(string receiver, string repeat, string matcher) => new()
    {
        ["receiver"] = receiver,
        ["matchers"] = List(matcher),
        ["repeat_interval"] = repeat,
    };

    // What calls goes on calling until somebody answers; a ticket is written once a day.
    private static string Repeat(Severity severity) => severity switch { Severity.Critical => "1h", Severity.High => "4h", _ => "24h" };

    private static Dictionary<string, object> Inhibits(string source, string target) => new()
    {
        ["source_matchers"] = List(source, "severity=~\"critical|high\""),
        ["target_matchers"] = List(target),
    };

    private static Dictionary<string, object> Receiver(Severity severity, Output<string> topic, Input<string> region, string stack) => new()
    {
        ["name"] = severity.Word(),
        ["sns_configs"] = List(new Dictionary<string, object>
        {
            ["topic_arn"] = topic,
            ["sigv4"] = new Dictionary<string, object> { ["region"] = region.ToOutput() },
            ["send_resolved"] = true,
            ["subject"] = $"{stack} {severity.Word()}: {{{{ .CommonLabels.alertname }}}}",
        }),
    };

    private static ImmutableArray<object> List(params object[] items) => [.. items];
}
