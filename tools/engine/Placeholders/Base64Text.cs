using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Engine.Placeholders;

/// <summary>Looks into base64, the form in which user data, certificates and configuration travel.</summary>
internal static partial class Base64Text
{
    /// <summary>The readable texts behind every longer base64 run of a text that could hold a mark.</summary>
    public static IEnumerable<string> Decode(string text)
    {
        foreach (Match run in Runs().Matches(text))
        {
            if (TryDecode(run.Value) is { } inner && inner.Contains(Mark.Prefix, StringComparison.OrdinalIgnoreCase))
            {
                yield return inner;
            }
        }
    }

    private static string? TryDecode(string run)
    {
        var padded = run.TrimEnd('=');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
    }

    // A mark has 17 characters, so its base64 has at least 23.
    [GeneratedRegex(@"[A-Za-z0-9+/]{23,}={0,2}")]
    private static partial Regex Runs();
}
