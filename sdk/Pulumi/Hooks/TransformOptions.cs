using Platform.Protocol;
using Binding = Platform.Protocol.RegisterResourceRequest.Types.ResourceHooksBinding;

namespace Pulumi;

/// <summary>Resource options on their way to a transform and back.</summary>
internal static class TransformOptions
{
    public static ResourceOptions ToOptions(TransformRequest request)
    {
        var message = request.Options ?? new();
        ResourceOptions options = request.Custom
            ? new CustomResourceOptions
            {
                AdditionalSecretOutputs = [.. message.AdditionalSecretOutputs],
                DeleteBeforeReplace = message.HasDeleteBeforeReplace ? message.DeleteBeforeReplace : null,
                ImportId = NullIfEmpty(message.Import),
            }
            : new ComponentResourceOptions { Providers = [.. message.Providers.Values.Select(reference => new DependencyProvider(reference))] };
        options.Parent = request.Parent.Length > 0 ? new DependencyComponent(request.Parent) : null;
        options.Provider = message.Provider.Length > 0 ? new DependencyProvider(message.Provider) : null;
        options.DependsOn = message.DependsOn.Select(Dependency).ToArray();
        options.Protect = message.HasProtect ? message.Protect : null;
        options.IgnoreChanges = [.. message.IgnoreChanges];
        options.ReplaceOnChanges = [.. message.ReplaceOnChanges];
        options.Version = NullIfEmpty(message.Version);
        options.PluginDownloadURL = NullIfEmpty(message.PluginDownloadUrl);
        options.RetainOnDelete = message.HasRetainOnDelete ? message.RetainOnDelete : null;
        options.DeletedWith = message.DeletedWith.Length > 0 ? Dependency(message.DeletedWith) : null;
        options.ReplaceWith = message.ReplaceWith.Select(Dependency).ToArray();
        options.HideDiffs = [.. message.HideDiff];
        options.Aliases = [.. message.Aliases.Select(alias => (Input<Alias>)ToAlias(alias))];
        options.Hooks = ToHooks(message.Hooks ?? new());
        options.ReplacementTrigger = message.ReplacementTrigger is { } trigger ? ToInput(trigger) : null;
        options.CustomTimeouts = message.CustomTimeouts is { } timeouts
            ? new() { Create = Duration.Parse(timeouts.Create), Update = Duration.Parse(timeouts.Update), Delete = Duration.Parse(timeouts.Delete) }
            : null;
        return options;
    }

    public static async ValueTask<TransformResourceOptions> ToMessageAsync(Deployment deployment, ResourceOptions options)
    {
        var message = new TransformResourceOptions
        {
            Version = options.Version ?? "",
            PluginDownloadUrl = options.PluginDownloadURL ?? "",
            Provider = options.Provider is { } provider ? await provider.GetReferenceAsync().ConfigureAwait(false) : "",
            DeletedWith = options.DeletedWith is { } other ? (await other.Urn.GetDataAsync().ConfigureAwait(false)).Value : "",
            Hooks = new(),
        };
        message.IgnoreChanges.AddRange(options.IgnoreChanges);
        message.ReplaceOnChanges.AddRange(options.ReplaceOnChanges);
        message.HideDiff.AddRange(options.HideDiffs);
        message.DependsOn.AddRange(await UrnsAsync(options.DependsOn).ConfigureAwait(false));
        message.ReplaceWith.AddRange(await UrnsAsync(options.ReplaceWith).ConfigureAwait(false));
        await HookRegistry.AddAsync(options.Hooks, message.Hooks).ConfigureAwait(false);
        foreach (var alias in options.Aliases)
        {
            message.Aliases.Add(await AliasRequest.ToMessageAsync((await alias.ToOutput().GetDataAsync().ConfigureAwait(false)).Value).ConfigureAwait(false));
        }

        if (options.Protect is { } protect)
        {
            message.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            message.RetainOnDelete = retain;
        }

        if (options.CustomTimeouts is { } timeouts)
        {
            message.CustomTimeouts = RegistrationRequest.ToMessage(timeouts);
        }

        if (options.ReplacementTrigger is { } trigger)
        {
            message.ReplacementTrigger = await RegistrationRequest.TriggerAsync(deployment, trigger).ConfigureAwait(false);
        }

        await AddSpecificAsync(options, message).ConfigureAwait(false);
        return message;
    }

    public static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;

    private static async ValueTask AddSpecificAsync(ResourceOptions options, TransformResourceOptions message)
    {
        if (options is CustomResourceOptions custom)
        {
            message.AdditionalSecretOutputs.AddRange(custom.AdditionalSecretOutputs);
            message.Import = custom.ImportId ?? "";
            if (custom.DeleteBeforeReplace is { } deleteBeforeReplace)
            {
                message.DeleteBeforeReplace = deleteBeforeReplace;
            }
        }
        else if (options is ComponentResourceOptions component)
        {
            foreach (var provider in component.Providers)
            {
                message.Providers[provider.Package] = await provider.GetReferenceAsync().ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask<IEnumerable<string>> UrnsAsync(InputList<Resource> resources)
    {
        var data = await resources.ToOutput().GetDataAsync().ConfigureAwait(false);
        return await DependencyExpansion.ToUrnsAsync(data.Resources.Union(ResourceSet.Of(data.Value)), registering: null).ConfigureAwait(false);
    }

    private static Resource Dependency(string urn) => new DependencyResource(urn);

    private static Input<object> ToInput(Google.Protobuf.WellKnownTypes.Value value) => Serialization.MarkedValues.Read(value) switch
    {
        Output<object?> output => output!,
        var plain => plain!,
    };

    private static Alias ToAlias(Platform.Protocol.Alias alias) => alias.Spec is not { } spec
        ? new() { Urn = alias.Urn }
        : new()
        {
            Name = InputOf(spec.Name),
            Type = InputOf(spec.Type),
            Stack = InputOf(spec.Stack),
            Project = InputOf(spec.Project),
            ParentUrn = InputOf(spec.ParentUrn),
            NoParent = spec.NoParent,
        };

    private static Input<string>? InputOf(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        return text;
    }

    private static ResourceHookBinding ToHooks(Binding message) => new()
    {
        BeforeCreate = [.. message.BeforeCreate.Select(name => new NamedHook(name))],
        AfterCreate = [.. message.AfterCreate.Select(name => new NamedHook(name))],
        BeforeUpdate = [.. message.BeforeUpdate.Select(name => new NamedHook(name))],
        AfterUpdate = [.. message.AfterUpdate.Select(name => new NamedHook(name))],
        BeforeDelete = [.. message.BeforeDelete.Select(name => new NamedHook(name))],
        AfterDelete = [.. message.AfterDelete.Select(name => new NamedHook(name))],
        OnError = [.. message.OnError.Select(name => new NamedErrorHook(name))],
    };

    /// <summary>A hook that the engine knows already; only its name matters here.</summary>
    private sealed class NamedHook(string name)
        : ResourceHook(name, static (_, _) => Task.CompletedTask, new(), Task.CompletedTask);

    private sealed class NamedErrorHook(string name)
        : ErrorHook(name, static (_, _) => Task.FromResult(false), Task.CompletedTask);
}
