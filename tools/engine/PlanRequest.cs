using System.Collections.Immutable;

namespace Platform.Engine;

/// <summary>How computed outputs are answered.</summary>
public enum AnswerMode
{
    /// <summary>With deterministic, marked placeholders, so that every <c>Apply</c> runs and documents are complete.</summary>
    Plan,

    /// <summary>As unknown, like the real engine's preview of a first deployment.</summary>
    Preview,
}

/// <summary>What to plan, and how.</summary>
public sealed record PlanRequest
{
    /// <summary>The directory that holds <c>Pulumi.yaml</c>, or a directory below it.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>The stack, such as <c>dev</c>; its settings are in <c>Pulumi.dev.yaml</c>.</summary>
    public required string Stack { get; init; }

    /// <summary>Settings that win over the stack's file; a key without namespace belongs to the project.</summary>
    public IReadOnlyDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Like <see cref="Config"/>, but the values are secrets.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How computed outputs are answered. Default: <see cref="AnswerMode.Plan"/>.</summary>
    public AnswerMode Mode { get; init; } = AnswerMode.Plan;

    /// <summary>A YAML or JSON file with answers for data sources; <c>null</c> for none.</summary>
    public string? AnswersFile { get; init; }

    /// <summary>Saved plans and stack exports of the stacks the program refers to. Default: none.</summary>
    public IReadOnlyList<string> StackOutputs { get; init; } = [];

    /// <summary>Commands that make the remote components of a package, by the package's name. Default: none, they stay closed.</summary>
    public IReadOnlyDictionary<string, string> Components { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Refuses data sources that can only be answered with a placeholder or not at all. Default: false.</summary>
    public bool Strict { get; init; }

    /// <summary>How long building and running may take together before everything is stopped. Default: 2 minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>When the program is built first. Default: when it has no build, or an older one than its sources.</summary>
    public BuildWish Build { get; init; }
}
