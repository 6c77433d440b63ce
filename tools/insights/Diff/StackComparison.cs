using System.Collections.Immutable;
using Platform.Graph;
using Platform.Insights.Diff.Facts;
using Platform.Insights.Diff.Inputs;

namespace Platform.Insights.Diff;

/// <summary>Tells what an update from one graph to another would change, as the engine decides it, without asking a provider.</summary>
/// <remarks>
/// Components only group and are left out, unless another process makes what is in them. What a replaced resource delivers is
/// new, so what depends on it may be changed or replaced as well; the resources are judged in the order of their dependencies.
/// </remarks>
public sealed class StackComparison
{
    private readonly ResourceGraph _after;
    private readonly Identity _identity;
    private readonly Translation _translation;
    private readonly HashSet<string> _new = new(StringComparer.Ordinal);
    private readonly List<ResourceChange> _changes = [];
    private readonly List<string> _undecided = [];
    private int _unchanged;

    private StackComparison(ResourceGraph before, ResourceGraph after)
    {
        _after = after;
        _identity = new(before, after);
        _translation = new(before, after, _identity, _new.Contains);
    }

    /// <summary>What an update from <paramref name="before"/> to <paramref name="after"/> would change.</summary>
    /// <param name="before">What is there: a state, or a plan of what was deployed.</param>
    /// <param name="after">The plan.</param>
    public static StackDiff Of(ResourceGraph before, ResourceGraph after)
    {
        var comparison = new StackComparison(before, after);
        foreach (var resource in after.Resources.Where(IsCompared))
        {
            comparison.Judge(resource);
        }

        foreach (var resource in before.Resources.Where(resource => IsCompared(resource) && !comparison._identity.GoesOn(resource.Urn)))
        {
            comparison.Delete(resource);
        }

        return comparison.Result();
    }

    private static bool IsCompared(Resource resource) =>
        (resource.Custom || resource.Remote) && !resource.External
        && !(resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal) && resource.Name.StartsWith("default", StringComparison.Ordinal));

    private void Judge(Resource resource)
    {
        if (_identity.Before(resource.Urn) is not { } old || !IsCompared(old))
        {
            _new.Add(resource.Urn);
            var import = resource.Settings.ImportId is not null;
            _changes.Add(new(import ? ChangeKind.Import : ChangeKind.Create, resource.Urn, resource.Type, resource.Name)
            {
                BlastReason = import ? $"the existing {resource.Settings.ImportId} is taken over as it is" : "nothing is there yet",
                IsStateful = BlastTable.IsStateful(resource.Type),
            });
            return;
        }

        var change = Compare(old, resource);
        if (change.Kind == ChangeKind.Replace)
        {
            _new.Add(resource.Urn);
        }

        if (change.Properties.IsEmpty && change.Kind == ChangeKind.Update)
        {
            _unchanged++;
            return;
        }

        _changes.Add(change);
    }

    private ResourceChange Compare(Resource old, Resource now)
    {
        var comparison = new InputComparison(old, now, _translation);
        comparison.Run();
        _undecided.AddRange(comparison.Undecided.Where(path => !IsIgnored(now, path)).Select(path => $"{now.Name} {path}"));
        var properties = comparison.Changes.Where(change => !IsIgnored(now, change.Path)).Select(change => WithReplacement(now, change))
            .Concat(Moves(old, now)).OrderBy(change => change.Path, StringComparer.Ordinal).ThenBy(change => change.Inside, StringComparer.Ordinal)
            .ToImmutableArray();
        var replacement = properties.IsEmpty ? Replacement.Never : properties.Max(change => change.Replacement);
        var kind = replacement == Replacement.Certain ? ChangeKind.Replace
            : properties.IsEmpty && old.Urn != now.Urn ? ChangeKind.Rename
            : ChangeKind.Update;
        return Verdict.Of(kind, old, now, properties, replacement);
    }

    private static bool IsIgnored(Resource resource, string path) => resource.Settings.IgnoreChanges.Any(pattern => PathPattern.Covers(pattern, path));

    private static PropertyChange WithReplacement(Resource resource, PropertyChange change)
    {
        var (replacement, reason) = ReplacementTable.Of(resource.Type, change);
        return resource.Settings.ReplaceOnChanges.FirstOrDefault(pattern => PathPattern.Covers(pattern, change.Path)) is { } pattern
            ? change with { Replacement = Replacement.Certain, Reason = $"the program asks for it (replaceOnChanges: {pattern})" }
            : change with { Replacement = replacement, Reason = reason };
    }

    // What is no input and changes it all the same.
    private IEnumerable<PropertyChange> Moves(Resource old, Resource now)
    {
        var (trigger, undecided) = Circumstances.Trigger(old, now, _translation);
        if (undecided)
        {
            _undecided.Add($"{now.Name} replacementTrigger");
        }

        return trigger.Concat(Circumstances.Of(old, now)).Concat(Companions(now));
    }

    private IEnumerable<PropertyChange> Companions(Resource now)
    {
        if (now.Settings.ReplaceWith.FirstOrDefault(_new.Contains) is { } other)
        {
            yield return new("replaceWith", null, null) { Replacement = Replacement.Certain, Reason = $"the program asks for it (replaceWith: {Name(other)})" };
        }

        if (now.Settings.DeletedWith is { } with && _new.Contains(with) && _identity.Before(with) is not null)
        {
            yield return new("deletedWith", null, null) { Replacement = Replacement.Certain, Reason = $"it ends with {Name(with)}, which is replaced (deletedWith)" };
        }
    }

    private string Name(string urn) => _after.Find(urn)?.Name ?? urn;

    private void Delete(Resource old)
    {
        var (radius, reason, source) = old.Settings.RetainOnDelete
            ? (BlastRadius.None, "it stays in the cloud and only leaves the stack (retainOnDelete)", null)
            : BlastTable.OfEnding(old.Type);
        _changes.Add(new(ChangeKind.Delete, old.Urn, old.Type, old.Name)
        {
            BlastRadius = radius,
            BlastReason = reason,
            BlastSource = source,
            IsStateful = BlastTable.IsStateful(old.Type) && !old.Settings.RetainOnDelete,
            Notes = old.Settings.Protect ? ["it is protected: pulumi refuses to delete it"] : [],
        });
    }

    // What goes while one of its type comes may be the same thing: of the same name elsewhere, or the only one of its type.
    private static ResourceChange? Renamed(ResourceChange come, ILookup<(ChangeKind Kind, string Type), ResourceChange> changes)
    {
        if (come.Kind != ChangeKind.Create)
        {
            return null;
        }

        var (gone, comes) = (changes[(ChangeKind.Delete, come.Type)].ToList(), changes[(ChangeKind.Create, come.Type)]);
        return gone.Where(other => other.Name == come.Name).ToList() is [var moved] ? moved
            : comes.Count() == 1 && gone is [var only] ? only
            : null;
    }

    private StackDiff Result()
    {
        var byType = _changes.ToLookup(change => (change.Kind, change.Type));
        var changes = _changes
            .Select(change => Renamed(change, byType) is { } gone
                ? change with { Notes = [.. change.Notes, $"if this is '{gone.Name}' under a new name or parent, give it the alias {gone.Urn}, and it stays"] }
                : change)
            .OrderByDescending(change => change.BlastRadius).ThenByDescending(change => change.Kind).ThenBy(change => change.Urn, StringComparer.Ordinal);
        return new(_after.Project, _after.Stack, [.. changes], _unchanged, [.. _undecided.Order(StringComparer.Ordinal)]);
    }
}
