using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Objectives;

/// <summary>
/// How fast a budget may burn before somebody is told. A long window tells that it matters, a short one that it goes on. Source: the
/// table of the SRE workbook for thirty days, with the third row as sloth adds it.
/// </summary>
/// <param name="Factor">Times the speed that would use the budget up in just its thirty days.</param>
/// <param name="LongSeconds">The long window.</param>
/// <param name="ShortSeconds">The short window.</param>
/// <param name="Severity">How soon somebody must answer.</param>
public sealed record BurnRate(double Factor, int LongSeconds, int ShortSeconds, Severity Severity)
{
    private const int Hour = 3600;

    /// <summary>The four rates, fastest first.</summary>
    public static IReadOnlyList<BurnRate> All { get; } =
    [
        new(14.4, Hour, Hour / 12, Severity.Critical),
        new(6, 6 * Hour, Hour / 2, Severity.Critical),
        new(3, 24 * Hour, 2 * Hour, Severity.Medium),
        new(1, 72 * Hour, 6 * Hour, Severity.Medium),
    ];

    /// <summary>The part of the budget that is gone when the long window is full, per cent.</summary>
    public double BudgetPercent => Factor * LongSeconds / (Objective.Days * 24.0 * Hour) * 100;

    /// <summary>The rate as it stands in names, such as <c>14x</c>.</summary>
    public string Word => $"{(int)Factor}x";

    /// <summary>
    /// The rates at which an objective can burn: one whose share of bad ones would be 90 % or more says the same as an outage, and
    /// only those for tickets where nobody is to be called.
    /// </summary>
    public static IEnumerable<BurnRate> Of(Objective objective) =>
        All.Where(rate => rate.Factor * objective.Budget < 0.9 && (objective.Pages || !rate.Severity.Pages()));

    /// <summary>The share of bad ones above which the budget burns this fast.</summary>
    public double Share(Objective objective) => Math.Round(Factor * objective.Budget, 6);
}
