using System.Globalization;

namespace Platform.Cli.Arguments;

/// <summary>Reads a length of time as people type it: <c>90s</c>, <c>5m</c>, <c>1h30m</c>.</summary>
internal static class Duration
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>The time; <c>null</c> if it is none, is zero or is longer than a day.</summary>
    public static TimeSpan? Parse(string text)
    {
        var total = TimeSpan.Zero;
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits is <= 0 or > 6)
            {
                return null;
            }

            var number = int.Parse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
            rest = rest[digits..];
            var letters = rest.IndexOfAnyInRange('0', '9') is var next && next < 0 ? rest.Length : next;
            if (Unit(rest[..letters]) is not { } unit)
            {
                return null;
            }

            total += number * unit;
            rest = rest[letters..];
        }

        return total > TimeSpan.Zero && total <= Longest ? total : null;
    }

    private static TimeSpan? Unit(ReadOnlySpan<char> unit) => unit switch
    {
        "ms" => TimeSpan.FromMilliseconds(1),
        "s" => TimeSpan.FromSeconds(1),
        "m" => TimeSpan.FromMinutes(1),
        "h" => TimeSpan.FromHours(1),
        _ => null,
    };
}
