namespace Platform.Components.Observability.Signals;

/// <summary>How often the limit must be passed before somebody is told.</summary>
/// <param name="Seconds">Length of a period.</param>
/// <param name="Needed">Periods beyond the limit that make an alarm.</param>
/// <param name="Of">Periods looked at.</param>
/// <param name="Missing">What a period without data counts as.</param>
public sealed record Evaluation(int Seconds, int Needed, int Of, MissingData Missing = MissingData.Well)
{
    /// <summary>Every one of so many minutes.</summary>
    public static Evaluation Minutes(int minutes, MissingData missing = MissingData.Well) => new(60, minutes, minutes, missing);

    /// <summary>The shortest time from the first bad value to the alarm, in minutes.</summary>
    public double MinutesToAlarm => Needed * Seconds / 60.0;

    /// <summary>
    /// The same, on until it was well for as long as it takes to go off: trouble that comes and goes calls once, and not each time it comes.
    /// Windows of hours hold by themselves.
    /// </summary>
    public Evaluation Lasting => Needed == Of && Seconds <= 300 ? this with { Of = 2 * Needed } : this;

    /// <summary>In words.</summary>
    public override string ToString() => Needed == Of
        ? $"for {Length(Needed * Seconds)}"
        : $"in {Needed} of {Of} periods of {Length(Seconds)}";

    private static string Length(int seconds) => seconds switch
    {
        >= 86_400 when seconds % 86_400 == 0 => $"{seconds / 86_400} d",
        >= 3_600 when seconds % 3_600 == 0 => $"{seconds / 3_600} h",
        _ => $"{seconds / 60} min",
    };
}

/// <summary>What a period without data counts as.</summary>
public enum MissingData
{
    /// <summary>Within the limit: no requests, no errors.</summary>
    Well,

    /// <summary>Beyond the limit: a heart that does not beat.</summary>
    Bad,

    /// <summary>Nothing: the state stays what it was, as for what is measured once a day or stopped at night.</summary>
    Nothing,
}
