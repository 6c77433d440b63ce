using System.Collections.Frozen;
using Platform.Graph;
using Platform.Insights.Diff.Facts;

namespace Platform.Insights.Diff.Inputs;

/// <summary>
/// What the Kubernetes provider and the API server add to an object: <c>Tables/kubernetes-added.txt</c>, each row with its source.
/// A value that differs from the one that would have been added is somebody's wish, and a change when the program drops it.
/// </summary>
internal static class KubernetesNoise
{
    private const string AnyKind = "*";
    private const string AnyValue = "*";
    private const string EmptyMap = "{}";
    private const string PodSpec = "PodSpec";

    private static readonly Lazy<FrozenDictionary<string, Row[]>> ByKey = new(() =>
        FactTable.Rows("kubernetes-added.txt")
            .Select(cells => new Row(cells[0], Parts(cells[1]), cells[2], cells[3].Split(',', StringSplitOptions.TrimEntries)))
            .GroupBy(row => row.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(rows => rows.Key, rows => rows.ToArray(), StringComparer.Ordinal));

    /// <summary>Whether a member that only one side has was added by the provider or the server.</summary>
    public static bool IsAdded(string type, string path, string key, MapValue side, bool wasThere) =>
        (path, key) == ("metadata", "namespace") ? side.Members[key].AsText == "default"   // whoever writes it, it is where the object is
        : wasThere && WasAdded(type[(type.LastIndexOf(':') + 1)..], path, key, side);

    private static bool WasAdded(string kind, string path, string key, MapValue side) =>
        (path, key) == ("metadata", "name") ? side["annotations"]?["pulumi.com/autonamed"]?.AsText == "true"
        : ByKey.Value.GetValueOrDefault(key, []).Any(row => row.Means(kind, Parts(path)) && row.Has(side, side.Members[key]))
            || (side.Members[key] is MapValue { Members.Count: > 0 } inner && inner.Members.Keys.All(member => WasAdded(kind, PropertyPath.Member(path, key), member, inner)))
            || (side.Members[key] is MapValue { Members.Count: 0 } && key is "annotations" or "labels");

    private static string[] Parts(string path) => path.Split(['.', '[', ']', '"'], StringSplitOptions.RemoveEmptyEntries);

    private sealed record Row(string Kind, string[] Where, string Key, string[] Values)
    {
        // The specification of a pod stands in a pod, in the template of what makes pods, and in the template of what makes jobs.
        private static readonly FrozenDictionary<string, string[]> PodSpecs = new Dictionary<string, string[]>
        {
            ["Pod"] = ["spec"], ["CronJob"] = ["spec", "jobTemplate", "spec", "template", "spec"],
        }.ToFrozenDictionary();

        public bool Means(string kind, string[] path)
        {
            var where = Kind == PodSpec ? [.. PodSpecs.GetValueOrDefault(kind, ["spec", "template", "spec"]), .. Where] : Where;
            return (Kind is AnyKind or PodSpec || Kind.Split('/').Contains(kind))
                && where.Length == path.Length && where.Zip(path).All(pair => pair.First == "*" || pair.First == pair.Second);
        }

        // A value, one of several, any but one (!None), or that of another member (=port).
        public bool Has(MapValue side, PropertyValue value) => Values.Any(wanted => wanted switch
        {
            AnyValue => true,
            EmptyMap => value is MapValue { Members.Count: 0 },
            ['!', .. var refused] => Scalar.Text(value) != refused,
            ['=', .. var other] => side[other] is { } member && Scalar.Text(member) == Scalar.Text(value),
            _ => Scalar.Text(value) == wanted,
        });
    }
}
