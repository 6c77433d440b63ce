using System.Collections.Immutable;
using Platform.Engine.Wire;
using Platform.Protocol;

namespace Platform.Engine.Monitor;

/// <summary>Works out every URN a resource may have had: by its own aliases, by those of its parent, and by both together.</summary>
internal static class AliasUrns
{
    public static ImmutableArray<string> Of(RegisterResourceRequest request, Registration? parent, string urn, Session session)
    {
        var own = request.AliasURNs.Concat(request.Aliases.Select(alias => Collapse(alias, request, urn, session))).ToList();
        var inherited = parent is null
            ? []
            : parent.Settings.Aliases.SelectMany(former => own.Prepend(urn).Select(child => Below(former, child, parent.Name, session)));
        return [.. own.Concat(inherited).Where(alias => Urn.IsValid(alias)).Distinct().Order(StringComparer.Ordinal)];
    }

    // What an alias leaves out is as it is now; no parent at all is said explicitly.
    private static string Collapse(Alias alias, RegisterResourceRequest request, string urn, Session session)
    {
        if (alias.VariantCase != Alias.VariantOneofCase.Spec)
        {
            return alias.Urn;
        }

        var spec = alias.Spec;
        var parent = spec.VariantCase switch
        {
            Alias.Types.Spec.VariantOneofCase.ParentUrn => Text(spec.ParentUrn),
            Alias.Types.Spec.VariantOneofCase.NoParent when spec.NoParent => null,
            _ => Text(request.Parent),
        };
        return Urn.Create(
            Text(spec.Stack) ?? session.Stack,
            Text(spec.Project) ?? session.Project,
            parent,
            Text(spec.Type) ?? request.Type,
            Text(spec.Name) ?? Urn.Name(urn));
    }

    // A child named after its parent was named after its parent's former name.
    private static string Below(string formerParent, string child, string parentName, Session session)
    {
        var name = Urn.Name(child);
        var former = name.StartsWith(parentName, StringComparison.Ordinal) ? Urn.Name(formerParent) + name[parentName.Length..] : name;
        return Urn.Create(session.Stack, session.Project, formerParent, Urn.Type(child), former);
    }

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
