namespace Platform.Graph.Files;

/// <summary>The kinds of files a graph can be read from.</summary>
public enum GraphForm
{
    /// <summary>What <c>./platform plan STACK --format json</c> wrote.</summary>
    Plan,

    /// <summary>What <c>pulumi stack export</c> wrote, or the state file of a self-managed backend.</summary>
    StackExport,

    /// <summary>What <c>pulumi preview --json</c> wrote.</summary>
    Preview,

    /// <summary>What <c>pulumi preview --save-plan</c> wrote.</summary>
    UpdatePlan,
}

/// <summary>A graph and what it was read from.</summary>
/// <param name="Graph">The resources.</param>
/// <param name="Form">What the file is.</param>
/// <param name="MissingPart">What the file leaves out and how to get it; <c>null</c> if it tells of every resource and every input.</param>
public sealed record GraphFile(ResourceGraph Graph, GraphForm Form, string? MissingPart = null);
