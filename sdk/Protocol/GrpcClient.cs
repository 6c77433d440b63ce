using System.Globalization;
using System.Net;
using Google.Protobuf;
using Platform.Protocol.Http2;
using Platform.Protocol.Http2.Headers;

namespace Platform.Protocol;

/// <summary>Unary calls to one gRPC server over clear-text HTTP/2, one connection as long as the server takes all calls on it.</summary>
/// <remarks>
/// A call has no deadline: registering a resource may take an hour. It ends with an answer, with the caller's
/// cancellation, or with the loss of the connection. Safe for concurrent use.
/// </remarks>
public sealed class GrpcClient : IDisposable
{
    private const long LocalAddress = 0x0100007F;   // 127.0.0.1, the last octet first
    private const int MostHeaderBytes = 8 * 1024;
    private const int MostRefusals = 3;

    private readonly Lock _gate = new();
    private readonly EndPoint? _server;
    private readonly Action? _onClosed;
    private Http2Connection[] _connections = [];
    private bool _isDisposed;

    /// <summary>Prepares a client; the connection is made by the first call, or by <see cref="Connect"/>.</summary>
    /// <param name="address">The server as <c>host:port</c>.</param>
    /// <param name="metadata">Headers sent with every call, such as <c>traceparent</c>; 8 KiB at most.</param>
    /// <param name="onClosed">
    /// Called when the server closes a connection or goes away, also while no call is under way. It may be only idle: a
    /// call tells. It must not block.
    /// </param>
    /// <exception cref="ArgumentException">The metadata is too long.</exception>
    public GrpcClient(string address, IReadOnlyList<KeyValuePair<string, string>>? metadata = null, Action? onClosed = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        _server = Parse(address);
        _onClosed = onClosed;
        Origin = "http://" + address;
        var rest = new HeaderBlock()
            .Add(HeaderBlock.Authority, address)
            .Add(HeaderBlock.ContentType, GrpcFraming.ContentType)
            .Add("te", "trailers");
        for (var i = 0; i < metadata?.Count; i++)
        {
            rest.Add(metadata[i].Key, metadata[i].Value);
        }

        HeaderRest = rest.ToArray();
        if (HeaderRest.Length > MostHeaderBytes)
        {
            throw new ArgumentException($"The metadata has {HeaderRest.Length} bytes, more than the {MostHeaderBytes} that may go with every call.", nameof(metadata));
        }
    }

    /// <summary>The server, for messages.</summary>
    internal string Origin { get; }

    /// <summary>The encoded header lines that are the same for all methods.</summary>
    internal byte[] HeaderRest { get; }

    /// <summary>
    /// Begins to make the connection, so that the first call finds it ready. Should that fail, the first call tries again.
    /// </summary>
    public void Connect()
    {
        lock (_gate)
        {
            if (_server is not null && !_isDisposed && _connections.Length == 0)
            {
                NewConnection(_server).Open();
            }
        }
    }

    /// <summary>Sends one request and returns its answer.</summary>
    /// <exception cref="GrpcException">The server answered with an error, or could not be reached.</exception>
    public Task<TResponse> CallAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, TRequest request, CancellationToken cancellationToken = default)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(request);
        var call = new UnaryCall<TRequest, TResponse>(this, method, request, cancellationToken);
        try
        {
            Start(call);
        }
        catch (GrpcException problem)
        {
            return Task.FromException<TResponse>(problem);
        }

        return call.Result;
    }

    /// <summary>Closes the connections; calls in flight end with <see cref="GrpcStatusCode.Unavailable"/>.</summary>
    public void Dispose()
    {
        Http2Connection[] connections;
        lock (_gate)
        {
            _isDisposed = true;
            connections = _connections;
            _connections = [];
        }

        foreach (var connection in connections)
        {
            connection.Close();
        }
    }

    /// <summary>Sends a call by a connection that takes it, a new one if need be. Does not wait for anything.</summary>
    internal void Start(GrpcCall call)
    {
        if (_server is null)
        {
            call.Lose("that is no address, which must be host:port", null);
            return;
        }

        if (call.Unsent.Length == 0)
        {
            call.Serialize();
        }

        foreach (var connection in Volatile.Read(ref _connections))
        {
            if (connection.TryStart(call))
            {
                connection.Flush();
                return;
            }
        }

        if (StartAnew(call, _server) is { } made)
        {
            made.Flush();
        }
        else
        {
            call.Lose("the client was closed", null);
        }
    }

    /// <summary>Sends a call again that a server has not looked at.</summary>
    internal void Retry(GrpcCall call, string reason)
    {
        call.Refusals++;
        if (call.Refusals >= MostRefusals || call.HasHead)
        {
            call.Lose(reason, null);
        }
        else
        {
            Start(call);
        }
    }

    /// <summary>A connection is over.</summary>
    internal void OnEnded(Http2Connection connection)
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _connections = Array.FindAll(_connections, other => other != connection);
        }

        _onClosed?.Invoke();
    }

    // Inside the gate, so that many first calls at once make one connection.
    private Http2Connection? StartAnew(GrpcCall call, EndPoint server)
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return null;
            }

            foreach (var connection in _connections)
            {
                if (connection.TryStart(call))
                {
                    return connection;
                }
            }

            var made = NewConnection(server);
            made.TryStart(call);
            made.Open();
            return made;
        }
    }

    private Http2Connection NewConnection(EndPoint server)
    {
        var made = new Http2Connection(this, server);
        _connections = [.. _connections, made];
        return made;
    }

    private static EndPoint? Parse(string address)
    {
        var colon = address.LastIndexOf(':');
        if (colon < 1 || !ushort.TryParse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0)
        {
            return null;
        }

        // Nearly always it is the first, and a parser of addresses takes a while to load.
        var host = address[..colon];
        return host == "127.0.0.1" ? new IPEndPoint(new IPAddress(LocalAddress), port)
            : IPAddress.TryParse(host, out var known) ? new IPEndPoint(known, port)
            : new DnsEndPoint(host, port);
    }
}
