namespace Platform.Insights.Alarms.Evaluation;

/// <summary>
/// M of N datapoints, as CloudWatch decides them. Source: its user guide, "How alarm state is evaluated when data is missing" and
/// "Avoiding premature transitions to alarm state".
/// </summary>
public static class Datapoints
{
    /// <summary>
    /// How many more periods than it looks at CloudWatch fetches, to have enough when some are missing. Source: the example of its user
    /// guide, five for three; the exact number is not documented.
    /// </summary>
    public const int Spare = 2;

    /// <summary>The state after a period.</summary>
    /// <param name="recent">Whether the periods were beyond the limit, the newest first, null where there was no data; <c>periods + Spare</c> of them.</param>
    /// <param name="periods">How many are looked at.</param>
    /// <param name="needed">How many of them make an alarm.</param>
    /// <param name="missing">What one without data counts as: <c>breaching</c>, <c>notBreaching</c>, <c>ignore</c> or <c>missing</c>.</param>
    /// <param name="before">The state until now.</param>
    public static AlarmState Decide(IReadOnlyList<bool?> recent, int periods, int needed, string missing, AlarmState before)
    {
        var known = recent.OfType<bool>().ToList();
        if (known.Count >= periods)
        {
            // Enough real ones: those without data are passed over.
            return known.Take(periods).Count(beyond => beyond) >= needed ? AlarmState.Alarm : AlarmState.Ok;
        }

        var beyond = known.Count(value => value);
        var open = periods - known.Count;
        return missing switch
        {
            "breaching" => beyond + open >= needed ? AlarmState.Alarm : AlarmState.Ok,
            "notBreaching" => beyond >= needed ? AlarmState.Alarm : AlarmState.Ok,
            _ when beyond >= needed => AlarmState.Alarm,
            _ when known.Count > beyond => AlarmState.Ok,
            "ignore" => before,

            // Nothing but bad ones, too few of them: enough once the oldest has waited as long as would be needed of a full series.
            _ => Oldest(recent) >= needed ? AlarmState.Alarm : AlarmState.InsufficientData,
        };
    }

    /// <summary>How many periods ago the oldest datapoint was, the newest period counting as one; 0: there is none.</summary>
    private static int Oldest(IReadOnlyList<bool?> recent)
    {
        var age = recent.Count;
        while (age > 0 && recent[age - 1] is null)
        {
            age--;
        }

        return age;
    }
}
