using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Engine.Placeholders;

/// <summary>Looks into base64, the form in which user data, certificates and configuration travel.</summary>
internal static partial class Base64Text
{
    /// <summary>The readable texts behind every longer base64 run of a text that could hold a mark.</summary>
    public static IEnumerable<string> Decode(string text)
    {
        // Most texts have no such run, and a run may have hundreds of millions of characters: no copy is made before a mark is seen.
        List<string>? found = null;
        foreach (var run in Runs().EnumerateMatches(text))
        {
            if (Decode(text.AsSpan(run.Index, run.Length)) is { } inner)
            {
                (found ??= []).Add(inner);
            }
        }

        return found ?? [];
    }

    private static string? Decode(ReadOnlySpan<char> run)
    {
        var digits = run.TrimEnd('=');
        var whole = digits.Length / 4 * 4;
        var buffer = ArrayPool<byte>.Shared.Rent(whole / 4 * 3 + 3);
        try
        {
            if (!Convert.TryFromBase64Chars(digits[..whole], buffer, out var count)
                || !Convert.TryFromBase64String(digits[whole..].ToString().PadRight(digits.Length == whole ? 0 : 4, '='), buffer.AsSpan(count), out var rest))
            {
                return null;
            }

            var bytes = buffer.AsSpan(0, count + rest);
            return HoldsPrefix(bytes) ? Encoding.UTF8.GetString(bytes) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool HoldsPrefix(ReadOnlySpan<byte> bytes)
    {
        for (var rest = bytes; rest.IndexOf("0"u8) is var at and >= 0 && rest.Length - at >= Mark.Prefix.Length; rest = rest[(at + 1)..])
        {
            if (Ascii.EqualsIgnoreCase(rest.Slice(at, Mark.Prefix.Length), Mark.Prefix))
            {
                return true;
            }
        }

        return false;
    }

    // A mark has 17 characters, so its base64 has at least 23.
    [GeneratedRegex(@"[A-Za-z0-9+/]{23,}={0,2}")]
    private static partial Regex Runs();
}
