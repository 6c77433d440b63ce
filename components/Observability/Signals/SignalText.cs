using System.Collections.Immutable;

namespace Platform.Components.Observability.Signals;

/// <summary>Signals as they travel in the <c>platform</c> output of a component.</summary>
internal static class SignalText
{
    public static ImmutableArray<object> Of(IEnumerable<Signal> signals) => [.. signals.Select(Entry)];

    public static ImmutableArray<object> Of(IEnumerable<EventSignal> events) => [.. events.Select(happened => new Dictionary<string, object>
    {
        ["key"] = happened.Key,
        ["pattern"] = happened.Pattern,
        ["meaning"] = happened.Meaning,
        ["severity"] = happened.Severity.Word(),
        ["runbook"] = happened.Runbook,
        ["basic"] = happened.Basic,
    }.ToImmutableDictionary())];

    private static ImmutableDictionary<string, object> Entry(Signal signal)
    {
        var entry = new Dictionary<string, object>
        {
            ["key"] = signal.Key,
            ["measure"] = Entry(signal.Measure),
            ["unit"] = signal.Unit,
            ["meaning"] = signal.Meaning,
            ["limit"] = Entry(signal.Limit),
            ["severity"] = signal.Severity.Word(),
            ["layer"] = signal.Layer.ToString().ToLowerInvariant(),
            ["evaluation"] = new Dictionary<string, object>
            {
                ["seconds"] = signal.Evaluation.Seconds,
                ["needed"] = signal.Evaluation.Needed,
                ["of"] = signal.Evaluation.Of,
                ["missing"] = signal.Evaluation.Missing.ToString().ToLowerInvariant(),
            }.ToImmutableDictionary(),
            ["runbook"] = signal.Runbook,
            ["basic"] = signal.Basic,
        };
        Add(entry, "region", signal.Region);
        Add(entry, "owner", signal.Owner);
        return entry.ToImmutableDictionary();
    }

    private static ImmutableDictionary<string, object> Entry(Limit limit)
    {
        var entry = new Dictionary<string, object>
        {
            [limit.Side.ToString().ToLowerInvariant()] = limit.Value,
            ["source"] = limit.Source,
        };
        if (limit.Basic is { } basic)
        {
            entry["basic"] = basic;
        }

        return entry.ToImmutableDictionary();
    }

    private static ImmutableDictionary<string, object> Entry(Measure measure) => (measure switch
    {
        Metric metric => new Dictionary<string, object>
        {
            ["namespace"] = metric.Namespace,
            ["metric"] = metric.Name,
            ["statistic"] = metric.Statistic,

            // Each value by itself: one that is not known yet leaves the others readable.
            ["dimensions"] = metric.Dimensions.ToImmutableDictionary(pair => pair.Key, pair => (object)pair.Value.ToOutput()),
        },
        Formula formula => new Dictionary<string, object>
        {
            ["expression"] = formula.Expression,
            ["terms"] = formula.Terms.ToImmutableDictionary(pair => pair.Key, pair => (object)Entry(pair.Value)),
        },
        Unusual unusual => new Dictionary<string, object> { ["unusual"] = Entry(unusual.Of) },
        PromQuery query => new Dictionary<string, object>
        {
            ["promql"] = query.Text.ToOutput(),
            ["metrics"] = query.Metrics.ToImmutableArray<object>(),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "There is no such measure."),
    }).ToImmutableDictionary();

    private static void Add(Dictionary<string, object> entry, string key, string? value)
    {
        if (value is not null)
        {
            entry[key] = value;
        }
    }
}
