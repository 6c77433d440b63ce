using Google.Protobuf;

namespace Platform.Protocol.Http2;

/// <summary>A call with the types of its messages.</summary>
internal sealed class UnaryCall<TRequest, TResponse> : GrpcCall
    where TRequest : class, IMessage<TRequest>
    where TResponse : class, IMessage<TResponse>
{
    // The program's code must never run on the connection's thread.
    private readonly TaskCompletionSource<TResponse> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly GrpcMethod<TRequest, TResponse> _method;
    private readonly TRequest _request;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenRegistration _registration;
    private TResponse? _response;

    public UnaryCall(GrpcClient client, GrpcMethod<TRequest, TResponse> method, TRequest request, CancellationToken cancellation)
        : base(client, method.HeaderBeginning, method.Path[1..])
    {
        _method = method;
        _request = request;
        _cancellation = cancellation;
        if (cancellation.CanBeCanceled)
        {
            _registration = cancellation.UnsafeRegister(static call => ((UnaryCall<TRequest, TResponse>)call!).GiveUp(), this);
        }
    }

    public Task<TResponse> Result => _result.Task;

    protected override bool IsOver => _result.Task.IsCompleted;

    protected override IMessage Request => _request;

    protected override void Parse(ReadOnlySpan<byte> message) => _response = GrpcFraming.Parse(message, _method.ResponseParser);

    protected override void Complete(GrpcException? failure)
    {
        _registration.Unregister();
        if (failure is null)
        {
            _result.TrySetResult(_response!);
        }
        else
        {
            _result.TrySetException(failure);
        }
    }

    private void GiveUp()
    {
        if (_result.TrySetCanceled(_cancellation))
        {
            Abandon();
        }
    }
}
