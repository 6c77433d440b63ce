using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Platform.Protocol;

/// <summary>One unary method of a gRPC service: its path and the types of its messages.</summary>
public sealed class GrpcMethod<TRequest, TResponse>
    where TRequest : class, IMessage<TRequest>
    where TResponse : class, IMessage<TResponse>
{
    internal GrpcMethod(string service, string name, MessageParser<TRequest> requestParser, MessageParser<TResponse> responseParser)
    {
        Path = $"/{service}/{name}";
        RequestParser = requestParser;
        ResponseParser = responseParser;
    }

    /// <summary>The path of the HTTP request, such as <c>/pulumirpc.Engine/Log</c>.</summary>
    public string Path { get; }

    internal MessageParser<TRequest> RequestParser { get; }

    internal MessageParser<TResponse> ResponseParser { get; }
}

#pragma warning disable CS1591 // The names are the protocol's own; messages.proto lists them with their messages.

/// <summary>Methods of <c>pulumirpc.ResourceMonitor</c>, which the engine serves and a program calls.</summary>
public static class ResourceMonitorMethods
{
    private const string Service = "pulumirpc.ResourceMonitor";

    public static readonly GrpcMethod<Empty, DeploymentInfo> GetDeploymentInfo = new(Service, nameof(GetDeploymentInfo), Empty.Parser, DeploymentInfo.Parser);
    public static readonly GrpcMethod<SupportsFeatureRequest, SupportsFeatureResponse> SupportsFeature = new(Service, nameof(SupportsFeature), SupportsFeatureRequest.Parser, SupportsFeatureResponse.Parser);
    public static readonly GrpcMethod<ResourceInvokeRequest, ResourceInvokeResponse> Invoke = new(Service, nameof(Invoke), ResourceInvokeRequest.Parser, ResourceInvokeResponse.Parser);
    public static readonly GrpcMethod<ResourceCallRequest, CallResponse> Call = new(Service, nameof(Call), ResourceCallRequest.Parser, CallResponse.Parser);
    public static readonly GrpcMethod<ReadResourceRequest, ReadResourceResponse> ReadResource = new(Service, nameof(ReadResource), ReadResourceRequest.Parser, ReadResourceResponse.Parser);
    public static readonly GrpcMethod<RegisterResourceRequest, RegisterResourceResponse> RegisterResource = new(Service, nameof(RegisterResource), RegisterResourceRequest.Parser, RegisterResourceResponse.Parser);
    public static readonly GrpcMethod<RegisterResourceOutputsRequest, Empty> RegisterResourceOutputs = new(Service, nameof(RegisterResourceOutputs), RegisterResourceOutputsRequest.Parser, Empty.Parser);
    public static readonly GrpcMethod<Callback, Empty> RegisterStackTransform = new(Service, nameof(RegisterStackTransform), Callback.Parser, Empty.Parser);
    public static readonly GrpcMethod<Callback, Empty> RegisterStackInvokeTransform = new(Service, nameof(RegisterStackInvokeTransform), Callback.Parser, Empty.Parser);
    public static readonly GrpcMethod<RegisterResourceHookRequest, Empty> RegisterResourceHook = new(Service, nameof(RegisterResourceHook), RegisterResourceHookRequest.Parser, Empty.Parser);
    public static readonly GrpcMethod<RegisterErrorHookRequest, Empty> RegisterErrorHook = new(Service, nameof(RegisterErrorHook), RegisterErrorHookRequest.Parser, Empty.Parser);
    public static readonly GrpcMethod<RegisterPackageRequest, RegisterPackageResponse> RegisterPackage = new(Service, nameof(RegisterPackage), RegisterPackageRequest.Parser, RegisterPackageResponse.Parser);
    public static readonly GrpcMethod<Empty, Empty> SignalAndWaitForShutdown = new(Service, nameof(SignalAndWaitForShutdown), Empty.Parser, Empty.Parser);
}

/// <summary>Methods of <c>pulumirpc.Engine</c>, which the engine serves and a program calls.</summary>
public static class EngineMethods
{
    private const string Service = "pulumirpc.Engine";

    public static readonly GrpcMethod<LogRequest, Empty> Log = new(Service, nameof(Log), LogRequest.Parser, Empty.Parser);
    public static readonly GrpcMethod<GetRootResourceRequest, GetRootResourceResponse> GetRootResource = new(Service, nameof(GetRootResource), GetRootResourceRequest.Parser, GetRootResourceResponse.Parser);
    public static readonly GrpcMethod<SetRootResourceRequest, SetRootResourceResponse> SetRootResource = new(Service, nameof(SetRootResource), SetRootResourceRequest.Parser, SetRootResourceResponse.Parser);
    public static readonly GrpcMethod<RequirePulumiVersionRequest, RequirePulumiVersionResponse> RequirePulumiVersion = new(Service, nameof(RequirePulumiVersion), RequirePulumiVersionRequest.Parser, RequirePulumiVersionResponse.Parser);
}

/// <summary>Methods of <c>pulumirpc.Callbacks</c>, which a program serves for its transforms and hooks.</summary>
public static class CallbacksMethods
{
    public static readonly GrpcMethod<CallbackInvokeRequest, CallbackInvokeResponse> Invoke = new("pulumirpc.Callbacks", nameof(Invoke), CallbackInvokeRequest.Parser, CallbackInvokeResponse.Parser);
}
