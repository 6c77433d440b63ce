using Platform.Graph;

namespace Platform.Cli.Render.Plans;

/// <summary>A plan for people: what would exist, what it gives away, and what had to be supposed.</summary>
internal static class PlanText
{
    private const int SubjectsShown = 3;

    /// <summary>Renders a plan.</summary>
    /// <param name="graph">What was registered.</param>
    /// <param name="verbose">Adds every resource's inputs, debug messages and every assumption.</param>
    /// <param name="layout">What the reader's end can show.</param>
    public static string Of(ResourceGraph graph, bool verbose, TextLayout layout)
    {
        var page = new Page(layout);
        var values = new ValueLines(page, new ValueSources(graph));
        page.Hang(
            new Span($"{graph.Project}/{graph.Stack}", Tone.Strong),
            "  ",
            $"  {ResourceTree.Count(graph.Resources.Count(IsManaged), "resource")} in {ResourceTree.Count(graph.Resources.Count(IsComponent), "component")}");
        new ResourceTree(graph, page, verbose ? values : null).Draw();
        Totals(page, graph);
        if (graph.Outputs.Members.Count > 0)
        {
            page.Heading("Outputs");
            values.Write("  ", graph.Outputs, null);
        }

        Diagnostics(page, graph, verbose);
        Assumptions(page, graph, verbose);
        return page.ToString();
    }

    private static bool IsComponent(Resource resource) => !resource.Custom && resource.Type != ResourceGraph.StackType;

    private static bool IsManaged(Resource resource) => resource is { Custom: true, External: false } && !TypeName.IsProvider(resource);

    private static void Totals(Page page, ResourceGraph graph)
    {
        var packages = graph.Resources.Where(IsManaged)
            .GroupBy(resource => TypeName.Service(resource.Type).Package, StringComparer.Ordinal)
            .OrderByDescending(package => package.Count()).ThenBy(package => package.Key, StringComparer.Ordinal)
            .ToList();
        if (packages.Count == 0)
        {
            return;
        }

        page.Heading("Resources by service");
        var column = packages.Max(package => package.Key.Length) + 2;
        foreach (var package in packages)
        {
            var services = package.GroupBy(resource => TypeName.Service(resource.Type).Service, StringComparer.Ordinal)
                .Where(service => service.Key.Length > 0)
                .OrderByDescending(service => service.Count()).ThenBy(service => service.Key, StringComparer.Ordinal)
                .Select(service => $"{service.Key} {service.Count()}");
            var indent = new string(' ', column + 8);
            page.Hang($"  {package.Key.PadRight(column)}{package.Count(),4}", indent, new Span("  " + string.Join(", ", services), Tone.Faint));
        }
    }

    private static void Diagnostics(Page page, ResourceGraph graph, bool verbose)
    {
        var shown = graph.Diagnostics.Where(diagnostic => verbose || diagnostic.Severity > Severity.Debug).ToList();
        if (shown.Count == 0)
        {
            return;
        }

        page.Heading("Messages of the program");
        foreach (var diagnostic in shown)
        {
            DiagnosticText.Write(page, "  ", diagnostic, graph);
        }
    }

    private static void Assumptions(Page page, ResourceGraph graph, bool verbose)
    {
        if (graph.Assumptions.IsEmpty)
        {
            return;
        }

        page.Heading(verbose ? "Assumptions" : "Assumptions (--verbose shows each)");
        foreach (var kind in graph.Assumptions.GroupBy(assumption => assumption.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            if (verbose)
            {
                foreach (var assumption in kind)
                {
                    page.Hang("  ", "      ", $"{kind.Key}  {assumption.Subject}  ", new Span(assumption.Detail, Tone.Faint));
                }

                continue;
            }

            var subjects = kind.GroupBy(assumption => assumption.Subject, StringComparer.Ordinal)
                .Select(same => same.Count() == 1 ? same.Key : $"{same.Key} ×{same.Count()}").ToList();
            var more = subjects.Count > SubjectsShown ? $" and {subjects.Count - SubjectsShown} more" : "";
            page.Hang($"  {kind.Key}  ", "      ", new Span(string.Join(", ", subjects.Take(SubjectsShown)) + more, Tone.Faint));
        }
    }
}
