using Google.Protobuf.WellKnownTypes;
using Platform.Protocol;

namespace Pulumi;

/// <summary>The real engine's resource monitor.</summary>
internal sealed class GrpcMonitor(GrpcClient client) : IMonitor
{
    private static readonly Empty Nothing = new();

    public async Task<bool> SupportsFeatureAsync(string feature) =>
        (await client.CallAsync(ResourceMonitorMethods.SupportsFeature, new() { Id = feature }).ConfigureAwait(false)).HasSupport;

    public Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request) =>
        client.CallAsync(ResourceMonitorMethods.RegisterResource, request);

    public Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request) =>
        client.CallAsync(ResourceMonitorMethods.ReadResource, request);

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) =>
        client.CallAsync(ResourceMonitorMethods.RegisterResourceOutputs, request);

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) =>
        client.CallAsync(ResourceMonitorMethods.Invoke, request);

    public Task<CallResponse> CallAsync(ResourceCallRequest request) => client.CallAsync(ResourceMonitorMethods.Call, request);

    public async Task<string> RegisterPackageAsync(Platform.Protocol.RegisterPackageRequest request) =>
        (await client.CallAsync(ResourceMonitorMethods.RegisterPackage, request).ConfigureAwait(false)).Ref;

    public Task RegisterStackInvokeTransformAsync(Callback callback) =>
        client.CallAsync(ResourceMonitorMethods.RegisterStackInvokeTransform, callback);

    public Task RegisterResourceHookAsync(RegisterResourceHookRequest request) =>
        client.CallAsync(ResourceMonitorMethods.RegisterResourceHook, request);

    public Task RegisterErrorHookAsync(RegisterErrorHookRequest request) =>
        client.CallAsync(ResourceMonitorMethods.RegisterErrorHook, request);

    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await client.CallAsync(ResourceMonitorMethods.SignalAndWaitForShutdown, Nothing).ConfigureAwait(false);
        }
        catch (GrpcException old) when (old.StatusCode == GrpcStatusCode.Unimplemented)
        {
            // An engine from before the method: it goes by the program's end.
        }
    }
}

/// <summary>The real engine.</summary>
internal sealed class GrpcEngine(GrpcClient client) : IEngine
{
    public Task LogAsync(LogRequest request) => client.CallAsync(EngineMethods.Log, request);

    public async Task RequirePulumiVersionAsync(string range)
    {
        try
        {
            await client.CallAsync(EngineMethods.RequirePulumiVersion, new() { PulumiVersionRange = range }).ConfigureAwait(false);
        }
        catch (GrpcException problem)
        {
            throw new RunException(
                problem.StatusCode == GrpcStatusCode.Unimplemented
                    ? "The installed version of the CLI does not support the `RequirePulumiVersion` RPC. Please upgrade the Pulumi CLI"
                    : problem.Detail,
                problem);
        }
    }
}
