using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Dashboards;

/// <summary>A metric whose dimensions are known.</summary>
internal sealed record KnownMetric(string Id, string Namespace, string Name, string Statistic, IReadOnlyList<(string Name, string Value)> Dimensions);

/// <summary>A panel whose dimensions are known: what a renderer writes.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Expression">The expression over the metrics; null for a single one.</param>
/// <param name="Metrics">The metrics.</param>
/// <param name="Query">PromQL; null where CloudWatch measures.</param>
internal sealed record KnownPanel(Panel Panel, string? Expression, IReadOnlyList<KnownMetric> Metrics, string? Query)
{
    /// <summary>The log group whose lines are shown, and the question; null where figures are.</summary>
    public (string Group, string Text)? Lines { get; init; }

    public static Output<KnownPanel> Of(Panel panel) => panel.Measure switch
    {
        Metric metric => Resolve([("value", metric)]).Apply(known => new KnownPanel(panel, null, known, null)),
        Formula formula => Resolve([.. formula.Terms.OrderBy(term => term.Key, StringComparer.Ordinal).Select(term => (term.Key, term.Value))])
            .Apply(known => new KnownPanel(panel, formula.Expression, known, null)),
        Unusual unusual => Resolve([("value", unusual.Of)])
            .Apply(known => new KnownPanel(panel, FormattableString.Invariant($"ANOMALY_DETECTION_BAND(value, {panel.Limit})"), known, null)),
        PromQuery query => query.Text.ToOutput().Apply(text => new KnownPanel(panel, null, [], text)),
        LogLines lines => lines.Group.Apply(group => new KnownPanel(panel, null, [], null) { Lines = (group, lines.Text) }),
        _ => throw new ArgumentOutOfRangeException(nameof(panel), panel.Measure, "There is no such measure."),
    };

    private static Output<KnownMetric[]> Resolve((string Id, Metric Metric)[] metrics) => Output
        .All(metrics.Select(each => (Input<KnownMetric>)Known(each.Id, each.Metric)))
        .Apply(known => known.ToArray());

    private static Output<KnownMetric> Known(string id, Metric metric)
    {
        var names = metric.Dimensions.Keys.Order(StringComparer.Ordinal).ToArray();
        return Output.All(names.Select(name => metric.Dimensions[name]))
            .Apply(values => new KnownMetric(id, metric.Namespace, metric.Name, metric.Statistic, [.. names.Zip(values)]));
    }
}
