using System.Collections.Immutable;

namespace Platform.Insights.Alarms.Evaluation;

/// <summary>Holds a scenario against the alarms it is for: a name that nothing bears would change nothing and expect nothing, in silence.</summary>
public static class ScenarioCheck
{
    private const int MostNamed = 5;

    /// <summary>What is wrong with a scenario for these alarms; null: nothing.</summary>
    public static string? Problem(Scenario scenario, IReadOnlyCollection<PlannedAlarm> alarms)
    {
        var looks = alarms.OfType<MetricAlarm>()
            .SelectMany(alarm => alarm.Terms.Values.Select(term => term.Metric).OfType<MetricKey>().Select(key => (Alarm: alarm.Resource.Name, Key: key)))
            .ToList();
        return scenario.Changes.Select(change => Problem(change, looks)).FirstOrDefault(problem => problem is not null)
            ?? (scenario.Expected ?? []).Select(wanted => Problem(wanted, alarms)).FirstOrDefault(problem => problem is not null)
            ?? (scenario.Elsewhere is { } elsewhere && !alarms.Any(alarm => Change.Fits(elsewhere, alarm.Resource.Name))
                ? $"elsewhere is '{elsewhere}', but no alarm is called so."
                : null);
    }

    private static string? Problem(Change change, List<(string Alarm, MetricKey Key)> looks)
    {
        var ofMetric = looks.Where(look => change.IsOf(look.Key)).ToList();
        if (ofMetric.Count == 0)
        {
            return $"metric '{change.Metric}' is none that an alarm looks at; {Near(change.Metric, looks.SelectMany(look => new[] { look.Key.Path, $"{look.Key.Path} {look.Key.Statistic}" }))}.";
        }

        return ofMetric.Any(look => change.IsFor(look.Alarm, look.Key)) ? null
            : $"the change of '{change.Metric}' is for {Narrowed(change)}, but none of the alarms that look at it fits; they are {Some(ofMetric.Select(look => look.Alarm))}.";
    }

    private static string? Problem(Expectation wanted, IReadOnlyCollection<PlannedAlarm> alarms)
    {
        var named = alarms.Where(alarm => Change.Fits(wanted.Alarm, alarm.Resource.Name) || Change.Fits(wanted.Alarm, alarm.Name)).ToList();
        return named.Count == 0 ? $"alarm '{wanted.Alarm}' is expected, but no alarm is called so; {Near(wanted.Alarm, alarms.Select(alarm => alarm.Resource.Name))}."
            : named.Any(alarm => alarm.Tells.Length > 0) ? null
            : $"alarm '{wanted.Alarm}' is expected to tell somebody, but it tells nobody by itself; expect the page it is part of, such as {Some(alarms.Where(alarm => alarm.Pages).Select(alarm => alarm.Resource.Name))}.";
    }

    private static string Narrowed(Change change) => string.Join(" and ", new[]
    {
        change.Alarms is { } alarms ? $"alarms '{alarms}'" : null,
        change.Dimension is { } dimension ? $"dimension '{dimension}'" : null,
    }.OfType<string>());

    private static string Some(IEnumerable<string> names)
    {
        var all = names.Distinct().Order(StringComparer.Ordinal).ToList();
        return string.Join(", ", all.Take(MostNamed)) + (all.Count > MostNamed ? " and others" : "");
    }

    /// <summary>The known names that are closest to one that is not known.</summary>
    private static string Near(string wanted, IEnumerable<string> known)
    {
        var nearest = known.Distinct()
            .Select(name => (Name: name, Distance: Distance(wanted, name)))
            .OrderBy(each => each.Distance).ThenBy(each => each.Name, StringComparer.Ordinal)
            .Take(3).Select(each => each.Name).ToImmutableArray();
        return nearest.IsEmpty ? "the plan has none" : $"closest are {string.Join(", ", nearest)}";
    }

    // The least number of letters to insert, delete or replace.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var (corner, _) = (row[0], row[0] = i);
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1;
                var best = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + cost);
                (corner, row[j]) = (row[j], best);
            }
        }

        return row[^1];
    }
}
