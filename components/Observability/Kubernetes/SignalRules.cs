using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Kubernetes;

/// <summary>The signals of a cluster and what runs in it, as alerts of Prometheus.</summary>
internal static class SignalRules
{
    public static PromGroup Of(string component, IEnumerable<Signal> signals, AlertLabels labels) => new(
        $"signals-{component}",
        [.. signals.Where(signal => signal.Measure is PromQuery).OrderBy(signal => signal.Key, StringComparer.Ordinal).Select(signal => Alert(component, signal, labels))]);

    private static PromRule Alert(string component, Signal signal, AlertLabels labels)
    {
        var above = signal.Limit.Side == Side.Above;
        var limit = AlertLabels.Number(signal.Limit.Value);
        return labels.Alert(
            $"{component}-{signal.Key}",
            Output.Format($"({((PromQuery)signal.Measure).Text}) {(above ? ">" : "<")} {limit}"),
            $"{signal.Evaluation.Needed * signal.Evaluation.Seconds / 60}m",
            component,
            signal,
            $"{(above ? "above" : "below")} {limit} {signal.Unit}, {signal.Evaluation}",
            twin: false);
    }
}
