using System.Collections.Concurrent;
using Google.Protobuf;
using Platform.Protocol;

namespace Platform.Engine.Monitor;

/// <summary>Calls back into the program: its transforms and hooks.</summary>
internal sealed class CallbackClient : IDisposable
{
    // As for messages themselves: a Value inside a Struct costs three levels.
    private const int RecursionLimit = 1_000;

    private readonly ConcurrentDictionary<string, Lazy<GrpcClient>> _clients = new(StringComparer.Ordinal);

    /// <summary>Sends a request to a callback and reads its answer.</summary>
    public async Task<TResponse> InvokeAsync<TResponse>(
        Callback? callback, IMessage request, MessageParser<TResponse> parser, CancellationToken cancellationToken)
        where TResponse : IMessage<TResponse>
    {
        if (callback is not { Target.Length: > 0 })
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, "a callback needs the address of the program's server as its target");
        }

        if (!Uri.TryCreate($"http://{callback.Target}", UriKind.Absolute, out var address) || address.PathAndQuery != "/")
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, $"a callback's target is '{callback.Target}', but must be the address of the program's server as host:port");
        }

        var client = _clients.GetOrAdd(callback.Target, target => new(() => new GrpcClient(target))).Value;
        var answer = await client.CallAsync(
            CallbacksMethods.Invoke,
            new CallbackInvokeRequest { Token = callback.Token, Request = request.ToByteString() },
            cancellationToken).ConfigureAwait(false);
        using var stream = new MemoryStream(answer.Response.ToByteArray(), writable: false);
        using var input = CodedInputStream.CreateWithLimits(stream, int.MaxValue, RecursionLimit);
        return parser.ParseFrom(input);
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values.Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }
    }
}
