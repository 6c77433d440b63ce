using Platform.Graph;

namespace Platform.Insights.Diff;

/// <summary>Finds what a resource was called before: by its own URN, by its aliases, then by those of its parent.</summary>
internal sealed class Identity
{
    private readonly Dictionary<string, Resource> _old = new(StringComparer.Ordinal);
    private readonly HashSet<string> _claimed = new(StringComparer.Ordinal);

    public Identity(ResourceGraph before, ResourceGraph after)
    {
        // An own URN wins over every alias, whoever comes first.
        foreach (var resource in after.Resources.Where(resource => before.Find(resource.Urn) is not null))
        {
            _old[resource.Urn] = before.Find(resource.Urn)!;
            _claimed.Add(resource.Urn);
        }

        foreach (var resource in after.Resources.Where(resource => !_old.ContainsKey(resource.Urn)))
        {
            var alias = resource.Settings.Aliases.Concat(Inherited(resource, after))
                .Select(before.Find).FirstOrDefault(old => old is not null && old.Custom == resource.Custom && !_claimed.Contains(old.Urn));
            if (alias is not null)
            {
                _old[resource.Urn] = alias;
                _claimed.Add(alias.Urn);
            }
        }
    }

    /// <summary>What the resource with this URN was before; <c>null</c> if it is new.</summary>
    public Resource? Before(string urn) => _old.GetValueOrDefault(urn);

    /// <summary>Whether a resource of before goes on under some name.</summary>
    public bool GoesOn(string oldUrn) => _claimed.Contains(oldUrn);

    // Parents come first in a graph, so what the parent was is decided. A child named after its parent was renamed with it.
    private IEnumerable<string> Inherited(Resource resource, ResourceGraph after)
    {
        if (resource.Parent is not { } urn || after.Find(urn) is not { } parent || _old.GetValueOrDefault(urn) is not { } old || old.Urn == urn)
        {
            return [];
        }

        var (head, types, _) = Split(old.Urn);
        var chain = old.Type == ResourceGraph.StackType ? resource.Type : $"{types}${resource.Type}";
        var ownNames = resource.Settings.Aliases.Select(alias => Split(alias).Name).Prepend(resource.Name);
        return ownNames.SelectMany(name => name.StartsWith(parent.Name, StringComparison.Ordinal) && parent.Name != old.Name
            ? [$"{head}::{chain}::{old.Name}{name[parent.Name.Length..]}", $"{head}::{chain}::{name}"]
            : new[] { $"{head}::{chain}::{name}" });
    }

    // urn:pulumi:STACK::PROJECT::TYPES::NAME
    private static (string Head, string Types, string Name) Split(string urn) =>
        urn.Split("::", 4) is [var stack, var project, var types, var name] ? ($"{stack}::{project}", types, name) : (urn, "", "");
}
