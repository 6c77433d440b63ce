using System.Collections.Frozen;

namespace Platform.Insights.Diff;

/// <summary>Which properties a provider cannot change in place: <c>Tables/replacements.txt</c>, each row with its source.</summary>
internal static class ReplacementTable
{
    private const string AnyProperty = "*";
    private const string KubernetesSource = "https://www.pulumi.com/registry/packages/kubernetes/";
    private const string RandomSource = "https://registry.terraform.io/providers/hashicorp/random/latest/docs";

    private static readonly Lazy<FrozenDictionary<string, (string[] Properties, string Source)>> ByType = new(() =>
        FactTable.Rows("replacements.txt").ToFrozenDictionary(
            row => row[0],
            row => (row[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), row[2]),
            StringComparer.Ordinal));

    /// <summary>The types the table has rows for.</summary>
    public static IEnumerable<string> Types => ByType.Value.Keys;

    /// <summary>What a change of this property means for the resource, and where that is said.</summary>
    public static (Replacement Replacement, string? Reason) Of(string type, string path)
    {
        if (type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
        {
            return (Replacement.Never, null);   // a new configuration; what it manages is judged resource by resource
        }

        if (!ByType.Value.TryGetValue(type, out var row))
        {
            row = type.Split(':')[0] switch
            {
                "kubernetes" => (["metadata.name", "metadata.namespace", "kind"], KubernetesSource),
                "random" => ([AnyProperty], RandomSource),
                _ => ([], ""),
            };
            if (row.Properties.Length == 0)
            {
                return (Replacement.Possible, "nothing is known about this type: the provider may replace it");
            }
        }

        return Array.Find(row.Properties, property => property == AnyProperty || PathPattern.Covers(property, path)) is { } found
            ? (Replacement.Certain, $"{(found == AnyProperty ? path : found)} cannot be changed in place ({row.Source})")
            : (Replacement.Never, null);
    }
}
