namespace Platform.Components.Observability.Signals;

/// <summary>A signal that is counted in a log: CloudWatch makes a metric of the lines that fit.</summary>
/// <param name="Group">Log group.</param>
/// <param name="Pattern">Which lines fit, in the language of metric filters.</param>
/// <param name="Signal">The signal; it measures <see cref="Count"/>.</param>
public sealed record LogSignal(Output<string> Group, string Pattern, Signal Signal)
{
    /// <summary>Namespace of the metrics made from logs.</summary>
    public const string Namespace = "Platform/Logs";

    /// <summary>The metric of a filter: how many lines fit.</summary>
    /// <param name="name">Name of the filter, which names its metric.</param>
    public static Metric Count(string name) => Metric.Of(Namespace, name, "Sum");
}

/// <summary>A question to a log that somebody on call will ask; kept in CloudWatch, so that nobody has to write it at night.</summary>
/// <param name="Key">Name within the component, such as <c>slow-statements</c>.</param>
/// <param name="Group">Log group.</param>
/// <param name="Text">The question in the language of Logs Insights.</param>
public sealed record SavedQuery(string Key, Output<string> Group, string Text)
{
    /// <summary>Title under which the board for development shows the answer among the releases. Default: it is kept only.</summary>
    public string? Release { get; init; }
}

/// <summary>A component that tells about its health in logs.</summary>
public interface ILogging : IObserved
{
    /// <summary>What is counted in them.</summary>
    IReadOnlyList<LogSignal> LogSignals { get; }

    /// <summary>What will be asked of them.</summary>
    IReadOnlyList<SavedQuery> Queries { get; }
}
