using Platform.Graph;

namespace Platform.Cli.Render.Plans;

/// <summary>Puts components in the order in which a person would explain them: the network before what stands in it.</summary>
internal sealed class BlockOrder(ResourceGraph graph)
{
    private readonly Dictionary<string, int> _positions = graph.Resources
        .Select((resource, position) => (resource.Urn, position)).ToDictionary(pair => pair.Urn, pair => pair.position, StringComparer.Ordinal);

    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly List<Resource> _sorted = [];

    /// <summary>The roots, each after those that its resources depend on; where two need each other, the given order decides.</summary>
    public IReadOnlyList<Resource> Sort(IEnumerable<Resource> roots)
    {
        foreach (var root in roots)
        {
            Visit(root);
        }

        return _sorted;
    }

    private void Visit(Resource root)
    {
        if (!_visited.Add(root.Urn))
        {
            return;
        }

        var needed = WithDescendants(root)
            .SelectMany(resource => resource.Dependencies)
            .Select(urn => graph.Find(urn))
            .OfType<Resource>()
            .Select(RootOf)
            .Where(other => graph.ChildrenOf(other.Urn).Any())
            .DistinctBy(other => other.Urn)
            .OrderBy(other => _positions[other.Urn]);
        foreach (var other in needed)
        {
            Visit(other);
        }

        _sorted.Add(root);
    }

    private IEnumerable<Resource> WithDescendants(Resource resource) =>
        graph.ChildrenOf(resource.Urn).SelectMany(WithDescendants).Prepend(resource);

    private Resource RootOf(Resource resource)
    {
        while (resource.Parent is { } urn && graph.Find(urn) is { } parent && parent.Type != ResourceGraph.StackType)
        {
            resource = parent;
        }

        return resource;
    }
}
