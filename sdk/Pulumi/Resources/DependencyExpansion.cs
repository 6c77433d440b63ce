namespace Pulumi;

/// <summary>
/// What depending on a resource means to the engine: a component here is nothing but its children, so its children
/// are what has to exist.
/// </summary>
internal static class DependencyExpansion
{
    /// <summary>The URNs to depend on, sorted.</summary>
    /// <param name="resources">What is depended on.</param>
    /// <param name="registering">
    /// Who depends on it. It cannot wait for the components it is in: they are complete only after it.
    /// </param>
    public static ValueTask<IReadOnlyList<string>> ToUrnsAsync(ResourceSet resources, Resource? registering) =>
        resources.IsEmpty ? new([]) : ExpandToUrnsAsync(resources, registering);

    /// <summary>The resources of providers, and components made elsewhere, that the set stands for.</summary>
    public static IReadOnlyList<Resource> Expand(ResourceSet resources, Resource? registering)
    {
        if (resources.Count == 1 && resources[0] is { IsCustom: true } only)
        {
            return only == registering ? [] : [only];
        }

        var seen = new HashSet<Resource>();
        for (var above = registering; above is not null; above = above.Parent)
        {
            seen.Add(above);
        }

        var found = new List<Resource>();
        var rest = new Stack<Resource>();
        for (var i = resources.Count - 1; i >= 0; i--)
        {
            rest.Push(resources[i]);
        }

        while (rest.TryPop(out var resource))
        {
            if (!seen.Add(resource))
            {
                // A resource of a provider above the registering one is a real one to wait for.
                if (resource.IsCustom && resource != registering && !found.Contains(resource))
                {
                    found.Add(resource);
                }

                continue;
            }

            if (resource.IsCustom || resource.IsRemote)
            {
                found.Add(resource);
                continue;
            }

            foreach (var child in resource.GetChildren())
            {
                rest.Push(child);
            }
        }

        return found;
    }
    private static async ValueTask<IReadOnlyList<string>> ExpandToUrnsAsync(ResourceSet resources, Resource? registering)
    {
        var urns = new SortedTexts();
        foreach (var resource in Expand(resources, registering))
        {
            var urn = (await resource.Urn.GetDataAsync().ConfigureAwait(false)).Value;
            if (!string.IsNullOrEmpty(urn))
            {
                urns.Add(urn);
            }
        }

        return urns.All;
    }
}
