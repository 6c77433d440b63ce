using System.Collections.Immutable;
using Platform.Graph;

namespace Platform.Insights.Alarms;

/// <summary>An alarm as a plan has it.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Name">Its name in CloudWatch.</param>
/// <param name="Severity">What its tag says; <c>unknown</c> without one.</param>
/// <param name="Component">Whose health it is about, by its tag; empty without one.</param>
/// <param name="Tells">Names of the topics it writes to.</param>
public abstract record PlannedAlarm(Resource Resource, string Name, string Severity, string Component, ImmutableArray<string> Tells)
{
    /// <summary>Whether it reaches a person at once.</summary>
    public bool Pages => Tells.Length > 0 && Severity is "critical" or "high";
}

/// <summary>An alarm on one figure.</summary>
public sealed record MetricAlarm(Resource Resource, string Name, string Severity, string Component, ImmutableArray<string> Tells)
    : PlannedAlarm(Resource, Name, Severity, Component, Tells)
{
    /// <summary>What is computed, by its id; the one that decides is <see cref="Deciding"/>.</summary>
    public required ImmutableDictionary<string, Term> Terms { get; init; }

    /// <summary>The id of the figure the limit is for.</summary>
    public required string Deciding { get; init; }

    /// <summary>How figure and limit are compared, as CloudWatch names it.</summary>
    public required string Comparison { get; init; }

    /// <summary>The limit; null for a band.</summary>
    public double? Threshold { get; init; }

    /// <summary>The width of the band in standard deviations; null without one.</summary>
    public double? Band { get; init; }

    /// <summary>Length of a period, seconds.</summary>
    public required int PeriodSeconds { get; init; }

    /// <summary>Periods looked at.</summary>
    public required int Periods { get; init; }

    /// <summary>Periods beyond the limit that make an alarm.</summary>
    public required int Needed { get; init; }

    /// <summary>What a period without data counts as, as CloudWatch names it.</summary>
    public required string Missing { get; init; }
}

/// <summary>An alarm on other alarms.</summary>
public sealed record CompositeAlarm(Resource Resource, string Name, string Severity, string Component, ImmutableArray<string> Tells)
    : PlannedAlarm(Resource, Name, Severity, Component, Tells)
{
    /// <summary>When it is on.</summary>
    public required string Rule { get; init; }

    /// <summary>Name of the alarm that silences it; null if none does.</summary>
    public string? Suppressor { get; init; }

    /// <summary>Seconds it waits for that one.</summary>
    public int WaitSeconds { get; init; }

    /// <summary>Seconds it stays silent after that one has ended.</summary>
    public int ExtensionSeconds { get; init; }
}

/// <summary>One term of a figure: a metric or an expression over other terms.</summary>
/// <param name="Expression">The expression; null for a metric.</param>
/// <param name="Metric">The metric; null for an expression.</param>
public sealed record Term(string? Expression, MetricKey? Metric);

/// <summary>A metric, as far as a plan knows it.</summary>
/// <param name="Namespace">Such as <c>AWS/RDS</c>.</param>
/// <param name="Name">Such as <c>CPUUtilization</c>.</param>
/// <param name="Statistic">Such as <c>Average</c>.</param>
/// <param name="Dimensions">Its dimensions; values of resources that are not made yet are placeholders.</param>
public sealed record MetricKey(string Namespace, string Name, string Statistic, ImmutableSortedDictionary<string, string> Dimensions)
{
    /// <summary>Namespace and name.</summary>
    public string Path => $"{Namespace}/{Name}";
}
