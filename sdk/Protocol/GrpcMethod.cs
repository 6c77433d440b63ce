using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Platform.Protocol.Http2.Headers;

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
        HeaderBeginning = new HeaderBlock()
            .Add(HeaderBlock.MethodPost)
            .Add(HeaderBlock.SchemeHttp)
            .Add(HeaderBlock.Path, Path)
            .ToArray();
    }

    /// <summary>The path of the HTTP request, such as <c>/pulumirpc.Engine/Log</c>.</summary>
    public string Path { get; }

    /// <summary>The encoded header lines that the method decides.</summary>
    internal byte[] HeaderBeginning { get; }

    internal MessageParser<TRequest> RequestParser { get; }

    internal MessageParser<TResponse> ResponseParser { get; }
}

// Each is made when it is first used: a parser brings its message along, and a program uses few of them.
#pragma warning disable CS1591 // The names are the protocol's own; messages.proto lists them with their messages.

/// <summary>Methods of <c>pulumirpc.ResourceMonitor</c>, which the engine serves and a program calls.</summary>
public static class ResourceMonitorMethods
{
    private const string Service = "pulumirpc.ResourceMonitor";

    public static GrpcMethod<Empty, DeploymentInfo> GetDeploymentInfo => field ??= new(Service, nameof(GetDeploymentInfo), Empty.Parser, DeploymentInfo.Parser);
    public static GrpcMethod<SupportsFeatureRequest, SupportsFeatureResponse> SupportsFeature => field ??= new(Service, nameof(SupportsFeature), SupportsFeatureRequest.Parser, SupportsFeatureResponse.Parser);
    public static GrpcMethod<ResourceInvokeRequest, ResourceInvokeResponse> Invoke => field ??= new(Service, nameof(Invoke), ResourceInvokeRequest.Parser, ResourceInvokeResponse.Parser);
    public static GrpcMethod<ResourceCallRequest, CallResponse> Call => field ??= new(Service, nameof(Call), ResourceCallRequest.Parser, CallResponse.Parser);
    public static GrpcMethod<ReadResourceRequest, ReadResourceResponse> ReadResource => field ??= new(Service, nameof(ReadResource), ReadResourceRequest.Parser, ReadResourceResponse.Parser);
    public static GrpcMethod<RegisterResourceRequest, RegisterResourceResponse> RegisterResource => field ??= new(Service, nameof(RegisterResource), RegisterResourceRequest.Parser, RegisterResourceResponse.Parser);
    public static GrpcMethod<RegisterResourceOutputsRequest, Empty> RegisterResourceOutputs => field ??= new(Service, nameof(RegisterResourceOutputs), RegisterResourceOutputsRequest.Parser, Empty.Parser);
    public static GrpcMethod<Callback, Empty> RegisterStackTransform => field ??= new(Service, nameof(RegisterStackTransform), Callback.Parser, Empty.Parser);
    public static GrpcMethod<Callback, Empty> RegisterStackInvokeTransform => field ??= new(Service, nameof(RegisterStackInvokeTransform), Callback.Parser, Empty.Parser);
    public static GrpcMethod<RegisterResourceHookRequest, Empty> RegisterResourceHook => field ??= new(Service, nameof(RegisterResourceHook), RegisterResourceHookRequest.Parser, Empty.Parser);
    public static GrpcMethod<RegisterErrorHookRequest, Empty> RegisterErrorHook => field ??= new(Service, nameof(RegisterErrorHook), RegisterErrorHookRequest.Parser, Empty.Parser);
    public static GrpcMethod<RegisterPackageRequest, RegisterPackageResponse> RegisterPackage => field ??= new(Service, nameof(RegisterPackage), RegisterPackageRequest.Parser, RegisterPackageResponse.Parser);
    public static GrpcMethod<Empty, Empty> SignalAndWaitForShutdown => field ??= new(Service, nameof(SignalAndWaitForShutdown), Empty.Parser, Empty.Parser);
}

/// <summary>Methods of <c>pulumirpc.Engine</c>, which the engine serves and a program calls.</summary>
public static class EngineMethods
{
    private const string Service = "pulumirpc.Engine";

    public static GrpcMethod<LogRequest, Empty> Log => field ??= new(Service, nameof(Log), LogRequest.Parser, Empty.Parser);
    public static GrpcMethod<GetRootResourceRequest, GetRootResourceResponse> GetRootResource => field ??= new(Service, nameof(GetRootResource), GetRootResourceRequest.Parser, GetRootResourceResponse.Parser);
    public static GrpcMethod<SetRootResourceRequest, SetRootResourceResponse> SetRootResource => field ??= new(Service, nameof(SetRootResource), SetRootResourceRequest.Parser, SetRootResourceResponse.Parser);
    public static GrpcMethod<StartDebuggingRequest, Empty> StartDebugging => field ??= new(Service, nameof(StartDebugging), StartDebuggingRequest.Parser, Empty.Parser);
    public static GrpcMethod<RequirePulumiVersionRequest, RequirePulumiVersionResponse> RequirePulumiVersion => field ??= new(Service, nameof(RequirePulumiVersion), RequirePulumiVersionRequest.Parser, RequirePulumiVersionResponse.Parser);
}

/// <summary>Methods of <c>pulumirpc.ResourceProvider</c>, which the process of a component serves and the engine calls.</summary>
public static class ProviderMethods
{
    private const string Service = "pulumirpc.ResourceProvider";

    public static GrpcMethod<ProviderHandshakeRequest, ProviderHandshakeResponse> Handshake => field ??= new(Service, nameof(Handshake), ProviderHandshakeRequest.Parser, ProviderHandshakeResponse.Parser);
    public static GrpcMethod<ConfigureRequest, ConfigureResponse> Configure => field ??= new(Service, nameof(Configure), ConfigureRequest.Parser, ConfigureResponse.Parser);
    public static GrpcMethod<ConstructRequest, ConstructResponse> Construct => field ??= new(Service, nameof(Construct), ConstructRequest.Parser, ConstructResponse.Parser);
    public static GrpcMethod<CallRequest, CallResponse> Call => field ??= new(Service, nameof(Call), CallRequest.Parser, CallResponse.Parser);
}

/// <summary>Methods of <c>pulumirpc.Callbacks</c>, which a program serves for its transforms and hooks.</summary>
public static class CallbacksMethods
{
    public static GrpcMethod<CallbackInvokeRequest, CallbackInvokeResponse> Invoke => field ??= new("pulumirpc.Callbacks", nameof(Invoke), CallbackInvokeRequest.Parser, CallbackInvokeResponse.Parser);
}
