using System.Globalization;

namespace Platform.Engine.GoText;

/// <summary>Time spans as programs write them, such as <c>1h30m</c>, <c>5m0s</c> or <c>300000000000ns</c>.</summary>
internal static class GoDuration
{
    /// <summary>The span in seconds, as a state has it: <c>300s</c>; <c>null</c> if the text is no time span.</summary>
    public static string? InSeconds(string text)
    {
        var seconds = 0m;
        var at = 0;
        while (at < text.Length)
        {
            var number = at + Count(text.AsSpan(at), static c => char.IsAsciiDigit(c) || c == '.');
            var unit = number + Count(text.AsSpan(number), static c => !char.IsAsciiDigit(c) && c != '.');
            if (SecondsPer(text[number..unit]) is not { } perUnit
                || !decimal.TryParse(text.AsSpan(at, number - at), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
                || count > long.MaxValue / 3_600)
            {
                return null;
            }

            seconds += count * perUnit;
            at = unit;
        }

        return text.Length == 0 ? null : $"{seconds.ToString("0.#########", CultureInfo.InvariantCulture)}s";
    }

    private static int Count(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        var count = 0;
        while (count < text.Length && belongs(text[count]))
        {
            count++;
        }

        return count;
    }

    private static decimal? SecondsPer(string unit) => unit switch
    {
        "ns" => 0.000_000_001m,
        "us" or "µs" or "μs" => 0.000_001m,
        "ms" => 0.001m,
        "s" => 1m,
        "m" => 60m,
        "h" => 3_600m,
        _ => null,
    };
}
