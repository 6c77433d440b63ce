using System.Globalization;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Alarms;

/// <summary>What an alarm tells whoever it wakes, always in the same lines.</summary>
/// <param name="Owner">Team that answers, unless the signal names another.</param>
/// <param name="RunbookUrl">What stands before the name of a runbook.</param>
internal sealed record AlarmText(string Owner, string RunbookUrl)
{
    /// <summary>Where runbooks are in this repository.</summary>
    public const string Runbooks = "docs/runbooks/";

    /// <summary>What alarms of a component tell that is asked for no owner: the project is.</summary>
    public static AlarmText OfComponent(string? owner, string? runbookUrl) =>
        new(owner ?? Deployment.Instance.ProjectName, runbookUrl ?? Runbooks);

    public string Of(Signal signal, MonitoringLevel level, Severity severity) => Lines(
        signal.Meaning,
        $"{Trouble(signal, level)}, {signal.Evaluation}.",
        signal.Limit.Source,
        severity,
        signal.Owner,
        signal.Runbook);

    /// <summary>The same for an event, as a template of EventBridge: each line a text of its own.</summary>
    public string Of(EventSignal happened, Severity severity) => string.Join('\n', new[]
    {
        "<who>: <what> (<when>)",
        happened.Meaning,
        $"Severity: {severity.Word()}, answer {severity.Response()}.",
        $"Owner: {Owner}.",
        $"Runbook: {Link(happened.Runbook)}",
    }.Select(line => $"\"{line}\""));

    public string Of(string meaning, Severity severity, string runbook) =>
        Lines(meaning, "any of the alarms in its rule.", "the alarms in its rule", severity, null, runbook);

    public Dictionary<string, string> Tags(string component, Layer layer, Severity severity, string? owner, string runbook) => new()
    {
        ["component"] = component,
        ["layer"] = layer.ToString().ToLowerInvariant(),
        ["severity"] = severity.Word(),
        ["owner"] = owner ?? Owner,
        ["runbook"] = Link(runbook),
    };

    private string Lines(string meaning, string limit, string source, Severity severity, string? owner, string runbook) => string.Join(
        '\n',
        meaning,
        $"Limit: {limit}",
        $"Source: {source}.",
        $"Severity: {severity.Word()}, answer {severity.Response()}.",
        $"Owner: {owner ?? Owner}.",
        $"Runbook: {Link(runbook)}");

    private string Link(string runbook) => $"{RunbookUrl}{runbook}.md";

    private static string Trouble(Signal signal, MonitoringLevel level) => signal.Measure is Unusual
        ? $"{Number(signal.Limit.In(level))} standard deviations from what is usual"
        : $"{(signal.Limit.Side == Side.Above ? "above" : "below")} {Number(signal.Limit.In(level))} {signal.Unit}";

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
