using System.Collections.Immutable;
using Platform.Engine.GoText;
using Platform.Graph;
using Platform.Protocol;

namespace Platform.Engine.Monitor;

/// <summary>Reads the options of a registration, those inherited from the parent included.</summary>
internal static class Settings
{
    public static ResourceSettings Of(RegisterResourceRequest request, Registration? parent, string urn, Package? package, Session session) => new()
    {
        Protect = request.HasProtect ? request.Protect : parent?.Settings.Protect ?? false,
        RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : parent?.Settings.RetainOnDelete ?? false,
        DeletedWith = Text(request.DeletedWith) ?? parent?.Settings.DeletedWith,
        DeleteBeforeReplace = request.DeleteBeforeReplaceDefined ? request.DeleteBeforeReplace : null,
        IgnoreChanges = [.. request.IgnoreChanges],
        ReplaceOnChanges = [.. request.ReplaceOnChanges],
        AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
        Aliases = AliasUrns.Of(request, parent, urn, session),
        ImportId = Text(request.ImportId),
        ReplaceWith = [.. request.ReplaceWith.Distinct().Order(StringComparer.Ordinal)],
        HideDiffs = [.. request.HideDiffs],
        Hooks = Hooks(request.Hooks),
        CustomTimeouts = Timeouts(request.CustomTimeouts),
        EnvVarMappings = request.EnvVarMappings.ToImmutableSortedDictionary(StringComparer.Ordinal),
        StateMigrations = request.StateMigrations.Count,
        Version = Text(request.Version) ?? Text(package?.Version),
        PluginDownloadUrl = Text(request.PluginDownloadURL) ?? Text(package?.DownloadUrl),
    };

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Hooks(RegisterResourceRequest.Types.ResourceHooksBinding? binding)
    {
        var none = ResourceSettings.Default.Hooks;
        return binding is null
            ? none
            : none.AddRange(new[]
            {
                ("beforeCreate", binding.BeforeCreate), ("afterCreate", binding.AfterCreate), ("beforeUpdate", binding.BeforeUpdate), ("afterUpdate", binding.AfterUpdate),
                ("beforeDelete", binding.BeforeDelete), ("afterDelete", binding.AfterDelete), ("onError", binding.OnError),
            }
                .Where(moment => moment.Item2.Count > 0)
                .Select(moment => KeyValuePair.Create<string, ImmutableArray<string>>(moment.Item1, [.. moment.Item2])));
    }

    private static ImmutableSortedDictionary<string, string> Timeouts(RegisterResourceRequest.Types.CustomTimeouts? timeouts)
    {
        var none = ResourceSettings.Default.CustomTimeouts;
        return timeouts is null
            ? none
            : none.AddRange(new[] { ("create", timeouts.Create), ("delete", timeouts.Delete), ("read", timeouts.Read), ("update", timeouts.Update) }
                .Where(timeout => timeout.Item2.Length > 0)
                .Select(timeout => KeyValuePair.Create(timeout.Item1, GoDuration.InSeconds(timeout.Item2)
                    ?? throw new GrpcException(GrpcStatusCode.InvalidArgument, $"the {timeout.Item1} timeout '{timeout.Item2}' is no time span; write one such as 5m or 1h30m"))));
    }

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
