using Google.Protobuf;
using Google.Protobuf.Collections;
using Platform.Protocol;
using Pulumi.Serialization;
using Binding = Platform.Protocol.RegisterResourceRequest.Types.ResourceHooksBinding;

namespace Pulumi;

/// <summary>Announces hooks to the engine and answers its calls of them.</summary>
internal sealed class HookRegistry(Deployment deployment)
{
    public Task RegisterAsync(ResourceHook hook)
    {
        var registration = AnnounceAsync(hook);
        deployment.Work.Track(registration);
        return registration;
    }

    public Task RegisterAsync(ErrorHook hook)
    {
        var registration = AnnounceAsync(hook);
        deployment.Work.Track(registration);
        return registration;
    }

    /// <summary>Names the hooks of a binding in a request, once the engine knows them.</summary>
    public static async ValueTask AddAsync(ResourceHookBinding binding, Binding target)
    {
        await AddAsync(binding.BeforeCreate, target.BeforeCreate).ConfigureAwait(false);
        await AddAsync(binding.AfterCreate, target.AfterCreate).ConfigureAwait(false);
        await AddAsync(binding.BeforeUpdate, target.BeforeUpdate).ConfigureAwait(false);
        await AddAsync(binding.AfterUpdate, target.AfterUpdate).ConfigureAwait(false);
        await AddAsync(binding.BeforeDelete, target.BeforeDelete).ConfigureAwait(false);
        await AddAsync(binding.AfterDelete, target.AfterDelete).ConfigureAwait(false);
        foreach (var hook in binding.OnError)
        {
            await hook.Registered.ConfigureAwait(false);
            target.OnError.Add(hook.Name);
        }
    }

    private static async ValueTask AddAsync(List<ResourceHook> hooks, RepeatedField<string> names)
    {
        foreach (var hook in hooks)
        {
            await hook.Registered.ConfigureAwait(false);
            names.Add(hook.Name);
        }
    }

    private async Task AnnounceAsync(ResourceHook hook)
    {
        // Mocks call nobody back.
        if (deployment.IsTest)
        {
            return;
        }

        await deployment.Features.RequireAsync(Feature.ResourceHooks, "resource hooks").ConfigureAwait(false);
        await deployment.Monitor.RegisterResourceHookAsync(new()
        {
            Name = hook.Name,
            OnDryRun = hook.Options.OnDryRun ?? false,
            IgnoreErrors = hook.Options.IgnoreErrors ?? false,
            Callback = await deployment.Callbacks.AddAsync((request, cancellation) => CallAsync(hook, request, cancellation)).ConfigureAwait(false),
        }).ConfigureAwait(false);
    }

    private async Task AnnounceAsync(ErrorHook hook)
    {
        if (deployment.IsTest)
        {
            return;
        }

        await deployment.Features.RequireAsync(Feature.ResourceHooks, "resource hooks").ConfigureAwait(false);
        await deployment.Monitor.RegisterErrorHookAsync(new()
        {
            Name = hook.Name,
            Callback = await deployment.Callbacks.AddAsync((request, cancellation) => CallAsync(hook, request, cancellation)).ConfigureAwait(false),
        }).ConfigureAwait(false);
    }

    private static async Task<ByteString> CallAsync(ResourceHook hook, ByteString bytes, CancellationToken cancellation)
    {
        var request = ResourceHookRequest.Parser.ParseFrom(bytes);
        await hook.Callback(
            new(
                request.Urn,
                request.Id,
                MarkedValues.Read(request.NewInputs),
                MarkedValues.Read(request.OldInputs),
                MarkedValues.Read(request.NewOutputs),
                MarkedValues.Read(request.OldOutputs)),
            cancellation).ConfigureAwait(false);
        return new ResourceHookResponse().ToByteString();
    }

    private static async Task<ByteString> CallAsync(ErrorHook hook, ByteString bytes, CancellationToken cancellation)
    {
        var request = ErrorHookRequest.Parser.ParseFrom(bytes);
        var retry = await hook.Callback(
            new(
                request.Urn,
                request.Id,
                request.Name,
                request.Type,
                MarkedValues.Read(request.NewInputs),
                MarkedValues.Read(request.OldInputs),
                MarkedValues.Read(request.OldOutputs),
                request.FailedOperation,
                [.. request.Errors]),
            cancellation).ConfigureAwait(false);
        return new ErrorHookResponse { Retry = retry }.ToByteString();
    }
}
