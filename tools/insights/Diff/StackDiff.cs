using System.Collections.Immutable;

namespace Platform.Insights.Diff;

/// <summary>What an update would change.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Changes">Every resource that changes; the worst first, equals by URN.</param>
/// <param name="Unchanged">How many resources stay as they are.</param>
/// <param name="Undecided">
/// Properties that cannot be compared offline and count as unchanged, as <c>NAME PATH</c>: answers of data sources, and
/// outputs the other side does not tell.
/// </param>
public sealed record StackDiff(
    string Project, string Stack, ImmutableArray<ResourceChange> Changes, int Unchanged, ImmutableArray<string> Undecided)
{
    /// <summary>The worst that happens; <see cref="BlastRadius.None"/> if nothing does.</summary>
    public BlastRadius BlastRadius => Changes.IsEmpty ? BlastRadius.None : Changes.Max(change => change.BlastRadius);

    /// <summary>Whether a resource that holds data is, or may be, replaced or deleted.</summary>
    public bool EndsStatefulResource => Changes.Any(change =>
        change.IsStateful && (change.Kind == ChangeKind.Delete || change.Replacement != Replacement.Never));

    /// <summary>How many resources change in this way.</summary>
    public int Count(ChangeKind kind) => Changes.Count(change => change.Kind == kind);
}
