using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Platform.Insights.Alarms.Evaluation;

/// <summary>A course of events to replay against planned alarms, and who must be called for it.</summary>
/// <param name="Name">What happens, in a few words.</param>
/// <param name="Minutes">How long it is looked at.</param>
/// <param name="Normal">What metrics show on a day like any other, by metric path or by path and statistic.</param>
/// <param name="Changes">What is different, in order; a later one wins.</param>
/// <param name="Expected">Who must be told, and who alone may be called; null where nothing is expected.</param>
public sealed record Scenario(
    string Name,
    int Minutes,
    ImmutableDictionary<string, NormalCourse> Normal,
    ImmutableArray<Change> Changes,
    ImmutableArray<Expectation>? Expected)
{
    /// <summary>Alarms for which nothing changes, by a pattern of their names, such as those of another region; null: none.</summary>
    public string? Elsewhere { get; init; }
}

/// <summary>A metric on a day like any other.</summary>
/// <param name="Value">Its mean; null: no data.</param>
/// <param name="SwingPercent">How far it swings around it.</param>
/// <param name="SwingMinutes">Length of a swing.</param>
public sealed record NormalCourse(double? Value, double SwingPercent = 0, int SwingMinutes = 60)
{
    /// <summary>Its value in a minute; the same minute always has the same one.</summary>
    public double? At(int minute) => Value * (1 + (SwingPercent / 100 * Math.Sin(2 * Math.PI * minute / SwingMinutes)));
}

/// <summary>Something that is different for a while.</summary>
/// <param name="Metric">Path of the metric, or path and statistic; with <c>*</c>, of several.</param>
/// <param name="From">First minute.</param>
/// <param name="To">Minute after the last one.</param>
public sealed record Change(string Metric, int From, int To)
{
    /// <summary>Alarms it is for, by a pattern of their names with <c>*</c>; null: all.</summary>
    public string? Alarms { get; init; }

    /// <summary>Metrics it is for, by a pattern of one of their dimensions' values; null: all.</summary>
    public string? Dimension { get; init; }

    /// <summary>The value; where <see cref="RampTo"/> is set, the first one.</summary>
    public double? Value { get; init; }

    /// <summary>The value it rises or falls to by the end.</summary>
    public double? RampTo { get; init; }

    /// <summary>What the normal value is multiplied with.</summary>
    public double? Times { get; init; }

    /// <summary>Whether there is no data at all.</summary>
    public bool Missing { get; init; }

    /// <summary>The value in a minute within it.</summary>
    public double? At(int minute, double? normal)
    {
        if (Missing)
        {
            return null;
        }

        var first = Value ?? normal * (Times ?? 1);
        return RampTo is { } last ? first + ((last - first) * (minute - From) / Math.Max(1, To - From - 1)) : first;
    }

    /// <summary>Whether it is for a metric of an alarm.</summary>
    public bool IsFor(string alarm, MetricKey key) =>
        IsOf(key)
        && Fits(Alarms, alarm)
        && (Dimension is null || key.Dimensions.Values.Any(value => Fits(Dimension, value)));

    /// <summary>Whether it is about a metric, whatever else narrows it.</summary>
    public bool IsOf(MetricKey key) => Fits(Metric, key.Path) || Fits(Metric, $"{key.Path} {key.Statistic}");

    /// <summary>Whether a text fits a pattern with <c>*</c>.</summary>
    internal static bool Fits(string? pattern, string text) =>
        pattern is null || pattern == text || (pattern.Contains('*', StringComparison.Ordinal) && Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant));
}

/// <summary>A message that must be sent; a page that is not expected is a fault.</summary>
/// <param name="Alarm">Name of the alarm that sends it, as a pattern with <c>*</c>.</param>
/// <param name="From">First minute in which it may come.</param>
/// <param name="To">Last minute in which it may come.</param>
public sealed record Expectation(string Alarm, int From, int To);
