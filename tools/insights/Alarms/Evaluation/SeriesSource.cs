namespace Platform.Insights.Alarms.Evaluation;

/// <summary>The datapoints a scenario gives an alarm, minute by minute, and what CloudWatch makes of them over a period.</summary>
internal sealed class SeriesSource
{
    private readonly Scenario _scenario;
    private readonly int _history;
    private readonly Dictionary<(string, MetricKey, bool), Minutes> _series = [];

    /// <param name="scenario">The scenario.</param>
    /// <param name="history">Minutes before its start, all of them like any other day.</param>
    public SeriesSource(Scenario scenario, int history) => (_scenario, _history) = (scenario, history);

    /// <summary>The metric over the period that ends with a minute; null without data.</summary>
    /// <param name="alarm">Name of the alarm that asks.</param>
    /// <param name="key">The metric.</param>
    /// <param name="end">The last minute.</param>
    /// <param name="length">Length of the period, minutes.</param>
    /// <param name="usual">Whether what it is like on any other day is asked.</param>
    public double? Over(string alarm, MetricKey key, int end, int length, bool usual = false)
    {
        if (!_series.TryGetValue((alarm, key, usual), out var minutes))
        {
            minutes = _series[(alarm, key, usual)] = new Minutes(Values(alarm, key, usual));
        }

        var (first, last) = (end - length + 1 + _history, end + _history);
        return key.Statistic switch
        {
            "Sum" => minutes.Sum(first, last),
            "SampleCount" => minutes.Sum(first, last),
            "Maximum" => minutes.Extreme(first, last, Math.Max),
            "Minimum" => minutes.Extreme(first, last, Math.Min),

            // Of percentiles the scenario gives those of each minute; their mean stands for the one of the period.
            _ => minutes.Mean(first, last),
        };
    }

    private double?[] Values(string alarm, MetricKey key, bool usual)
    {
        var normal = _scenario.Normal.GetValueOrDefault($"{key.Path} {key.Statistic}") ?? _scenario.Normal.GetValueOrDefault(key.Path);
        var isElsewhere = _scenario.Elsewhere is { } elsewhere && Change.Fits(elsewhere, alarm);
        var changes = usual || isElsewhere ? [] : _scenario.Changes.Where(change => change.IsFor(alarm, key)).ToList();
        var values = new double?[_history + _scenario.Minutes];
        for (var minute = -_history; minute < _scenario.Minutes; minute++)
        {
            var value = normal?.At(minute);
            foreach (var change in changes)
            {
                value = minute >= change.From && minute < change.To ? change.At(minute, normal?.At(minute)) : value;
            }

            values[minute + _history] = value;
        }

        return values;
    }

    /// <summary>Values with their running sums, so that a long period costs no more than a short one.</summary>
    private sealed class Minutes(double?[] values)
    {
        private readonly double[] _sums = Running(values, value => value ?? 0);
        private readonly double[] _counts = Running(values, value => value is null ? 0 : 1);

        public double? Sum(int first, int last) => Count(first, last) > 0 ? Between(_sums, first, last) : null;

        public double? Mean(int first, int last) => Count(first, last) is > 0 and var count ? Between(_sums, first, last) / count : null;

        public double? Extreme(int first, int last, Func<double, double, double> choose) => Count(first, last) > 0
            ? values[Math.Max(0, first)..(last + 1)].OfType<double>().Aggregate(choose)
            : null;

        private double Count(int first, int last) => Between(_counts, first, last);

        private static double Between(double[] running, int first, int last) => running[last + 1] - running[Math.Max(0, first)];

        private static double[] Running(double?[] values, Func<double?, double> of)
        {
            var running = new double[values.Length + 1];
            for (var i = 0; i < values.Length; i++)
            {
                running[i + 1] = running[i] + of(values[i]);
            }

            return running;
        }
    }
}
