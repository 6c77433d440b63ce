using System.Buffers;
using System.Collections;
using System.Text;
using System.Text.Encodings.Web;

namespace Pulumi;

/// <summary>
/// The texts known to be secret, so that error messages, which may quote anything, can be cleaned of them. Only
/// reporting an error costs anything; remembering is a look-up.
/// </summary>
internal static class Secrets
{
    public const string Mask = "[secret]";

    // Shorter ones would blot out ordinary words.
    private const int ShortestLength = 4;

    // Enough for any real program; a generator of secrets must not eat up the memory.
    private const int Capacity = 65_536;
    private const int DeepestNesting = 16;

    private static readonly Lock Gate = new();
    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal);
    private static SearchValues<string>? _finder;

    /// <summary>Remembers a secret text, or every text inside a secret collection.</summary>
    public static void Remember(object? value) => Remember(value, DeepestNesting);

    /// <summary>The text with every secret in it replaced, also where it is written as JSON writes it.</summary>
    public static string Scrub(string text)
    {
        var finder = Finder();
        if (finder is null || text.AsSpan().IndexOfAny(finder) < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(finder); at >= 0; at = rest.IndexOfAny(finder))
        {
            clean.Append(rest[..at]).Append(Mask);
            rest = rest[(at + LongestAt(rest[at..]))..];
        }

        return clean.Append(rest).ToString();
    }

    private static void Remember(object? value, int depth)
    {
        switch (value)
        {
            case string text when text.Length >= ShortestLength:
                Add(text);
                break;

            case IUnion union:
                Remember(union.Value, depth);
                break;

            case IDictionary map when depth > 0:
                foreach (DictionaryEntry entry in map)
                {
                    Remember(entry.Value, depth - 1);
                }

                break;

            case IList list when depth > 0 && !Serialization.ImmutableArrays.IsDefault(list):
                foreach (var element in list)
                {
                    Remember(element, depth - 1);
                }

                break;
        }
    }

    private static void Add(string text)
    {
        lock (Gate)
        {
            if (Texts.Count < Capacity && Texts.Add(text))
            {
                _finder = null;
            }
        }
    }

    private static SearchValues<string>? Finder()
    {
        lock (Gate)
        {
            if (_finder is null && Texts.Count > 0)
            {
                foreach (var text in Texts.ToArray())
                {
                    Texts.Add(JavaScriptEncoder.Default.Encode(text));
                    Texts.Add(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text));
                }

                _finder = SearchValues.Create([.. Texts], StringComparison.Ordinal);
            }

            return _finder;
        }
    }

    // Of two secrets that begin at the same place the longer one must go whole.
    private static int LongestAt(ReadOnlySpan<char> text)
    {
        var longest = 0;
        lock (Gate)
        {
            foreach (var candidate in Texts)
            {
                if (candidate.Length > longest && text.StartsWith(candidate, StringComparison.Ordinal))
                {
                    longest = candidate.Length;
                }
            }
        }

        return longest;
    }
}
