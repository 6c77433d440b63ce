using System.Globalization;

namespace Platform.Components.Scheduling;

/// <summary>A part of the day in UTC, such as a backup window; it may run past midnight.</summary>
/// <param name="Start">When it begins, UTC.</param>
/// <param name="Minutes">How long it lasts.</param>
public readonly record struct TimeWindow(TimeOnly Start, int Minutes)
{
    /// <summary>Reads <c>hh:mm-hh:mm</c>; false for anything else and for a window of no length.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="window">The window, when the text is one.</param>
    public static bool TryParse(string text, out TimeWindow window)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        window = default;
        if (dash < 0 || !TryTime(text[..dash], out var start) || !TryTime(text[(dash + 1)..], out var end) || start == end)
        {
            return false;
        }

        window = new TimeWindow(start, (int)(end - start).TotalMinutes);
        return true;
    }

    /// <summary>Whether two windows share a moment, on whatever days they take place.</summary>
    /// <param name="other">The window to compare with.</param>
    public bool Overlaps(TimeWindow other) => Reaches(other.Start) || other.Reaches(Start);

    /// <summary>Whether <paramref name="other"/> lies wholly within this window.</summary>
    /// <param name="other">The window to look for.</param>
    public bool Contains(TimeWindow other) => (other.Start - Start).TotalMinutes + other.Minutes <= Minutes;

    /// <summary>The window as <c>hh:mm-hh:mm</c>, the form AWS takes.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Start:HH\\:mm}-{Start.AddMinutes(Minutes):HH\\:mm}");

    private bool Reaches(TimeOnly moment) => (moment - Start).TotalMinutes < Minutes;

    private static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
