using System.Buffers;
using System.Text;

namespace Platform.Engine.Placeholders;

/// <summary>Looks into base64, the form in which user data, certificates and configuration travel.</summary>
internal static class Base64Text
{
    // A mark has 17 characters, so its base64 has at least 23.
    private const int MinLength = 23;

    private static readonly SearchValues<char> Digits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

    /// <summary>The readable texts behind every longer base64 run of a text that could hold a mark.</summary>
    public static IReadOnlyList<string> Decode(string text)
    {
        // Most texts have no such run, and a run may have hundreds of millions of characters: no copy is made before a mark is seen.
        List<string>? found = null;
        var rest = text.AsSpan();
        while (rest.Length >= MinLength && rest.IndexOfAny(Digits) is var start and >= 0)
        {
            rest = rest[start..];
            var run = rest.IndexOfAnyExcept(Digits) is var end and >= 0 ? rest[..end] : rest;
            if (run.Length >= MinLength && Decode(run) is { } inner)
            {
                (found ??= []).Add(inner);
            }

            rest = rest[run.Length..];
        }

        return found ?? (IReadOnlyList<string>)[];
    }

    private static string? Decode(ReadOnlySpan<char> digits)
    {
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
}
