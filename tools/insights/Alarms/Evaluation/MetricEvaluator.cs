namespace Platform.Insights.Alarms.Evaluation;

/// <summary>Says for each minute what an alarm on a figure would say.</summary>
internal sealed class MetricEvaluator(MetricAlarm alarm, SeriesSource series)
{
    /// <summary>How far a metric varies by chance, as a share of what is usual: a scenario has no weeks to learn it from.</summary>
    private const double UsualDeviation = 0.1;

    private readonly Dictionary<int, double?> _seen = [];

    private int Minutes => Math.Max(1, alarm.PeriodSeconds / 60);

    /// <summary>Minutes it looks back.</summary>
    public int Reach => Minutes * (alarm.Periods + Datapoints.Spare + 1);       // one more, to which RATE compares

    /// <summary>The state after a minute.</summary>
    public AlarmState At(int minute, AlarmState before)
    {
        var recent = new bool?[alarm.Periods + Datapoints.Spare];
        for (var i = 0; i < recent.Length; i++)
        {
            recent[i] = Beyond(minute - (i * Minutes));
        }

        return Datapoints.Decide(recent, alarm.Periods, alarm.Needed, alarm.Missing, before);
    }

    /// <summary>The figure that decides, over the period that ends with a minute.</summary>
    public double? Figure(int minute)
    {
        if (!_seen.TryGetValue(minute, out var figure))
        {
            figure = _seen[minute] = Value(alarm.Deciding, minute, usual: false);
        }

        return figure;
    }

    private bool? Beyond(int minute)
    {
        if (Figure(minute) is not { } value)
        {
            return null;
        }

        if (alarm.Band is { } width)
        {
            var usual = Value(alarm.Deciding, minute, usual: true) ?? 0;
            return Math.Abs(value - usual) > width * UsualDeviation * Math.Abs(usual);
        }

        return alarm.Comparison switch
        {
            "GreaterThanThreshold" => value > alarm.Threshold,
            "GreaterThanOrEqualToThreshold" => value >= alarm.Threshold,
            "LessThanThreshold" => value < alarm.Threshold,
            "LessThanOrEqualToThreshold" => value <= alarm.Threshold,
            _ => throw new FormatException($"{alarm.Name} compares by {alarm.Comparison}, which cannot be replayed."),
        };
    }

    private double? Value(string id, int minute, bool usual) => alarm.Terms.GetValueOrDefault(id) switch
    {
        { Metric: { } key } => series.Over(alarm.Resource.Name, key, minute, Minutes, usual),
        { Expression: { } expression } => MetricMath.Evaluate(
            expression, alarm.PeriodSeconds, (term, back) => Value(term, minute - (back * Minutes), usual)),
        _ => throw new FormatException($"{alarm.Name} has no '{id}'."),
    };
}
