using Google.Protobuf.WellKnownTypes;
using Platform.Engine.Launching;
using Platform.Protocol;

namespace Platform.Tests.Tools.Engine;

/// <summary>What a language's runtime does, as far as a test needs it.</summary>
internal sealed class ProgramClient(GrpcClient client, IReadOnlyDictionary<string, string> variables, ProgramOutput output, CancellationToken cancellationToken)
{
    public IReadOnlyDictionary<string, string> Variables => variables;

    public ProgramOutput Output => output;

    public CancellationToken CancellationToken => cancellationToken;

    public Task<TResponse> Call<TRequest, TResponse>(GrpcMethod<TRequest, TResponse> method, TRequest request)
        where TRequest : class, Google.Protobuf.IMessage<TRequest>
        where TResponse : class, Google.Protobuf.IMessage<TResponse> =>
        client.CallAsync(method, request, cancellationToken);

    public async Task<string> Stack() =>
        (await Register(new RegisterResourceRequest { Type = "pulumi:pulumi:Stack", Name = "shop-dev" })).Urn;

    public Task<RegisterResourceResponse> Custom(string type, string name, Struct? inputs = null, Action<RegisterResourceRequest>? change = null)
    {
        var request = new RegisterResourceRequest { Type = type, Name = name, Custom = true, Object = inputs ?? new Struct(), AcceptSecrets = true };
        change?.Invoke(request);
        return Register(request);
    }

    public Task<RegisterResourceResponse> Component(string type, string name, Action<RegisterResourceRequest>? change = null)
    {
        var request = new RegisterResourceRequest { Type = type, Name = name };
        change?.Invoke(request);
        return Register(request);
    }

    public Task<RegisterResourceResponse> Register(RegisterResourceRequest request) => Call(ResourceMonitorMethods.RegisterResource, request);

    public Task Outputs(string urn, Struct outputs) =>
        Call(ResourceMonitorMethods.RegisterResourceOutputs, new RegisterResourceOutputsRequest { Urn = urn, Outputs = outputs });

    public Task<ResourceInvokeResponse> Invoke(string token, Struct? args = null) =>
        Call(ResourceMonitorMethods.Invoke, new ResourceInvokeRequest { Tok = token, Args = args ?? new Struct() });

    public Task Log(LogSeverity severity, string message, string urn = "") =>
        Call(EngineMethods.Log, new LogRequest { Severity = severity, Message = message, Urn = urn });
}

/// <summary>Shorthands for requests.</summary>
internal static class Requests
{
    public static RegisterResourceRequest DependsOn(this RegisterResourceRequest request, string property, params string[] urns)
    {
        request.PropertyDependencies[property] = new RegisterResourceRequest.Types.PropertyDependencies { Urns = { urns } };
        request.Dependencies.Add(urns);
        return request;
    }
}
