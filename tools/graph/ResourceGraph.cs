using System.Collections.Immutable;

namespace Platform.Graph;

/// <summary>Every resource of one stack with its edges: the one model all insights work on.</summary>
/// <remarks>
/// Immutable. <see cref="Resources"/> is in a canonical order that does not depend on the order of registration:
/// parents and dependencies come first, equals by URN; so the same program always gives the same bytes.
/// </remarks>
public sealed class ResourceGraph
{
    /// <summary>The type of the root resource.</summary>
    public const string StackType = "pulumi:pulumi:Stack";

    private readonly Dictionary<string, Resource> _byUrn;
    private readonly ILookup<string, Resource> _byType;
    private readonly ILookup<string, Resource> _children;
    private readonly Lazy<ILookup<string, Resource>> _dependents;

    /// <summary>Builds the graph.</summary>
    /// <exception cref="ArgumentException">Two resources have the same URN.</exception>
    public ResourceGraph(
        string project,
        string stack,
        IEnumerable<Resource> resources,
        MapValue? outputs = null,
        IEnumerable<Diagnostic>? diagnostics = null,
        IEnumerable<Assumption>? assumptions = null)
    {
        Project = project;
        Stack = stack;
        Outputs = outputs ?? MapValue.Empty;
        Diagnostics = [.. diagnostics ?? []];
        Assumptions = [.. assumptions ?? []];

        var all = resources.ToList();
        _byUrn = new(all.Count, StringComparer.Ordinal);
        foreach (var resource in all)
        {
            if (!_byUrn.TryAdd(resource.Urn, resource))
            {
                throw new ArgumentException($"two resources have the URN {resource.Urn}; give one of them another name", nameof(resources));
            }
        }

        Resources = CanonicalOrder.Sort(all, _byUrn);
        _byType = Resources.ToLookup(resource => resource.Type, StringComparer.Ordinal);
        _children = Resources.Where(resource => resource.Parent is not null).ToLookup(resource => resource.Parent!, StringComparer.Ordinal);
        _dependents = new(() => Resources
            .SelectMany(resource => resource.Dependencies.Select(urn => (urn, resource)))
            .ToLookup(edge => edge.urn, edge => edge.resource, StringComparer.Ordinal));
    }

    /// <summary>The project's name.</summary>
    public string Project { get; }

    /// <summary>The stack's name.</summary>
    public string Stack { get; }

    /// <summary>All resources, the stack itself included.</summary>
    public ImmutableArray<Resource> Resources { get; }

    /// <summary>The stack's outputs.</summary>
    public MapValue Outputs { get; }

    /// <summary>Messages of the program and the engine.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>What was supposed while the program ran.</summary>
    public ImmutableArray<Assumption> Assumptions { get; }

    /// <summary>The resource with this URN; <c>null</c> if there is none.</summary>
    public Resource? Find(string urn) => _byUrn.GetValueOrDefault(urn);

    /// <summary>All resources of a type, such as <c>aws:ec2/vpc:Vpc</c>.</summary>
    public IEnumerable<Resource> OfType(string type) => _byType[type];

    /// <summary>The resources directly below a parent.</summary>
    public IEnumerable<Resource> ChildrenOf(string urn) => _children[urn];

    /// <summary>The resources that wait for this one.</summary>
    public IEnumerable<Resource> DependentsOf(string urn) => _dependents.Value[urn];

    /// <summary>The resources of a type whose inputs take a value from <paramref name="urn"/>: what is attached to it.</summary>
    public IEnumerable<Resource> AttachedTo(string urn, string type) =>
        OfType(type).Where(resource =>
            resource.Placeholders.Any(placeholder => placeholder.Urn == urn)
            || resource.PropertyDependencies.Values.Any(urns => urns.Contains(urn)));

    /// <summary>How many resources there are of each type, sorted by type; the stack itself is not counted.</summary>
    public ImmutableSortedDictionary<string, int> CountByType() =>
        Resources.Where(resource => resource.Type != StackType)
            .GroupBy(resource => resource.Type, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
}
