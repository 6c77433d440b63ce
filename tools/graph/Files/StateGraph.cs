namespace Platform.Graph.Files;

/// <summary>Makes a graph of resources read from a state: project, stack, regions and outputs stand in the resources.</summary>
internal static class StateGraph
{
    public static ResourceGraph Of(IReadOnlyCollection<Resource> resources, IEnumerable<Diagnostic> diagnostics)
    {
        var twice = resources.GroupBy(resource => resource.Urn, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any());
        if (twice is not null)
        {
            throw new FormatException($"two resources have the URN {twice.Key}; `pulumi state repair` or deleting one of them helps.");
        }

        var (stack, project) = Names(resources.FirstOrDefault()?.Urn);
        var byUrn = resources.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        return new(
            project,
            stack,
            resources.Select(resource => resource with { Region = RegionOf(resource, byUrn) }),
            resources.FirstOrDefault(resource => resource.Type == ResourceGraph.StackType)?.Outputs,
            diagnostics);
    }

    // urn:pulumi:STACK::PROJECT::TYPES::NAME
    private static (string Stack, string Project) Names(string? urn) =>
        urn?.Split("::") is [var head, var project, _, ..] && head.StartsWith("urn:pulumi:", StringComparison.Ordinal)
            ? (head["urn:pulumi:".Length..], project)
            : ("", "");

    // The state says it with every resource since version 7 of the provider, and before that by the provider's setting.
    private static string? RegionOf(Resource resource, Dictionary<string, Resource> byUrn)
    {
        if (!resource.Custom || !resource.Type.StartsWith("aws:", StringComparison.Ordinal))
        {
            return null;
        }

        return resource.Inputs["region"]?.AsText
            ?? resource.Outputs["region"]?.AsText
            ?? (resource.Provider is { } provider && provider.LastIndexOf("::", StringComparison.Ordinal) is var cut and > 0
                ? byUrn.GetValueOrDefault(provider[..cut])?.Inputs["region"]?.AsText
                : null);
    }
}
