using Platform.Protocol;

namespace Pulumi;

/// <summary>A resource's aliases in a request.</summary>
internal static class AliasRequest
{
    public static async ValueTask AddAsync(Deployment deployment, Resource resource, RegisterResourceRequest request)
    {
        if (!await deployment.Features.SupportsAsync(Feature.AliasSpecs).ConfigureAwait(false))
        {
            request.AliasURNs.AddRange(await AliasUrns.OfAsync(deployment, resource).ConfigureAwait(false));
            return;
        }

        foreach (var input in resource.Aliases)
        {
            var alias = await input.ToOutput().GetDataAsync().ConfigureAwait(false);
            if (alias.IsKnown && alias.Value is not null)
            {
                request.Aliases.Add(await ToMessageAsync(alias.Value).ConfigureAwait(false));
            }
        }
    }

    public static async ValueTask<Platform.Protocol.Alias> ToMessageAsync(Alias alias)
    {
        Check(alias);
        if (alias.Urn is { } urn)
        {
            return new() { Urn = urn };
        }

        var spec = new Platform.Protocol.Alias.Types.Spec
        {
            Name = await TextAsync(alias.Name).ConfigureAwait(false),
            Type = await TextAsync(alias.Type).ConfigureAwait(false),
            Stack = await TextAsync(alias.Stack).ConfigureAwait(false),
            Project = await TextAsync(alias.Project).ConfigureAwait(false),
        };
        var parent = alias.ParentUrn?.ToOutput() ?? alias.Parent?.Urn;
        if (parent is not null)
        {
            spec.ParentUrn = (await parent.GetDataAsync().ConfigureAwait(false)).Value ?? "";
        }
        else
        {
            spec.NoParent = alias.NoParent;
        }

        return new() { Spec = spec };
    }

    /// <exception cref="ArgumentException">The alias contradicts itself.</exception>
    public static void Check(Alias alias)
    {
        var parents = (alias.Parent is null ? 0 : 1) + (alias.ParentUrn is null ? 0 : 1) + (alias.NoParent ? 1 : 0);
        if (parents > 1)
        {
            throw new ArgumentException("An Alias may have one of Parent, ParentUrn and NoParent, not several.");
        }
    }

    // An engine that understands specs works out what children inherit; an older one gets it from here.
    public static bool HasAny(Resource resource)
    {
        for (var above = resource; above is not null; above = above.Parent)
        {
            if (above.Aliases.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static async ValueTask<string> TextAsync(Input<string>? input) =>
        input is null ? "" : (await input.ToOutput().GetDataAsync().ConfigureAwait(false)).Value ?? "";
}
