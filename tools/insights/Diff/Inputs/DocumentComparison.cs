using Platform.Graph;

namespace Platform.Insights.Diff.Inputs;

/// <summary>Where two JSON documents differ.</summary>
internal static class DocumentComparison
{
    /// <summary>The differences of the documents that the property at <paramref name="path"/> holds; none if they say the same.</summary>
    public static IEnumerable<PropertyChange> Of(string path, PropertyValue old, PropertyValue now) => Compare("", old, now)
        .Select(found => new PropertyChange(path, found.Old, found.Now) { Inside = found.Inside.Length == 0 ? null : found.Inside });

    private static IEnumerable<(string Inside, PropertyValue? Old, PropertyValue? Now)> Compare(string inside, PropertyValue? old, PropertyValue? now) => (old, now) switch
    {
        (MapValue then, MapValue given) => then.Members.Keys.Union(given.Members.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .SelectMany(key => Compare(PropertyPath.Member(inside, key), then[key], given[key])),
        (ListValue then, ListValue given) => Enumerable.Range(0, Math.Max(then.Items.Length, given.Items.Length))
            .SelectMany(index => Compare(PropertyPath.Element(inside, index), then[index], given[index])),
        (NullValue or null, NullValue or null) => [],
        _ when old is not null && old.Equals(now) => [],
        _ => [(inside, old, now)],
    };
}
