using Google.Protobuf.WellKnownTypes;
using Platform.Protocol;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>One call of a resource's method.</summary>
internal sealed class MethodCall(
    Deployment deployment, string token, CallArgs? args, Resource? self, CallOptions? options, RegisterPackageRequest? package)
{
    private const string Self = "__self__";

    public async ValueTask<OutputData<T>> GetAsync<T>()
    {
        var response = await deployment.Monitor.CallAsync(await BuildAsync().ConfigureAwait(false)).ConfigureAwait(false);
        if (response.Failures.Count > 0)
        {
            throw new CallException(token, FunctionCall.FailuresOf(response.Failures));
        }

        var data = ResultReader.Read<T>(deployment, Value.ForStruct(response.Return ?? new Struct()), $"the result of '{token}'");
        var dependencies = data.Resources;
        foreach (var urn in response.ReturnDependencies.Values.SelectMany(urns => urns.Urns).Distinct(StringComparer.Ordinal))
        {
            dependencies = dependencies.Union(ResourceSet.Of(new DependencyResource(urn)));
        }

        return data with { Resources = dependencies };
    }

    private async ValueTask<ResourceCallRequest> BuildAsync()
    {
        var arguments = (args ?? CallArgs.Empty).GetArguments();
        if (self is not null)
        {
            arguments = [.. arguments, new(Self, self, Json: false)];
        }

        var keepOutputValues = await deployment.Features.SupportsAsync(Feature.OutputValues).ConfigureAwait(false);
        var properties = await SerializedProperties.OfAsync(
            deployment.Features, arguments, new SerializerOptions(keepOutputValues, ReferencesAreDependencies: false)).ConfigureAwait(false);
        var provider = options?.Provider ?? self?.Provider ?? ProviderOfParent();
        var request = new ResourceCallRequest
        {
            Tok = token,
            Args = properties.Object,
            Provider = provider is null ? "" : await provider.GetReferenceAsync().ConfigureAwait(false),
            Version = options?.Version ?? self?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? self?.PluginDownloadUrl ?? "",
            PackageRef = await deployment.Packages.ReferenceAsync(package).ConfigureAwait(false),
        };
        for (var i = 0; i < properties.Count; i++)
        {
            var (key, resources) = properties.Dependencies[i];
            var urns = new ResourceCallRequest.Types.ArgumentDependencies();
            urns.Urns.AddRange(await DependencyExpansion.ToUrnsAsync(resources, registering: null).ConfigureAwait(false));
            request.ArgDependencies[key] = urns;
        }

        return request;
    }

    private ProviderResource? ProviderOfParent() =>
        options?.Parent is { } parent && ProviderResource.PackageOf(token) is { } name ? parent.Providers.GetValueOrDefault(name) : null;
}
