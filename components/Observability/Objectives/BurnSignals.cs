using Platform.Components.Observability.Signals;

namespace Platform.Components.Observability.Objectives;

/// <summary>The two signals of each burn rate of an objective: CloudWatch alarms look at one window each.</summary>
internal static class BurnSignals
{
    private const int Day = 86_400;

    /// <summary>What a burn says, whoever measures it.</summary>
    public static Signal Describe(Objective objective, BurnRate rate, Severity severity) => new(
        $"{objective.Key}-budget-{(severity.Pages() ? "page" : "ticket")}", objective.Bad ?? new Formula("", new Dictionary<string, Metric>()), "share",
        Limit.Above(rate.Share(objective), objective.Source),
        severity, objective.Layer, objective.Runbook, $"Broken promise ahead: {objective.Meaning}");

    public static IEnumerable<(BurnRate Rate, Signal Long, Signal Short)> Of(Objective objective)
    {
        if (objective.Bad is not { } bad)
        {
            yield break;
        }

        foreach (var rate in BurnRate.Of(objective))
        {
            yield return (rate, Window("long", rate.LongSeconds), Window("short", rate.ShortSeconds));

            // No period is longer than a day: three days are three days in a row.
            Signal Window(string length, int seconds) => new($"{objective.Key}-{rate.Word}-{length}", bad, "share",
                Limit.Above(rate.Share(objective), $"{rate.Factor} × {objective.Budget:0.#####} of {objective.Source}"),
                rate.Severity, objective.Layer, objective.Runbook,
                $"{objective.Meaning} The budget of {Objective.Days} days burns {rate.Factor} times too fast.")
                { Evaluation = seconds > Day ? new(Day, seconds / Day, seconds / Day) : new(seconds, 1, 1) };
        }
    }
}
