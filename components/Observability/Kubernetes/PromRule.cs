using System.Collections.Immutable;

namespace Platform.Components.Observability.Kubernetes;

/// <summary>A rule of Prometheus: a figure it keeps, or an alert.</summary>
/// <param name="Name">Name of the figure or the alert.</param>
/// <param name="Expression">PromQL.</param>
internal sealed record PromRule(string Name, Input<string> Expression)
{
    /// <summary>Whether it is an alert.</summary>
    public bool IsAlert { get; init; }

    /// <summary>How long an alert's expression must hold, such as <c>15m</c>; null: not at all.</summary>
    public string? For { get; init; }

    /// <summary>What it is told apart by.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What an alert tells.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The rule as Prometheus reads it.</summary>
    public Dictionary<string, object> ToTree()
    {
        var tree = new Dictionary<string, object> { [IsAlert ? "alert" : "record"] = Name, ["expr"] = Expression.ToOutput() };
        if (For is { } time)
        {
            tree["for"] = time;
        }

        if (Labels.Count > 0)
        {
            tree["labels"] = Labels.ToImmutableDictionary();
        }

        if (Annotations.Count > 0)
        {
            tree["annotations"] = Annotations.ToImmutableDictionary();
        }

        return tree;
    }
}

/// <summary>Rules that are evaluated together, in order.</summary>
/// <param name="Name">Name of the group.</param>
/// <param name="Rules">The rules.</param>
internal sealed record PromGroup(string Name, IReadOnlyList<PromRule> Rules)
{
    /// <summary>The group as Prometheus reads it.</summary>
    public Dictionary<string, object> ToTree() => new()
    {
        ["name"] = Name,
        ["interval"] = "30s",
        ["rules"] = Rules.Select(rule => rule.ToTree()).ToImmutableArray<object>(),
    };
}
