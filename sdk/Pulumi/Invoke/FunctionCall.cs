using Google.Protobuf.WellKnownTypes;
using Platform.Protocol;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>One call of a provider function.</summary>
internal sealed class FunctionCall(
    Deployment deployment, string token, InvokeArgs? args, InvokeOptions? options, RegisterPackageRequest? package)
{
    /// <summary>The result; unknown, without asking anybody, if it depends on something that does not exist yet.</summary>
    public async ValueTask<OutputData<T>> GetAsync<T>(bool isSingle)
    {
        var arguments = await SerializeAsync().ConfigureAwait(false);
        var dependencies = arguments.AllDependencies.Union(await DependsOnAsync().ConfigureAwait(false));
        if (arguments.ContainsUnknown || await AnyIsMissingAsync(dependencies).ConfigureAwait(false))
        {
            return new(default!, dependencies, IsKnown: false, IsSecret: false);
        }

        var response = await SendAsync(arguments).ConfigureAwait(false);
        if (response.Unknown)
        {
            return new(default!, dependencies, IsKnown: false, IsSecret: false);
        }

        var data = Read<T>(response, isSingle);
        return data with { Resources = data.Resources.Union(dependencies) };
    }

    /// <summary>The result, with what is unknown left at its default.</summary>
    public async Task<T> GetNowAsync<T>(bool isSingle)
    {
        var arguments = await SerializeAsync().ConfigureAwait(false);
        return Read<T>(await SendAsync(arguments).ConfigureAwait(false), isSingle).Value;
    }

    public static IEnumerable<(string Property, string Reason)> FailuresOf(IEnumerable<CheckFailure> failures) =>
        failures.Select(failure => (failure.Property, failure.Reason));

    private async ValueTask<SerializedProperties> SerializeAsync()
    {
        try
        {
            var arguments = (args ?? InvokeArgs.Empty).GetArguments();
            return await SerializedProperties.OfAsync(deployment.Features, arguments, SerializerOptions.Plain).ConfigureAwait(false);
        }
        catch (UnsupportedArgumentException problem)
        {
            // The caller may swallow the exception; the program is wrong all the same.
            deployment.Logger.Write(LogSeverity.Error, $"Invoke of '{token}' failed: {problem.Message}", resource: null, streamId: null, ephemeral: null);
            throw;
        }
    }

    private async ValueTask<ResourceSet> DependsOnAsync()
    {
        if (options is not InvokeOutputOptions { DependsOn: var dependsOn })
        {
            return default;
        }

        var data = await dependsOn.ToOutput().GetDataAsync().ConfigureAwait(false);
        return data.Resources.Union(ResourceSet.Of(data.Value));
    }

    private static async ValueTask<bool> AnyIsMissingAsync(ResourceSet resources)
    {
        foreach (var resource in DependencyExpansion.Expand(resources, registering: null))
        {
            if (resource is CustomResource custom and not DependencyResource
                && !(await custom.Id.GetDataAsync().ConfigureAwait(false)).IsKnown)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<ResourceInvokeResponse> SendAsync(SerializedProperties arguments)
    {
        await deployment.Transforms.WaitForInvokeTransformsAsync().ConfigureAwait(false);
        var provider = options?.Provider;
        if (provider is null && options?.Parent is { } parent && ProviderResource.PackageOf(token) is { } name)
        {
            provider = parent.Provider is { } own && own.Package == name ? own : parent.Providers.GetValueOrDefault(name);
        }

        var response = await deployment.Monitor.InvokeAsync(new()
        {
            Tok = token,
            Args = arguments.Object,
            Provider = provider is null ? "" : await provider.GetReferenceAsync().ConfigureAwait(false),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
            AcceptResources = deployment.Settings.AcceptResources,
            PackageRef = await deployment.Packages.ReferenceAsync(package).ConfigureAwait(false),
        }).ConfigureAwait(false);
        return response.Failures.Count == 0 ? response : throw new InvokeException(token, FailuresOf(response.Failures));
    }

    private OutputData<T> Read<T>(ResourceInvokeResponse response, bool isSingle)
    {
        var result = response.Return ?? new Struct();
        var value = isSingle ? result.Fields.Values.FirstOrDefault() : Value.ForStruct(result);
        return ResultReader.Read<T>(deployment, value, $"the result of '{token}'");
    }
}
