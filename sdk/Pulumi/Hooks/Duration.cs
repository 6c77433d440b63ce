using System.Globalization;

namespace Pulumi;

/// <summary>Time spans as the engine writes them: numbers with units, such as <c>1h30m</c> or <c>300000000000ns</c>.</summary>
internal static class Duration
{
    /// <exception cref="FormatException">It is no time span.</exception>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var ticks = 0m;
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
            {
                at++;
            }

            var unitStart = at;
            while (at < text.Length && !char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            var perUnit = TicksPer(text[unitStart..at]);
            if (perUnit is null || !decimal.TryParse(text.AsSpan(start, unitStart - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                throw new FormatException($"'{text}' is no time span; one looks like 1h30m or 300000000000ns.");
            }

            ticks += number * perUnit.Value;
        }

        return TimeSpan.FromTicks((long)ticks);
    }

    private static decimal? TicksPer(string unit) => unit switch
    {
        "ns" => 0.01m,
        "us" or "µs" => TimeSpan.TicksPerMicrosecond,
        "ms" => TimeSpan.TicksPerMillisecond,
        "s" => TimeSpan.TicksPerSecond,
        "m" => TimeSpan.TicksPerMinute,
        "h" => TimeSpan.TicksPerHour,
        _ => null,
    };
}
