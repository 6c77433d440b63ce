using System.Collections.Immutable;

namespace Platform.Insights.Diff;

/// <summary>What an update would do with one resource, and what that means.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Urn">The resource; its identity after the update, unless it is deleted.</param>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its logical name.</param>
public sealed record ResourceChange(ChangeKind Kind, string Urn, string Type, string Name)
{
    /// <summary>The identity before, where an alias gave it another one.</summary>
    public string? OldUrn { get; init; }

    /// <summary>What differs, sorted by path; empty for what is created or deleted.</summary>
    public ImmutableArray<PropertyChange> Properties { get; init; } = [];

    /// <summary>Whether it is replaced: always, or perhaps, because nobody knows what replaces this type.</summary>
    public Replacement Replacement { get; init; }

    /// <summary>What it does to those who use the system.</summary>
    public BlastRadius BlastRadius { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public string BlastReason { get; init; } = "";

    /// <summary>Where that is said; <c>null</c> where there is nothing to say.</summary>
    public string? BlastSource { get; init; }

    /// <summary>Whether it holds data that exist nowhere else.</summary>
    public bool IsStateful { get; init; }

    /// <summary>What the reviewer should know besides: refusals, likely renames.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
