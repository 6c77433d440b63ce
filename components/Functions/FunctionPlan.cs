using Platform.Components.Identity;
using Platform.Components.Observability;

namespace Platform.Components.Functions;

/// <summary>What a <see cref="PythonFunction"/> does, and what it may do.</summary>
/// <param name="Source">File its source is in, one of those embedded in this assembly, such as <c>snapshot_cleanup.py</c>.</param>
/// <param name="Description">What it does, in a sentence.</param>
internal sealed record FunctionPlan(string Source, string Description)
{
    /// <summary>Seconds it may take.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>What it may do, besides writing to its log.</summary>
    public required IReadOnlyList<Statement> Rights { get; init; }

    /// <summary>Where it writes.</summary>
    public required LogStream Log { get; init; }

    /// <summary>What it is told beside its event. Default: nothing.</summary>
    public InputMap<string>? Variables { get; init; }

    /// <summary>Logical name of its role. Default: the function's.</summary>
    public string? RoleName { get; init; }

    /// <summary>What the role is for. Default: what the function does.</summary>
    public string? RoleDescription { get; init; }
}
