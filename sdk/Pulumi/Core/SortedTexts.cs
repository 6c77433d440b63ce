namespace Pulumi;

/// <summary>Texts in ordinal order, each once. Made for a few: one that has none allocates nothing but itself.</summary>
internal sealed class SortedTexts
{
    private List<string>? _all;

    public IReadOnlyList<string> All => (IReadOnlyList<string>?)_all ?? [];

    public void Add(string text)
    {
        _all ??= [];
        var place = _all.BinarySearch(text, StringComparer.Ordinal);
        if (place < 0)
        {
            _all.Insert(~place, text);
        }
    }

    public void AddRange(IReadOnlyList<string> texts)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            Add(texts[i]);
        }
    }
}
