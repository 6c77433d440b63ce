using System.Collections.Concurrent;
using Google.Protobuf;
using Platform.Protocol;

namespace Pulumi;

/// <summary>The functions of the program that the engine may call, behind a server that starts with the first of them.</summary>
internal sealed class Callbacks : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<ByteString, CancellationToken, Task<ByteString>>> _functions = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private GrpcServer? _server;
    private Task<string>? _address;

    /// <summary>Makes a function callable. It runs in the execution context of the caller, and so in its deployment.</summary>
    public async Task<Callback> AddAsync(Func<ByteString, CancellationToken, Task<ByteString>> function)
    {
        var context = ExecutionContext.Capture();
        var token = Guid.NewGuid().ToString();
        _functions[token] = (request, cancellation) => RunIn(context, () => function(request, cancellation));
        return new Callback { Target = await StartAsync().ConfigureAwait(false), Token = token };
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { } server)
        {
            await server.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static Task<ByteString> RunIn(ExecutionContext? context, Func<Task<ByteString>> function)
    {
        if (context is null)
        {
            return function();
        }

        Task<ByteString>? result = null;
        ExecutionContext.Run(context, _ => result = function(), null);
        return result!;
    }

    private Task<string> StartAsync()
    {
        lock (_gate)
        {
            if (_address is null)
            {
                _server = new GrpcServer().Handle(CallbacksMethods.Invoke, InvokeAsync);
                _address = _server.StartAsync();
            }

            return _address;
        }
    }

    private async Task<CallbackInvokeResponse> InvokeAsync(CallbackInvokeRequest request, CancellationToken cancellation)
    {
        if (!_functions.TryGetValue(request.Token, out var function))
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, $"no callback has the token '{request.Token}'");
        }

        return new() { Response = await function(request.Request, cancellation).ConfigureAwait(false) };
    }
}
