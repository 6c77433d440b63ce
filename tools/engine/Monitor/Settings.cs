using System.Collections.Immutable;
using Platform.Engine.Wire;
using Platform.Graph;
using Platform.Protocol;

namespace Platform.Engine.Monitor;

/// <summary>Reads the options of a registration, those inherited from the parent included.</summary>
internal static class Settings
{
    public static ResourceSettings Of(RegisterResourceRequest request, Registration? parent, string urn, Session session) => new()
    {
        Protect = request.HasProtect ? request.Protect : parent?.Settings.Protect ?? false,
        RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : parent?.Settings.RetainOnDelete ?? false,
        DeletedWith = Text(request.DeletedWith) ?? parent?.Settings.DeletedWith,
        DeleteBeforeReplace = request.DeleteBeforeReplaceDefined ? request.DeleteBeforeReplace : null,
        IgnoreChanges = [.. request.IgnoreChanges],
        ReplaceOnChanges = [.. request.ReplaceOnChanges],
        AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
        Aliases = [.. request.AliasURNs.Concat(request.Aliases.Select(alias => AliasUrn(alias, request, urn, session))).Distinct().Order(StringComparer.Ordinal)],
        ImportId = Text(request.ImportId),
        ReplaceWith = [.. request.ReplaceWith.Distinct().Order(StringComparer.Ordinal)],
        CustomTimeouts = Timeouts(request.CustomTimeouts),
        Version = Text(request.Version) ?? Text(session.Packages.GetValueOrDefault(request.PackageRef)?.Version),
        PluginDownloadUrl = Text(request.PluginDownloadURL) ?? Text(session.Packages.GetValueOrDefault(request.PackageRef)?.DownloadUrl),
    };

    // What an alias leaves out is as it is now; no parent at all is said explicitly.
    private static string AliasUrn(Alias alias, RegisterResourceRequest request, string urn, Session session)
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

    private static ImmutableSortedDictionary<string, string> Timeouts(RegisterResourceRequest.Types.CustomTimeouts? timeouts)
    {
        var none = ResourceSettings.Default.CustomTimeouts;
        return timeouts is null
            ? none
            : none.AddRange(new[] { ("create", timeouts.Create), ("delete", timeouts.Delete), ("read", timeouts.Read), ("update", timeouts.Update) }
                .Where(timeout => timeout.Item2.Length > 0)
                .Select(timeout => KeyValuePair.Create(timeout.Item1, timeout.Item2)));
    }

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
