using Platform.Graph;

namespace Platform.Engine.Analysis;

/// <summary>
/// Tells a program that refused its settings from one that failed: it stopped before it registered anything but the stack,
/// and every line of every error names the stack's file first, as in <c>Pulumi.dev.yaml, platform:zones is 9, but …</c>.
/// </summary>
internal static class RefusedSettings
{
    /// <summary>Whether that is what happened.</summary>
    public static bool Explain(ResourceGraph graph, string stackFile)
    {
        var lines = graph.Diagnostics
            .Where(diagnostic => diagnostic.Severity == Severity.Error)
            .SelectMany(diagnostic => diagnostic.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToList();
        return lines.Count > 0
            && lines.TrueForAll(line => line.StartsWith(stackFile, StringComparison.Ordinal))
            && graph.Resources.All(resource => resource.Type == ResourceGraph.StackType);
    }
}
