using System.Collections.Frozen;

namespace Platform.Insights.Diff.Facts;

/// <summary>What replacing, deleting or changing a resource does to its users: <c>Tables/blast.txt</c>, each row with its source.</summary>
internal static class BlastTable
{
    private const string Ending = "end";

    private static readonly Lazy<FrozenDictionary<string, Row[]>> ByType = new(() =>
        FactTable.Rows("blast.txt")
            .Select(cells => new Row(cells[0], cells[1], Enum.Parse<BlastRadius>(cells[2]), cells[3], cells[4]))
            .GroupBy(row => row.Type, StringComparer.Ordinal)
            .ToFrozenDictionary(rows => rows.Key, rows => rows.ToArray(), StringComparer.Ordinal));

    /// <summary>The types the table has rows for.</summary>
    public static IEnumerable<string> Types => ByType.Value.Keys;

    /// <summary>Whether such a resource holds data that exist nowhere else.</summary>
    public static bool IsStateful(string type) =>
        Rows(type).Any(row => row is { Property: Ending, Radius: BlastRadius.DataLoss });

    /// <summary>What happens when the resource is replaced or deleted.</summary>
    public static (BlastRadius Radius, string Reason, string? Source) OfEnding(string type) =>
        Array.Find(Rows(type), row => row.Property == Ending)?.Verdict
        ?? (type.StartsWith("pulumi:providers:", StringComparison.Ordinal)
            ? (BlastRadius.None, "it only configures a provider", null)
            : (BlastRadius.Unknown, "nothing is known about ending this type", null));

    /// <summary>What happens when these properties are changed in place: the worst of them.</summary>
    public static (BlastRadius Radius, string Reason, string? Source) OfUpdate(string type, IEnumerable<string> paths)
    {
        return paths
            .SelectMany(path => Rows(type).Where(row => row.Property != Ending && PathPattern.Covers(row.Property, path)))
            .MaxBy(row => row.Radius)?.Verdict ?? (BlastRadius.None, "changed in place", null);
    }

    private static Row[] Rows(string type) => ByType.Value.GetValueOrDefault(type, []);

    private sealed record Row(string Type, string Property, BlastRadius Radius, string Reason, string Source)
    {
        public (BlastRadius Radius, string Reason, string? Source) Verdict => (Radius, Reason, Source);
    }
}
