using System.Collections.Frozen;

namespace Platform.Insights.Diff.Facts;

/// <summary>Which properties a provider cannot change in place: <c>Tables/replacements</c>, each row with its source.</summary>
internal static class ReplacementTable
{
    private static readonly Lazy<FrozenDictionary<string, ReplacementRow>> ByType = new(() =>
        FactTable.Rows("replacements/").Select(ReplacementRow.Parse).ToFrozenDictionary(row => row.Type, StringComparer.Ordinal));

    // The provider replaces every object, also of a kind nobody knows, that moves to another name or namespace.
    private static readonly ReplacementRow AnyKubernetesObject = ReplacementRow.Parse(
        ["kubernetes", "metadata.name, metadata.namespace", "", "https://www.pulumi.com/registry/packages/kubernetes/"]);

    /// <summary>Every row.</summary>
    public static IEnumerable<ReplacementRow> Rows => ByType.Value.Values;

    /// <summary>What a change of this property means for the resource, and where that is said.</summary>
    public static (Replacement Replacement, string? Reason) Of(string type, PropertyChange change)
    {
        if (type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
        {
            return (Replacement.Never, null);   // a new configuration; what it manages is judged resource by resource
        }

        return ByType.Value.TryGetValue(type, out var row) ? row.Of(change)
            : type.StartsWith("kubernetes:", StringComparison.Ordinal) ? AnyKubernetesObject.Of(change)
            : (Replacement.Possible, "nothing is known about this type: the provider may replace it");
    }
}
