using System.Security.Cryptography;
using System.Text;

namespace Platform.Engine.Placeholders;

/// <summary>The part of every placeholder that tells where it comes from: 17 hexadecimal digits that begin with <c>0ff1</c>.</summary>
/// <remarks>
/// 17 digits, because that is the room an EC2 id offers, the tightest of the usual forms; 13 of them are of a SHA-256 hash.
/// Letter case does not matter, and hyphens may stand inside, so that a mark also fits into upper-case ids and UUIDs.
/// </remarks>
internal static class Mark
{
    /// <summary>How a mark begins; "off-line" for whoever reads it.</summary>
    public const string Prefix = "0ff1";

    /// <summary>Digits of a mark, the prefix included.</summary>
    public const int Length = 17;

    private const int MaxHyphens = 4;

    /// <summary>The mark of an output.</summary>
    /// <param name="source">The resource's URN, or what else the value comes from.</param>
    /// <param name="path">The output's path.</param>
    public static string Of(string source, string path) => Digits(source, path, Length);

    /// <summary>A longer text of hexadecimal digits that begins with the mark.</summary>
    /// <param name="source">The resource's URN, or what else the value comes from.</param>
    /// <param name="path">The output's path.</param>
    /// <param name="count">How many digits, up to 68.</param>
    public static string Digits(string source, string path, int count) =>
        string.Concat(Prefix, Convert.ToHexStringLower(Hash(source, path)))[..count];

    /// <summary>The mark as (part of) a UUID.</summary>
    public static string Uuid(string source, string path)
    {
        var digits = Digits(source, path, 32);
        return $"{digits[..8]}-{digits[8..12]}-{digits[12..16]}-{digits[16..20]}-{digits[20..]}";
    }

    /// <summary>The hash behind the mark, for forms that have no room for it.</summary>
    public static byte[] Hash(string source, string path) => SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\0{path}"));

    /// <summary>Every place of a text that could be a mark: its digits in lower case, and where it begins and ends.</summary>
    public static IEnumerable<(string Mark, int Start, int End)> Candidates(string text)
    {
        for (var start = Next(text, 0); start >= 0; start = Next(text, start + 1))
        {
            if (Collect(text, start) is var (mark, end))
            {
                yield return (mark, start, end);
            }
        }
    }

    /// <summary>Whether a text can hold a mark at all; most do not.</summary>
    public static bool MayBeIn(string text) => text.Length >= Length && Next(text, 0) >= 0;

    private static int Next(string text, int from) => text.IndexOf(Prefix, from, StringComparison.OrdinalIgnoreCase);

    private static (string Mark, int End)? Collect(string text, int start)
    {
        Span<char> digits = stackalloc char[Length];
        var count = 0;
        var hyphens = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsAsciiHexDigit(text[i]))
            {
                digits[count++] = char.ToLowerInvariant(text[i]);
                if (count == Length)
                {
                    return (new string(digits), i + 1);
                }
            }
            else if (text[i] != '-' || ++hyphens > MaxHyphens)
            {
                return null;
            }
        }

        return null;
    }
}
