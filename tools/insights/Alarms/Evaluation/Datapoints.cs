namespace Platform.Insights.Alarms.Evaluation;

/// <summary>M of N datapoints, as CloudWatch decides them.</summary>
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
            _ when known.Count - beyond > periods - needed => AlarmState.Ok,
            "ignore" => before,
            _ => known.Count == 0 ? AlarmState.InsufficientData : before,
        };
    }
}
