using System.Globalization;
using Platform.Graph;

namespace Platform.Cli.Render.Plans;

/// <summary>Draws the resources below their components.</summary>
internal sealed class ResourceTree
{
    private const int WidestNameColumn = 64;

    private readonly ResourceGraph _graph;
    private readonly Page _page;
    private readonly ValueLines? _inputs;
    private readonly int _typeColumn;

    /// <summary>Prepares a tree; with <paramref name="inputs"/> every resource is followed by what it is given.</summary>
    public ResourceTree(ResourceGraph graph, Page page, ValueLines? inputs)
    {
        (_graph, _page, _inputs) = (graph, page, inputs);
        var limit = page.Width is { } width ? Math.Clamp(width / 2, 16, WidestNameColumn) : WidestNameColumn;
        _typeColumn = Roots().SelectMany(root => Widths(root, 0)).Where(length => length <= limit).DefaultIfEmpty(0).Max() + 2;
    }

    /// <summary>Draws it all: what stands alone first, then every component as a block of its own, after those it builds on.</summary>
    public void Draw()
    {
        var blocks = Roots().ToLookup(root => _graph.ChildrenOf(root.Urn).Any());
        _page.Gap();
        foreach (var root in blocks[false])
        {
            Draw(root, "", "");
        }

        foreach (var root in new BlockOrder(_graph).Sort(blocks[true]))
        {
            _page.Gap();
            Draw(root, "", "");
        }
    }

    /// <summary>How many resources stand below this one, components not counted.</summary>
    private int CountBelow(Resource resource) =>
        _graph.ChildrenOf(resource.Urn).Sum(child => (child.Custom ? 1 : 0) + CountBelow(child));

    private IEnumerable<Resource> Roots() =>
        _graph.Resources.Where(resource =>
            resource.Type != ResourceGraph.StackType
            && (resource.Parent is not { } parent || _graph.Find(parent) is null or { Type: ResourceGraph.StackType }));

    private IEnumerable<int> Widths(Resource resource, int indent) =>
        _graph.ChildrenOf(resource.Urn).SelectMany(child => Widths(child, indent + 3)).Prepend(indent + resource.Name.Length);

    private void Draw(Resource resource, string branch, string trunk)
    {
        var children = _graph.ChildrenOf(resource.Urn).ToList();
        var stem = trunk + (children.Count > 0 ? "│  " : "   ");
        var padding = new string(' ', Math.Max(2, _typeColumn - branch.Length - resource.Name.Length));
        _page.Hang(
            new Span(branch, Tone.Faint),
            stem,
            [
                new Span(resource.Name, resource.Custom ? Tone.Plain : Tone.Strong),
                padding,
                new Span(TypeName.Short(resource.Type), Tone.Faint),
                .. Marks(resource, CountBelow(resource)),
            ]);
        _inputs?.Write(stem, resource.Inputs, resource);
        for (var index = 0; index < children.Count; index++)
        {
            var last = index == children.Count - 1;
            Draw(children[index], trunk + (last ? "└─ " : "├─ "), trunk + (last ? "   " : "│  "));
        }
    }

    private static IEnumerable<Span> Marks(Resource resource, int below)
    {
        if (!resource.Custom)
        {
            yield return $"  {Count(below, "resource")}";
        }

        if (resource.External)
        {
            yield return new Span("  read only", Tone.Faint);
        }

        if (resource.Remote)
        {
            yield return new Span("  made by its provider", Tone.Faint);
        }

        if (resource.Settings.ImportId is not null)
        {
            yield return new Span("  adopted", Tone.Warning);
        }

        if (resource.Settings.Protect)
        {
            yield return new Span("  protected", Tone.Good);
        }

        if (resource.Settings.RetainOnDelete)
        {
            yield return new Span("  kept on delete", Tone.Good);
        }
    }

    /// <summary>A number and its noun: <c>1 resource</c>, <c>2 resources</c>.</summary>
    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
