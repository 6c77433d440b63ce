using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Google.Protobuf;
using Platform.Protocol;

namespace Platform.Engine.Monitor.Callbacks;

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
        Check(callback);
        var client = _clients.GetOrAdd(callback.Target, target => new(() => new GrpcClient(target))).Value;
        var answer = await client.CallAsync(
            CallbacksMethods.Invoke,
            new CallbackInvokeRequest { Token = callback.Token, Request = request.ToByteString() },
            cancellationToken).ConfigureAwait(false);
        using var stream = new MemoryStream(answer.Response.ToByteArray(), writable: false);
        using var input = CodedInputStream.CreateWithLimits(stream, int.MaxValue, RecursionLimit);
        return parser.ParseFrom(input);
    }

    /// <summary>Refuses what cannot be called.</summary>
    /// <exception cref="GrpcException">There is no target, or it is not on this machine.</exception>
    public static void Check([NotNull] Callback? callback)
    {
        if (callback is not { Target.Length: > 0 })
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, "a callback needs the address of the program's server as its target");
        }

        if (!IsOnThisMachine(callback.Target))
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, $"the callback's target '{callback.Target}' is not host:port of this machine, where the program runs");
        }
    }

    // The program's own server: anything else would have the engine call strangers, or wait for a name to be looked up.
    private static bool IsOnThisMachine(string target) =>
        IPEndPoint.TryParse(target.StartsWith("localhost:", StringComparison.Ordinal) ? $"127.0.0.1{target[9..]}" : target, out var address)
        && address.Port > 0 && IPAddress.IsLoopback(address.Address);

    public void Dispose()
    {
        foreach (var client in _clients.Values.Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }
    }
}
