using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Platform.Protocol;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Puts together what the engine is told about a resource, waiting for everything it refers to.</summary>
internal sealed class RegistrationRequest(
    Deployment deployment, Resource resource, ResourceArgs args, ResourceOptions options, RegisterPackageRequest? package)
{
    private readonly SortedSet<string> _dependencies = new(StringComparer.Ordinal);

    private bool IsRemoteComponent => resource is { IsCustom: false, IsRemote: true };

    public async ValueTask<RegisterResourceRequest> BuildAsync()
    {
        await WaitForDependsOnAsync().ConfigureAwait(false);
        var keepOutputValues = IsRemoteComponent && await deployment.Features.SupportsAsync(Feature.OutputValues).ConfigureAwait(false);
        var properties = await SerializedProperties.OfAsync(
            deployment.Features,
            args.GetArguments(),
            new SerializerOptions(keepOutputValues, ReferencesAreDependencies: !keepOutputValues),
            isResource: true).ConfigureAwait(false);
        var request = new RegisterResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Custom = resource.IsCustom,
            Remote = resource.IsRemote,
            Parent = await ParentUrnAsync().ConfigureAwait(false),
            Object = properties.Object,
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            AcceptSecrets = true,
            AcceptResources = deployment.Settings.AcceptResources,
            SupportsResultReporting = true,
            Hooks = new(),
        };
        AddPlainOptions(request);
        await AddProvidersAsync(request).ConfigureAwait(false);
        await AddDependenciesAsync(request, properties).ConfigureAwait(false);
        await AddRelatedResourcesAsync(request).ConfigureAwait(false);
        await AliasRequest.AddAsync(deployment, resource, request).ConfigureAwait(false);
        await deployment.Transforms.AddAsync(options.ResourceTransforms, request).ConfigureAwait(false);
        await HookRegistry.AddAsync(options.Hooks, request.Hooks).ConfigureAwait(false);
        request.PackageRef = await deployment.Packages.ReferenceAsync(package).ConfigureAwait(false);
        return request;
    }

    public async ValueTask<ReadResourceRequest> BuildReadAsync(string id)
    {
        await WaitForDependsOnAsync().ConfigureAwait(false);
        var properties = await SerializedProperties.OfAsync(deployment.Features, args.GetArguments(), default, isResource: true).ConfigureAwait(false);
        var request = new ReadResourceRequest
        {
            Id = id,
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Parent = await ParentUrnAsync().ConfigureAwait(false),
            Provider = await ProviderAsync().ConfigureAwait(false),
            Properties = properties.Object,
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            AcceptSecrets = true,
            AcceptResources = deployment.Settings.AcceptResources,
            PackageRef = await deployment.Packages.ReferenceAsync(package).ConfigureAwait(false),
        };
        if (options is CustomResourceOptions custom)
        {
            request.AdditionalSecretOutputs.AddRange(custom.AdditionalSecretOutputs);
        }

        _dependencies.UnionWith(await DependencyExpansion.ToUrnsAsync(properties.AllDependencies, resource).ConfigureAwait(false));
        request.Dependencies.AddRange(_dependencies);
        return request;
    }

    /// <summary>Time limits as the engine wants them, in nanoseconds.</summary>
    internal static RegisterResourceRequest.Types.CustomTimeouts ToMessage(CustomTimeouts timeouts) => new()
    {
        Create = ToNanoseconds(timeouts.Create),
        Update = ToNanoseconds(timeouts.Update),
        Delete = ToNanoseconds(timeouts.Delete),
    };

    internal static ValueTask<Value> TriggerAsync(Deployment deployment, Input<object> trigger)
    {
        var serializer = new Serializer(deployment.Features, default);
        serializer.Reset("replacementTrigger");
        return serializer.SerializeAsync(trigger);
    }

    private static string ToNanoseconds(TimeSpan? limit) =>
        limit is { } value ? value.Ticks.ToString(CultureInfo.InvariantCulture) + "00ns" : "";

    private async ValueTask WaitForDependsOnAsync()
    {
        var dependsOn = await options.DependsOn.ToOutput().GetDataAsync().ConfigureAwait(false);
        var resources = dependsOn.Resources;
        foreach (var dependency in dependsOn.Value)
        {
            if (dependency is not null)
            {
                resources = resources.Union(ResourceSet.Of(dependency));
            }
        }

        _dependencies.UnionWith(await DependencyExpansion.ToUrnsAsync(resources, resource).ConfigureAwait(false));
    }

    private async ValueTask<string> ParentUrnAsync() =>
        resource.Parent is { } parent ? (await parent.Urn.GetDataAsync().ConfigureAwait(false)).Value : "";

    private async ValueTask<string> ProviderAsync() =>
        resource.Provider is { } provider ? await provider.GetReferenceAsync().ConfigureAwait(false) : "";

    private void AddPlainOptions(RegisterResourceRequest request)
    {
        request.IgnoreChanges.AddRange(options.IgnoreChanges);
        request.HideDiffs.AddRange(options.HideDiffs);
        if (resource.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        if (options.CustomTimeouts is { } timeouts)
        {
            request.CustomTimeouts = ToMessage(timeouts);
        }

        if (options is not CustomResourceOptions custom)
        {
            return;
        }

        request.DeleteBeforeReplaceDefined = custom.DeleteBeforeReplace is not null;
        request.DeleteBeforeReplace = custom.DeleteBeforeReplace ?? false;
        request.ImportId = custom.ImportId ?? "";
        request.AdditionalSecretOutputs.AddRange(custom.AdditionalSecretOutputs);
        request.ReplaceOnChanges.AddRange(custom.ReplaceOnChanges);
        foreach (var (from, to) in custom.EnvVarMappings)
        {
            request.EnvVarMappings[from] = to;
        }
    }

    private async ValueTask AddProvidersAsync(RegisterResourceRequest request)
    {
        if (resource.IsCustom)
        {
            request.Provider = await ProviderAsync().ConfigureAwait(false);
        }
        else if (IsRemoteComponent)
        {
            foreach (var (name, provider) in resource.Providers)
            {
                request.Providers[name] = await provider.GetReferenceAsync().ConfigureAwait(false);
            }
        }
    }

    private async ValueTask AddDependenciesAsync(RegisterResourceRequest request, SerializedProperties properties)
    {
        foreach (var (key, resources) in properties.Dependencies)
        {
            var urns = await DependencyExpansion.ToUrnsAsync(resources, resource).ConfigureAwait(false);
            var message = new RegisterResourceRequest.Types.PropertyDependencies();
            message.Urns.AddRange(urns);
            request.PropertyDependencies[key] = message;
            _dependencies.UnionWith(urns);
        }

        request.Dependencies.AddRange(_dependencies);
    }

    private async ValueTask AddRelatedResourcesAsync(RegisterResourceRequest request)
    {
        if (options.DeletedWith is { } deletedWith)
        {
            await deployment.Features.RequireAsync(Feature.DeletedWith, "the DeletedWith option").ConfigureAwait(false);
            request.DeletedWith = (await deletedWith.Urn.GetDataAsync().ConfigureAwait(false)).Value;
        }

        var replaceWith = await options.ReplaceWith.ToOutput().GetDataAsync().ConfigureAwait(false);
        if (replaceWith.Value.Length > 0)
        {
            await deployment.Features.RequireAsync(Feature.ReplaceWith, "the ReplaceWith option").ConfigureAwait(false);
            foreach (var other in replaceWith.Value)
            {
                request.ReplaceWith.Add((await other.Urn.GetDataAsync().ConfigureAwait(false)).Value);
            }
        }

        if (options.ReplacementTrigger is { } trigger)
        {
            request.ReplacementTrigger = await TriggerAsync(deployment, trigger).ConfigureAwait(false);
        }
    }
}
