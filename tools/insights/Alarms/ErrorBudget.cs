using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Graph;
using Platform.Insights.Alarms.Evaluation;

namespace Platform.Insights.Alarms;

/// <summary>What may go wrong in thirty days, and how soon somebody hears when it goes wrong faster; read from the burn-rate alarms of a plan.</summary>
/// <param name="Name">The objective, as its alarms are named.</param>
/// <param name="Budget">The share that may be bad.</param>
/// <param name="Rates">The rates, fastest first.</param>
public sealed partial record ErrorBudget(string Name, double Budget, ImmutableArray<BudgetRate> Rates)
{
    private const int Days = 30;

    /// <summary>The budget in minutes of complete failure.</summary>
    public double Minutes => Budget * Days * 24 * 60;

    /// <summary>The budgets of a plan, by name.</summary>
    public static ImmutableArray<ErrorBudget> Of(ResourceGraph graph) =>
    [
        .. AlarmReader.Read(graph).OfType<MetricAlarm>()
            .Select(alarm => (Alarm: alarm, Form: BurnForm().Match(alarm.Resource.Name)))
            .Where(burn => burn.Form.Success && burn.Alarm.Threshold is not null)
            .GroupBy(burn => burn.Form.Groups["objective"].Value, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
            {
                var rates = group.Select(burn => new BudgetRate(Factor(burn.Form), burn.Alarm)).OrderByDescending(rate => rate.Factor).ToImmutableArray();
                return new ErrorBudget(group.Key, Math.Round(rates[0].Alarm.Threshold!.Value / rates[0].Factor, 9), rates);
            }),
    ];

    /// <summary>How much of the budget a scenario uses up, per cent; null where it has no data for it.</summary>
    public double? UsedPercent(Scenario scenario)
    {
        var evaluator = new MetricEvaluator(Rates[0].Alarm with { PeriodSeconds = 60 }, new SeriesSource(scenario, 1));
        var bad = Enumerable.Range(0, scenario.Minutes).Select(evaluator.Figure).OfType<double>().ToList();
        return bad.Count == 0 ? null : bad.Sum() / Minutes * 100;
    }

    // The word in the name is the whole part of the factor.
    private static double Factor(Match form) => form.Groups["factor"].Value == "14" ? 14.4 : double.Parse(form.Groups["factor"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<objective>.+)-(?<factor>[0-9]+)x-long$")]
    private static partial Regex BurnForm();
}

/// <summary>A rate at which somebody hears.</summary>
/// <param name="Factor">Times the speed that would just use the budget up.</param>
/// <param name="Alarm">The alarm on its long window.</param>
public sealed record BudgetRate(double Factor, MetricAlarm Alarm)
{
    /// <summary>Length of the long window, hours.</summary>
    public double Hours => Alarm.PeriodSeconds * Alarm.Periods / 3600.0;

    /// <summary>Hours until the budget is gone at this rate.</summary>
    public double HoursToNothing => 30 * 24 / Factor;

    /// <summary>Part of the budget that is gone when somebody hears, per cent.</summary>
    public double SpentPercent => Factor * Hours / (30 * 24) * 100;
}
