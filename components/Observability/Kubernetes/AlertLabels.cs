using System.Globalization;
using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Kubernetes;

/// <summary>What an alert of Prometheus carries: the same as an alarm of CloudWatch.</summary>
/// <param name="Owner">Team that answers, unless the signal names another.</param>
/// <param name="RunbookUrl">What stands before the name of a runbook.</param>
internal sealed record AlertLabels(string Owner, string RunbookUrl)
{
    /// <summary>Label of an alert whose twin in CloudWatch calls: it is recorded, and calls nobody a second time.</summary>
    public const string Twin = "twin";

    public PromRule Alert(string name, Input<string> expression, string? time, string component, Signal signal, string limit, bool twin) => new(name, expression)
    {
        IsAlert = true,
        For = time,
        Labels = Labels(component, signal, twin),
        Annotations = new Dictionary<string, string>
        {
            ["summary"] = signal.Meaning,
            ["description"] = $"{limit}. Source: {signal.Limit.Source}.",
            ["runbook_url"] = $"{RunbookUrl}{signal.Runbook}.md",
        },
    };

    /// <summary>A number as PromQL and people read it.</summary>
    public static string Number(double value) => value.ToString("0.#########", CultureInfo.InvariantCulture);

    private Dictionary<string, string> Labels(string component, Signal signal, bool twin)
    {
        var labels = new Dictionary<string, string>
        {
            ["component"] = component,
            ["layer"] = signal.Layer.ToString().ToLowerInvariant(),
            ["severity"] = signal.Severity.Word(),
            ["owner"] = signal.Owner ?? Owner,
        };
        if (twin)
        {
            labels[Twin] = "cloudwatch";
        }

        return labels;
    }
}
