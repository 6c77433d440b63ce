using Google.Protobuf;
using Platform.Protocol;

namespace Platform.Tests.Tools.Engine;

/// <summary>The server of a program's own transforms and hooks.</summary>
internal sealed class CallbackProgram : IAsyncDisposable
{
    private readonly GrpcServer _server = new();
    private readonly Dictionary<string, Func<ByteString, IMessage>> _callbacks = [];
    private string _address = "";

    public static async Task<CallbackProgram> Start()
    {
        var program = new CallbackProgram();
        program._server.Handle(CallbacksMethods.Invoke, (request, _) =>
            Task.FromResult(new CallbackInvokeResponse { Response = program._callbacks[request.Token](request.Request).ToByteString() }));
        program._address = await program._server.StartAsync();
        return program;
    }

    public Callback Transform(Action<TransformRequest, TransformResponse> change) => Add(bytes =>
    {
        var response = new TransformResponse();
        change(TransformRequest.Parser.ParseFrom(bytes), response);
        return response;
    });

    public Callback InvokeTransform(Action<TransformInvokeRequest, TransformInvokeResponse> change) => Add(bytes =>
    {
        var response = new TransformInvokeResponse();
        change(TransformInvokeRequest.Parser.ParseFrom(bytes), response);
        return response;
    });

    public Callback Hook(Func<ResourceHookRequest, string> run) =>
        Add(bytes => new ResourceHookResponse { Error = run(ResourceHookRequest.Parser.ParseFrom(bytes)) });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Callback Add(Func<ByteString, IMessage> callback)
    {
        var token = $"callback-{_callbacks.Count}";
        _callbacks.Add(token, callback);
        return new Callback { Target = _address, Token = token };
    }
}
