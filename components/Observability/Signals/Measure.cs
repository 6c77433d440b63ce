namespace Platform.Components.Observability.Signals;

/// <summary>What is measured, in the words of whoever measures it.</summary>
public abstract record Measure
{
    private protected Measure()
    {
    }
}

/// <summary>A metric of CloudWatch.</summary>
/// <param name="Namespace">Such as <c>AWS/RDS</c>.</param>
/// <param name="Name">Such as <c>CPUUtilization</c>.</param>
/// <param name="Statistic">Such as <c>Average</c>, <c>Sum</c> or <c>p95</c>.</param>
/// <param name="Dimensions">Which of them, such as <c>DBInstanceIdentifier</c>.</param>
public sealed record Metric(string Namespace, string Name, string Statistic, IReadOnlyDictionary<string, Input<string>> Dimensions) : Measure
{
    /// <summary>A metric of a few dimensions.</summary>
    public static Metric Of(string metricNamespace, string name, string statistic, params (string Name, Input<string> Value)[] dimensions) =>
        new(metricNamespace, name, statistic, dimensions.ToDictionary(dimension => dimension.Name, dimension => dimension.Value));
}

/// <summary>A figure CloudWatch computes from metrics.</summary>
/// <param name="Expression">Metric math over the terms, such as <c>100 * errors / requests</c>.</param>
/// <param name="Terms">The metrics, by the name they have in the expression; lower case, as CloudWatch wants it.</param>
public sealed record Formula(string Expression, IReadOnlyDictionary<string, Metric> Terms) : Measure;

/// <summary>How far a metric is from what it has been at this hour of the week; the limit is the width of the band around that.</summary>
/// <param name="Of">The metric.</param>
public sealed record Unusual(Metric Of) : Measure;

/// <summary>What a log of CloudWatch answers: lines, not a figure; for boards, as no alarm looks at it.</summary>
/// <param name="Group">Log group.</param>
/// <param name="Text">The question in the language of Logs Insights.</param>
public sealed record LogLines(Output<string> Group, string Text) : Measure;

/// <summary>A figure of a Kubernetes cluster's Prometheus.</summary>
/// <param name="Text">PromQL that has a value for whatever is measured.</param>
/// <param name="Metrics">The metrics in it, each of which somebody must emit.</param>
public sealed record PromQuery(Input<string> Text, IReadOnlyList<string> Metrics) : Measure;
