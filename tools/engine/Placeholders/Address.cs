using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Engine.Placeholders;

/// <summary>Addresses that cannot exist, for outputs that must be addresses: the reserved block 240.0.0.0/5 (RFC 1112) and 2001:db8::/32 (RFC 3849).</summary>
internal static partial class Address
{
    /// <summary>An IPv4 address.</summary>
    public static string V4(string source, string path)
    {
        var hash = Mark.Hash(source, path);
        return string.Create(CultureInfo.InvariantCulture, $"{240 + hash[0] % 8}.{hash[1]}.{hash[2]}.{hash[3]}");
    }

    /// <summary>An IPv4 block of the given prefix length, a multiple of 8.</summary>
    public static string Block(string source, string path, int prefix)
    {
        var parts = V4(source, path).Split('.');
        return $"{string.Join('.', parts.Take(prefix / 8).Concat(Enumerable.Repeat("0", 4 - prefix / 8)))}/{prefix.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>An IPv6 address, all eight groups written out.</summary>
    public static string V6(string source, string path)
    {
        var digits = Convert.ToHexStringLower(Mark.Hash(source, path));
        return $"2001:db8:{string.Join(':', Enumerable.Range(0, 6).Select(group => digits.Substring(group * 4, 4)))}";
    }

    /// <summary>An IPv6 block of 56 bits.</summary>
    public static string Block6(string source, string path)
    {
        var digits = Convert.ToHexStringLower(Mark.Hash(source, path));
        return $"2001:db8:{digits[..4]}:{digits[4..6]}00::/56";
    }

    /// <summary>Every part of a text that could be such an address or block; a block also counts as its address.</summary>
    public static IEnumerable<string> Candidates(string text)
    {
        var four = MayBeFour(text) ? Pattern4().Matches(text) : Enumerable.Empty<Match>();
        var six = MayBeSix(text) ? Pattern6().Matches(text) : Enumerable.Empty<Match>();
        foreach (var found in four.Concat(six).Select(match => match.Value))
        {
            yield return found;
            if (found.IndexOf('/', StringComparison.Ordinal) is var cut and > 0)
            {
                yield return found[..cut];
            }
        }
    }

    /// <summary>Whether a text can hold such an address at all; most do not.</summary>
    public static bool MayBeIn(string text) => MayBeFour(text) || MayBeSix(text);

    private static bool MayBeFour(string text) => text.Contains("24", StringComparison.Ordinal);

    private static bool MayBeSix(string text) => text.Contains("2001:db8:", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![\d.])24[0-7]\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d.]*\d)(/\d{1,2})?")]
    private static partial Regex Pattern4();

    [GeneratedRegex(@"2001:db8(:[0-9a-f]{1,4}){1,6}(::)?(/\d{1,3})?")]
    private static partial Regex Pattern6();
}
