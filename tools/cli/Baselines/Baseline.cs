using Platform.Graph;

namespace Platform.Cli.Baselines;

/// <summary>What a plan is compared with.</summary>
/// <param name="Graph">The resources.</param>
/// <param name="Name">What the user called it.</param>
internal sealed record Baseline(ResourceGraph Graph, string Name);
