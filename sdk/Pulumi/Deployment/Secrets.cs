using System.Buffers;
using System.Collections;
using System.Text;
using System.Text.Encodings.Web;

namespace Pulumi;

/// <summary>
/// The texts known to be secret, so that error messages, which may quote anything, can be cleaned of them. Only
/// reporting an error costs anything; remembering is a look-up. Each deployment has its own, so that two tests in one
/// process do not blot out each other's words.
/// </summary>
internal sealed class Secrets
{
    public const string Mask = "[secret]";

    // Shorter ones would blot out ordinary words.
    private const int ShortestLength = 4;

    // Enough for any real program; a generator of secrets must not eat up the memory.
    private const int Capacity = 65_536;
    private const int DeepestNesting = 16;

    // Outputs can be made before any deployment runs.
    private static readonly Secrets OfNoDeployment = new();

    private readonly Lock _gate = new();
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private SearchValues<string>? _finder;

    /// <summary>Remembers a secret text, or every text inside a secret collection, for the running deployment.</summary>
    public static void Remember(object? value) => (Deployment.Current?.Secrets ?? OfNoDeployment).Add(value);

    /// <summary>Remembers a secret text, or every text inside a secret collection.</summary>
    public void Add(object? value) => Add(value, DeepestNesting);

    /// <summary>The text with every secret in it replaced, also where it is written as JSON writes it.</summary>
    public string Scrub(string text) => Replace(this == OfNoDeployment ? text : OfNoDeployment.Scrub(text));

    private string Replace(string text)
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

    private void Add(object? value, int depth)
    {
        switch (value)
        {
            case string text when text.Length >= ShortestLength:
                AddText(text);
                break;

            case IUnion union:
                Add(union.Value, depth);
                break;

            case IDictionary map when depth > 0:
                foreach (DictionaryEntry entry in map)
                {
                    Add(entry.Value, depth - 1);
                }

                break;

            case IList list when depth > 0 && !Serialization.ImmutableArrays.IsDefault(list):
                foreach (var element in list)
                {
                    Add(element, depth - 1);
                }

                break;
        }
    }

    private void AddText(string text)
    {
        lock (_gate)
        {
            if (_texts.Count < Capacity && _texts.Add(text))
            {
                _finder = null;
            }
        }
    }

    private SearchValues<string>? Finder()
    {
        lock (_gate)
        {
            if (_finder is null && _texts.Count > 0)
            {
                foreach (var text in _texts.ToArray())
                {
                    _texts.Add(JavaScriptEncoder.Default.Encode(text));
                    _texts.Add(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text));
                }

                _finder = SearchValues.Create([.. _texts], StringComparison.Ordinal);
            }

            return _finder;
        }
    }

    // Of two secrets that begin at the same place the longer one must go whole.
    private int LongestAt(ReadOnlySpan<char> text)
    {
        var longest = 0;
        lock (_gate)
        {
            foreach (var candidate in _texts)
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
