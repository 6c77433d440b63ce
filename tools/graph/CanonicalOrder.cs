using System.Collections.Immutable;

namespace Platform.Graph;

/// <summary>A topological order that depends on nothing but the resources themselves.</summary>
internal static class CanonicalOrder
{
    public static ImmutableArray<Resource> Sort(IReadOnlyCollection<Resource> resources, IReadOnlyDictionary<string, Resource> byUrn)
    {
        var open = new Dictionary<string, int>(resources.Count, StringComparer.Ordinal);
        var waiting = new Dictionary<string, List<Resource>>(StringComparer.Ordinal);
        var ready = new PriorityQueue<Resource, string>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            var before = Predecessors(resource, byUrn);
            open[resource.Urn] = before.Count;
            foreach (var urn in before)
            {
                (waiting.TryGetValue(urn, out var list) ? list : waiting[urn] = []).Add(resource);
            }

            if (before.Count == 0)
            {
                ready.Enqueue(resource, resource.Urn);
            }
        }

        var sorted = ImmutableArray.CreateBuilder<Resource>(resources.Count);
        while (ready.TryDequeue(out var next, out _))
        {
            sorted.Add(next);
            foreach (var follower in waiting.GetValueOrDefault(next.Urn, []))
            {
                if (--open[follower.Urn] == 0)
                {
                    ready.Enqueue(follower, follower.Urn);
                }
            }
        }

        if (sorted.Count < resources.Count)
        {
            // A cycle cannot be registered, but a file can hold one: keep its members, ordered by URN, at the end.
            sorted.AddRange(resources.Where(resource => open[resource.Urn] > 0).OrderBy(resource => resource.Urn, StringComparer.Ordinal));
        }

        return sorted.ToImmutable();
    }

    private static HashSet<string> Predecessors(Resource resource, IReadOnlyDictionary<string, Resource> byUrn)
    {
        var urns = new HashSet<string>(resource.Dependencies, StringComparer.Ordinal);
        if (resource.Parent is { } parent)
        {
            urns.Add(parent);
        }

        if (resource.Provider is { } provider && provider.LastIndexOf("::", StringComparison.Ordinal) is var cut and > 0)
        {
            urns.Add(provider[..cut]);
        }

        urns.RemoveWhere(urn => urn == resource.Urn || !byUrn.ContainsKey(urn));
        return urns;
    }
}
