using System.Globalization;

namespace Platform.Components.Scheduling;

/// <summary>
/// When people use an environment, Monday to Friday; outside of it compute is scaled to zero and databases are stopped.
/// Times are UTC, as are AWS backup and maintenance windows, so that the two can be compared and no clock change moves them apart.
/// </summary>
public sealed record WorkingHours
{
    /// <summary>How long before people arrive a stopped database is started, minutes.</summary>
    public const int DatabaseLeadMinutes = 20;

    /// <summary>Hours from <paramref name="from"/> to <paramref name="to"/>.</summary>
    /// <param name="from">Start of the day, UTC.</param>
    /// <param name="to">End of the day, UTC.</param>
    /// <exception cref="ArgumentException">See <see cref="Problem"/>.</exception>
    public WorkingHours(TimeOnly from, TimeOnly to)
    {
        if (Problem(from, to) is { } problem)
        {
            throw new ArgumentException($"Working hours {from:HH\\:mm} to {to:HH\\:mm} {problem}.");
        }

        (From, To) = (from, to);
    }

    /// <summary>Start of the day, UTC.</summary>
    public TimeOnly From { get; }

    /// <summary>End of the day, UTC.</summary>
    public TimeOnly To { get; }

    /// <summary>What is wrong with a pair of times, as the end of a sentence; null when it is sound.</summary>
    /// <param name="from">Start of the day, UTC.</param>
    /// <param name="to">End of the day, UTC.</param>
    public static string? Problem(TimeOnly from, TimeOnly to) =>
        from < Earliest || to > Latest ? "must lie between 00:30 and 23:30 UTC, so that databases start and stop on the same day"
        : to < from || to - from < Shortest ? "must last at least 4 hours, in which backups and maintenance take place"
        : null;

    /// <summary>Weekdays when people arrive.</summary>
    internal string Begin => Cron(From, Weekdays);

    /// <summary>Weekdays, early enough for a database to be up when people arrive.</summary>
    internal string BeginForDatabase => Cron(From.AddMinutes(-DatabaseLeadMinutes), Weekdays);

    /// <summary>Every evening. On weekends too: AWS starts a database by itself after seven stopped days.</summary>
    internal string End => Cron(To, EveryDay);

    /// <summary>Weekdays when people arrive, as groups of machines and Kubernetes write it.</summary>
    internal string BeginCrontab => Crontab(From, Weekdays);

    /// <summary>Every evening: whoever woke it on a weekend may forget.</summary>
    internal string EndCrontab => Crontab(To, EveryDay);

    /// <summary>A window of the day, counted from the start of work.</summary>
    internal TimeWindow Window(int minutesAfterStart, int minutes) => new(From.AddMinutes(minutesAfterStart), minutes);

    private const string Weekdays = "MON-FRI";

    private const string EveryDay = "*";

    private static readonly TimeOnly Earliest = new(0, 30);

    private static readonly TimeOnly Latest = new(23, 30);

    private static readonly TimeSpan Shortest = TimeSpan.FromHours(4);

    private static string Crontab(TimeOnly at, string days) => string.Create(CultureInfo.InvariantCulture, $"{at.Minute} {at.Hour} * * {days}");

    private static string Cron(TimeOnly at, string days) =>
        string.Create(CultureInfo.InvariantCulture, $"cron({at.Minute} {at.Hour} ? * {days} *)");
}
