using Google.Protobuf;
using Platform.Protocol;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Announces transforms to the engine and answers its calls of them.</summary>
internal sealed class TransformRegistry(Deployment deployment)
{
    private static readonly SerializerOptions KeepMarks = new(KeepOutputValues: true);

    private readonly Lock _gate = new();
    private Task _invokeTransforms = Task.CompletedTask;

    /// <summary>Names the transforms of a resource in its request.</summary>
    public async ValueTask AddAsync(List<ResourceTransform> transforms, RegisterResourceRequest request)
    {
        await deployment.Features.RequireAsync(Feature.Transforms, "resource transforms").ConfigureAwait(false);

        // Mocks call nobody back.
        if (deployment.IsTest)
        {
            return;
        }

        foreach (var transform in transforms)
        {
            request.Transforms.Add(await deployment.Callbacks
                .AddAsync((bytes, cancellation) => CallAsync(transform, bytes, cancellation)).ConfigureAwait(false));
        }
    }

    /// <summary>Announces a transform; calls of functions wait until the engine knows it.</summary>
    public void RegisterInvokeTransform(InvokeTransform transform)
    {
        lock (_gate)
        {
            _invokeTransforms = AnnounceAsync(_invokeTransforms, transform);
            deployment.Work.Track(_invokeTransforms);
        }
    }

    public Task WaitForInvokeTransformsAsync() => _invokeTransforms;

    private async Task AnnounceAsync(Task before, InvokeTransform transform)
    {
        await before.ConfigureAwait(false);
        await deployment.Features.RequireAsync(Feature.InvokeTransforms, "invoke transforms").ConfigureAwait(false);
        if (!deployment.IsTest)
        {
            await deployment.Monitor.RegisterStackInvokeTransformAsync(await deployment.Callbacks
                .AddAsync((bytes, cancellation) => CallAsync(transform, bytes, cancellation)).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    private async Task<ByteString> CallAsync(ResourceTransform transform, ByteString bytes, CancellationToken cancellation)
    {
        var request = TransformRequest.Parser.ParseFrom(bytes);
        var options = TransformOptions.ToOptions(request);
        var arguments = MarkedValues.Read(request.Properties ?? new());
        var result = await transform(new(request.Name, request.Type, request.Custom, arguments, options), cancellation).ConfigureAwait(false);
        if (result is not { } changed)
        {
            return ByteString.Empty;
        }

        var properties = await SerializedProperties.OfAsync(deployment.Features, DictionaryArguments.Read(changed.Args), KeepMarks).ConfigureAwait(false);
        return new TransformResponse
        {
            Properties = properties.Object,
            Options = await TransformOptions.ToMessageAsync(deployment, changed.Options).ConfigureAwait(false),
        }.ToByteString();
    }

    private async Task<ByteString> CallAsync(InvokeTransform transform, ByteString bytes, CancellationToken cancellation)
    {
        var request = TransformInvokeRequest.Parser.ParseFrom(bytes);
        var given = request.Options ?? new();
        var options = new InvokeOptions
        {
            Provider = given.Provider.Length > 0 ? new DependencyProvider(given.Provider) : null,
            Version = TransformOptions.NullIfEmpty(given.Version),
            PluginDownloadURL = TransformOptions.NullIfEmpty(given.PluginDownloadUrl),
        };
        var result = await transform(new(request.Token, MarkedValues.Read(request.Args ?? new()), options), cancellation).ConfigureAwait(false);
        if (result is not { } changed)
        {
            return ByteString.Empty;
        }

        var arguments = await SerializedProperties.OfAsync(deployment.Features, DictionaryArguments.Read(changed.Args), KeepMarks).ConfigureAwait(false);
        return new TransformInvokeResponse
        {
            Args = arguments.Object,
            Options = new()
            {
                Provider = changed.Options.Provider is { } provider ? await provider.GetReferenceAsync().ConfigureAwait(false) : "",
                Version = changed.Options.Version ?? "",
                PluginDownloadUrl = changed.Options.PluginDownloadURL ?? "",
            },
        }.ToByteString();
    }
}
