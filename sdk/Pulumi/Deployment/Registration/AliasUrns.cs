namespace Pulumi;

/// <summary>Aliases as URNs, inherited ones included, for engines that do not understand their parts.</summary>
internal static class AliasUrns
{
    /// <summary>Every URN the resource may have had: by its own aliases, by those of its parents, and by both.</summary>
    public static async ValueTask<IReadOnlyList<string>> OfAsync(Deployment deployment, Resource resource)
    {
        var urns = new List<string>();
        var own = new List<Alias>();
        foreach (var input in resource.Aliases)
        {
            var alias = await input.ToOutput().GetDataAsync().ConfigureAwait(false);
            if (alias.IsKnown && alias.Value is not null)
            {
                AliasRequest.Check(alias.Value);
                own.Add(alias.Value);
                Add(urns, await ToUrnAsync(deployment, resource, alias.Value, formerParent: null).ConfigureAwait(false));
            }
        }

        if (resource.Parent is not { } parent)
        {
            return urns;
        }

        foreach (var formerParent in await OfAsync(deployment, parent).ConfigureAwait(false))
        {
            Add(urns, await ToUrnAsync(deployment, resource, new(), formerParent).ConfigureAwait(false));
            foreach (var alias in own)
            {
                Add(urns, await ToUrnAsync(deployment, resource, alias, formerParent).ConfigureAwait(false));
            }
        }

        return urns;
    }

    private static async ValueTask<string> ToUrnAsync(Deployment deployment, Resource resource, Alias alias, string? formerParent)
    {
        if (alias.Urn is { } urn)
        {
            return urn;
        }

        var hasOwnParent = alias.NoParent || alias.Parent is not null || alias.ParentUrn is not null;
        var parent = alias.NoParent ? null
            : hasOwnParent ? alias.ParentUrn?.ToOutput() ?? alias.Parent!.Urn
            : formerParent is not null ? Output.Create(formerParent)
            : resource.Parent?.Urn;
        var result = Pulumi.Urn.Create(
            alias.Name ?? InheritedName(resource, formerParent),
            alias.Type ?? resource.GetResourceType(),
            parent: null,
            parentUrn: parent is null ? null : (Input<string>)parent,
            alias.Project ?? deployment.Settings.Project,
            alias.Stack ?? deployment.Settings.Stack);
        return (await result.GetDataAsync().ConfigureAwait(false)).Value;
    }

    // A child named after its parent followed the parent's former name.
    private static string InheritedName(Resource resource, string? formerParent)
    {
        var name = resource.GetResourceName();
        var parentName = resource.Parent?.GetResourceName();
        return formerParent is not null && parentName is { Length: > 0 } && name.StartsWith(parentName, StringComparison.Ordinal)
            ? Pulumi.Urn.NameOf(formerParent) + name[parentName.Length..]
            : name;
    }

    private static void Add(List<string> urns, string urn)
    {
        if (!urns.Contains(urn))
        {
            urns.Add(urn);
        }
    }
}
