using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Platform.Protocol;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Puts together what the engine is told about a resource, waiting for everything it refers to.</summary>
internal sealed class RegistrationRequest(
    Deployment deployment, Resource resource, Argument[] arguments, ResourceOptions options, RegisterPackageRequest? package)
{
    private static readonly RegisterResourceRequest.Types.PropertyDependencies Independent = new();

    private readonly SortedTexts _dependencies = new();

    private bool IsRemoteComponent => resource is { IsCustom: false, IsRemote: true };

    public async ValueTask<RegisterResourceRequest> BuildAsync()
    {
        if (options.HasDependsOn)
        {
            await WaitForDependsOnAsync().ConfigureAwait(false);
        }

        var keepOutputValues = IsRemoteComponent && await deployment.Features.SupportsAsync(Feature.OutputValues).ConfigureAwait(false);
        var properties = await SerializedProperties.OfAsync(
            deployment.Features,
            arguments,
            new SerializerOptions(keepOutputValues, ReferencesAreDependencies: !keepOutputValues, resource),
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
        await AddDependenciesAsync(request, properties).ConfigureAwait(false);

        // Most resources have none of these; each one asked for in vain would cost every program a little of its start.
        if (resource.Provider is not null || IsRemoteComponent)
        {
            await AddProvidersAsync(request).ConfigureAwait(false);
        }

        if (options.DeletedWith is not null || options.HasReplaceWith || options.ReplacementTrigger is not null)
        {
            await AddRelatedResourcesAsync(request).ConfigureAwait(false);
        }

        if (AliasRequest.HasAny(resource))
        {
            await AliasRequest.AddAsync(deployment, resource, request).ConfigureAwait(false);
        }

        if (options.HasTransforms)
        {
            await deployment.Transforms.AddAsync(options.ResourceTransforms, request).ConfigureAwait(false);
        }

        if (options.HasHooks)
        {
            await HookRegistry.AddAsync(options.Hooks, request.Hooks).ConfigureAwait(false);
        }

        if (package is not null)
        {
            request.PackageRef = await deployment.Packages.ReferenceAsync(package).ConfigureAwait(false);
        }

        return request;
    }

    public async ValueTask<ReadResourceRequest> BuildReadAsync(string id)
    {
        if (options.HasDependsOn)
        {
            await WaitForDependsOnAsync().ConfigureAwait(false);
        }

        var properties = await SerializedProperties.OfAsync(
            deployment.Features, arguments, SerializerOptions.Plain, isResource: true).ConfigureAwait(false);
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

        _dependencies.AddRange(await DependencyExpansion.ToUrnsAsync(properties.AllDependencies, resource).ConfigureAwait(false));
        request.Dependencies.AddRange(_dependencies.All);
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
        var serializer = new Serializer(deployment.Features, SerializerOptions.Plain);
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

        _dependencies.AddRange(await DependencyExpansion.ToUrnsAsync(resources, resource).ConfigureAwait(false));
    }

    private ValueTask<string> ParentUrnAsync() => resource.Parent?.Urn.GetValueAsync() ?? new("");

    private ValueTask<string> ProviderAsync() => resource.Provider?.GetReferenceAsync() ?? new("");

    private void AddPlainOptions(RegisterResourceRequest request)
    {
        options.AddListsTo(request, resource.IsCustom);
        (options as CustomResourceOptions)?.AddTo(request);
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
        for (var i = 0; i < properties.Count; i++)
        {
            var (key, resources) = properties.Dependencies[i];
            if (resources.IsEmpty)
            {
                request.PropertyDependencies[key] = Independent;
                continue;
            }

            var urns = await DependencyExpansion.ToUrnsAsync(resources, resource).ConfigureAwait(false);
            request.PropertyDependencies[key] = new() { Urns = { urns } };
            _dependencies.AddRange(urns);
        }

        request.Dependencies.AddRange(_dependencies.All);
    }

    private async ValueTask AddRelatedResourcesAsync(RegisterResourceRequest request)
    {
        if (options.DeletedWith is { } deletedWith)
        {
            await deployment.Features.RequireAsync(Feature.DeletedWith, "the DeletedWith option").ConfigureAwait(false);
            request.DeletedWith = await deletedWith.Urn.GetValueAsync().ConfigureAwait(false);
        }

        if (options.HasReplaceWith)
        {
            var replaceWith = await options.ReplaceWith.ToOutput().GetDataAsync().ConfigureAwait(false);
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
